# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.outbox_decision import OutboxDecision
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    position: int,
    *,
    body: OutboxDecision | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/services/user/api/v1/outbox/{position}/skip".format(
            position=quote(str(position), safe=""),
        ),
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Problem | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[Any | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    position: int,
    *,
    client: AuthenticatedClient | Client,
    body: OutboxDecision | Unset = UNSET,
) -> Response[Any | Problem]:
    """Give up a parked event

     It is never published; later events of the same subject go on. The audit log keeps who decided, when
    and why.

    Args:
        position (int):
        body (OutboxDecision | Unset): A decision about a parked event

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem]
    """

    kwargs = _get_kwargs(
        position=position,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    position: int,
    *,
    client: AuthenticatedClient | Client,
    body: OutboxDecision | Unset = UNSET,
) -> Any | Problem | None:
    """Give up a parked event

     It is never published; later events of the same subject go on. The audit log keeps who decided, when
    and why.

    Args:
        position (int):
        body (OutboxDecision | Unset): A decision about a parked event

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem
    """

    return sync_detailed(
        position=position,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    position: int,
    *,
    client: AuthenticatedClient | Client,
    body: OutboxDecision | Unset = UNSET,
) -> Response[Any | Problem]:
    """Give up a parked event

     It is never published; later events of the same subject go on. The audit log keeps who decided, when
    and why.

    Args:
        position (int):
        body (OutboxDecision | Unset): A decision about a parked event

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem]
    """

    kwargs = _get_kwargs(
        position=position,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    position: int,
    *,
    client: AuthenticatedClient | Client,
    body: OutboxDecision | Unset = UNSET,
) -> Any | Problem | None:
    """Give up a parked event

     It is never published; later events of the same subject go on. The audit log keeps who decided, when
    and why.

    Args:
        position (int):
        body (OutboxDecision | Unset): A decision about a parked event

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem
    """

    return (
        await asyncio_detailed(
            position=position,
            client=client,
            body=body,
        )
    ).parsed
