# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.order_statistics import OrderStatistics
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    days: int | Unset = 14,
    utc_offset_minutes: int | Unset = 0,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    params["days"] = days

    params["utc_offset_minutes"] = utc_offset_minutes

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/services/order/api/v1/orders/statistics",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> OrderStatistics | Problem | None:
    if response.status_code == 200:
        response_200 = OrderStatistics.from_dict(response.json())

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
) -> Response[OrderStatistics | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    days: int | Unset = 14,
    utc_offset_minutes: int | Unset = 0,
) -> Response[OrderStatistics | Problem]:
    """Count orders

     By status, and by status for each of the last days. Customers count their own orders, staff
    everybody's.

    Args:
        days (int | Unset):  Default: 14.
        utc_offset_minutes (int | Unset):  Default: 0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrderStatistics | Problem]
    """

    kwargs = _get_kwargs(
        days=days,
        utc_offset_minutes=utc_offset_minutes,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    days: int | Unset = 14,
    utc_offset_minutes: int | Unset = 0,
) -> OrderStatistics | Problem | None:
    """Count orders

     By status, and by status for each of the last days. Customers count their own orders, staff
    everybody's.

    Args:
        days (int | Unset):  Default: 14.
        utc_offset_minutes (int | Unset):  Default: 0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrderStatistics | Problem
    """

    return sync_detailed(
        client=client,
        days=days,
        utc_offset_minutes=utc_offset_minutes,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    days: int | Unset = 14,
    utc_offset_minutes: int | Unset = 0,
) -> Response[OrderStatistics | Problem]:
    """Count orders

     By status, and by status for each of the last days. Customers count their own orders, staff
    everybody's.

    Args:
        days (int | Unset):  Default: 14.
        utc_offset_minutes (int | Unset):  Default: 0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrderStatistics | Problem]
    """

    kwargs = _get_kwargs(
        days=days,
        utc_offset_minutes=utc_offset_minutes,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    days: int | Unset = 14,
    utc_offset_minutes: int | Unset = 0,
) -> OrderStatistics | Problem | None:
    """Count orders

     By status, and by status for each of the last days. Customers count their own orders, staff
    everybody's.

    Args:
        days (int | Unset):  Default: 14.
        utc_offset_minutes (int | Unset):  Default: 0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrderStatistics | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            days=days,
            utc_offset_minutes=utc_offset_minutes,
        )
    ).parsed
