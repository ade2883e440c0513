# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.bulk_outcome import BulkOutcome
from ...models.bulk_request import BulkRequest
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: BulkRequest,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/services/order/api/v1/orders/bulk",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BulkOutcome | Problem | None:
    if response.status_code == 207:
        response_207 = BulkOutcome.from_dict(response.json())

        return response_207

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if 400 <= response.status_code <= 499:
        response_4xx = Problem.from_dict(response.json())

        return response_4xx

    if 500 <= response.status_code <= 599:
        response_5xx = Problem.from_dict(response.json())

        return response_5xx

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[BulkOutcome | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: BulkRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[BulkOutcome | Problem]:
    """Do the same to many orders

     Needs the permission of the action. Each order is handled on its own, and `results` has the outcome
    of each. Repeat the
    request with the same `Idempotency-Key` after an answer that was lost, or to try again what failed:
    what was done
    before is not done again.

    Args:
        idempotency_key (str | Unset):
        body (BulkRequest): One deed for many orders

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BulkOutcome | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: BulkRequest,
    idempotency_key: str | Unset = UNSET,
) -> BulkOutcome | Problem | None:
    """Do the same to many orders

     Needs the permission of the action. Each order is handled on its own, and `results` has the outcome
    of each. Repeat the
    request with the same `Idempotency-Key` after an answer that was lost, or to try again what failed:
    what was done
    before is not done again.

    Args:
        idempotency_key (str | Unset):
        body (BulkRequest): One deed for many orders

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BulkOutcome | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: BulkRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[BulkOutcome | Problem]:
    """Do the same to many orders

     Needs the permission of the action. Each order is handled on its own, and `results` has the outcome
    of each. Repeat the
    request with the same `Idempotency-Key` after an answer that was lost, or to try again what failed:
    what was done
    before is not done again.

    Args:
        idempotency_key (str | Unset):
        body (BulkRequest): One deed for many orders

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BulkOutcome | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: BulkRequest,
    idempotency_key: str | Unset = UNSET,
) -> BulkOutcome | Problem | None:
    """Do the same to many orders

     Needs the permission of the action. Each order is handled on its own, and `results` has the outcome
    of each. Repeat the
    request with the same `Idempotency-Key` after an answer that was lost, or to try again what failed:
    what was done
    before is not done again.

    Args:
        idempotency_key (str | Unset):
        body (BulkRequest): One deed for many orders

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BulkOutcome | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
