# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.count import Count
from ...models.note_page import NotePage
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: UUID,
    *,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 20,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    json_count: str | Unset = UNSET
    if not isinstance(count, Unset):
        json_count = count.value

    params["count"] = json_count

    params["cursor"] = cursor

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/services/order/api/v1/orders/{id}/notes".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> NotePage | Problem | None:
    if response.status_code == 200:
        response_200 = NotePage.from_dict(response.json())

        return response_200

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
) -> Response[NotePage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: UUID,
    *,
    client: AuthenticatedClient | Client,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 20,
) -> Response[NotePage | Problem]:
    """Read the notes on an order

     Oldest first. Internal ones only with `note:read_internal`.

    Args:
        id (UUID):
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NotePage | Problem]
    """

    kwargs = _get_kwargs(
        id=id,
        count=count,
        cursor=cursor,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: UUID,
    *,
    client: AuthenticatedClient | Client,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 20,
) -> NotePage | Problem | None:
    """Read the notes on an order

     Oldest first. Internal ones only with `note:read_internal`.

    Args:
        id (UUID):
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NotePage | Problem
    """

    return sync_detailed(
        id=id,
        client=client,
        count=count,
        cursor=cursor,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    id: UUID,
    *,
    client: AuthenticatedClient | Client,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 20,
) -> Response[NotePage | Problem]:
    """Read the notes on an order

     Oldest first. Internal ones only with `note:read_internal`.

    Args:
        id (UUID):
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NotePage | Problem]
    """

    kwargs = _get_kwargs(
        id=id,
        count=count,
        cursor=cursor,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: UUID,
    *,
    client: AuthenticatedClient | Client,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 20,
) -> NotePage | Problem | None:
    """Read the notes on an order

     Oldest first. Internal ones only with `note:read_internal`.

    Args:
        id (UUID):
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NotePage | Problem
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            count=count,
            cursor=cursor,
            limit=limit,
        )
    ).parsed
