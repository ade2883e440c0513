# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
import datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.export_rows import ExportRows
from ...models.order_sort import OrderSort
from ...models.order_status import OrderStatus
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    bom: bool | Unset = False,
    carrier: str | Unset = UNSET,
    country: str | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_to: datetime.datetime | Unset = UNSET,
    currency: str | Unset = UNSET,
    customer_id: UUID | Unset = UNSET,
    q: str | Unset = UNSET,
    rows: ExportRows | Unset = ExportRows.ORDER,
    sku: str | Unset = UNSET,
    sort: OrderSort | Unset = OrderSort.VALUE_0,
    status: list[OrderStatus] | Unset = UNSET,
    total_max: int | Unset = UNSET,
    total_min: int | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    params["bom"] = bom

    params["carrier"] = carrier

    params["country"] = country

    json_created_from: str | Unset = UNSET
    if not isinstance(created_from, Unset):
        json_created_from = created_from.isoformat()
    params["created_from"] = json_created_from

    json_created_to: str | Unset = UNSET
    if not isinstance(created_to, Unset):
        json_created_to = created_to.isoformat()
    params["created_to"] = json_created_to

    params["currency"] = currency

    json_customer_id: str | Unset = UNSET
    if not isinstance(customer_id, Unset):
        json_customer_id = str(customer_id)
    params["customer_id"] = json_customer_id

    params["q"] = q

    json_rows: str | Unset = UNSET
    if not isinstance(rows, Unset):
        json_rows = rows.value

    params["rows"] = json_rows

    params["sku"] = sku

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort.value

    params["sort"] = json_sort

    json_status: list[str] | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = []
        for status_item_data in status:
            status_item = status_item_data.value
            json_status.append(status_item)

    params["status"] = json_status

    params["total_max"] = total_max

    params["total_min"] = total_min

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/services/order/api/v1/orders/export.csv",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | str | None:
    if response.status_code == 200:
        response_200 = response.text
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
) -> Response[Problem | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    bom: bool | Unset = False,
    carrier: str | Unset = UNSET,
    country: str | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_to: datetime.datetime | Unset = UNSET,
    currency: str | Unset = UNSET,
    customer_id: UUID | Unset = UNSET,
    q: str | Unset = UNSET,
    rows: ExportRows | Unset = ExportRows.ORDER,
    sku: str | Unset = UNSET,
    sort: OrderSort | Unset = OrderSort.VALUE_0,
    status: list[OrderStatus] | Unset = UNSET,
    total_max: int | Unset = UNSET,
    total_min: int | Unset = UNSET,
) -> Response[Problem | str]:
    """Export orders as CSV

     All that the list would show with these filters, as comma-separated values (RFC 4180): customers get
    their own, staff
    everybody's. Amounts have the decimals of their currency and a point. A text that a spreadsheet
    would take for a
    formula begins with an apostrophe. The file is made while it is sent: read it to its end, for one
    that breaks off is
    not whole.

    Args:
        bom (bool | Unset):  Default: False.
        carrier (str | Unset):
        country (str | Unset):
        created_from (datetime.datetime | Unset):
        created_to (datetime.datetime | Unset):
        currency (str | Unset):
        customer_id (UUID | Unset):
        q (str | Unset):
        rows (ExportRows | Unset): What a row of the file is Default: ExportRows.ORDER.
        sku (str | Unset):
        sort (OrderSort | Unset): What the list is sorted by; a minus means the largest first
            Default: OrderSort.VALUE_0.
        status (list[OrderStatus] | Unset):
        total_max (int | Unset):
        total_min (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        bom=bom,
        carrier=carrier,
        country=country,
        created_from=created_from,
        created_to=created_to,
        currency=currency,
        customer_id=customer_id,
        q=q,
        rows=rows,
        sku=sku,
        sort=sort,
        status=status,
        total_max=total_max,
        total_min=total_min,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    bom: bool | Unset = False,
    carrier: str | Unset = UNSET,
    country: str | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_to: datetime.datetime | Unset = UNSET,
    currency: str | Unset = UNSET,
    customer_id: UUID | Unset = UNSET,
    q: str | Unset = UNSET,
    rows: ExportRows | Unset = ExportRows.ORDER,
    sku: str | Unset = UNSET,
    sort: OrderSort | Unset = OrderSort.VALUE_0,
    status: list[OrderStatus] | Unset = UNSET,
    total_max: int | Unset = UNSET,
    total_min: int | Unset = UNSET,
) -> Problem | str | None:
    """Export orders as CSV

     All that the list would show with these filters, as comma-separated values (RFC 4180): customers get
    their own, staff
    everybody's. Amounts have the decimals of their currency and a point. A text that a spreadsheet
    would take for a
    formula begins with an apostrophe. The file is made while it is sent: read it to its end, for one
    that breaks off is
    not whole.

    Args:
        bom (bool | Unset):  Default: False.
        carrier (str | Unset):
        country (str | Unset):
        created_from (datetime.datetime | Unset):
        created_to (datetime.datetime | Unset):
        currency (str | Unset):
        customer_id (UUID | Unset):
        q (str | Unset):
        rows (ExportRows | Unset): What a row of the file is Default: ExportRows.ORDER.
        sku (str | Unset):
        sort (OrderSort | Unset): What the list is sorted by; a minus means the largest first
            Default: OrderSort.VALUE_0.
        status (list[OrderStatus] | Unset):
        total_max (int | Unset):
        total_min (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        client=client,
        bom=bom,
        carrier=carrier,
        country=country,
        created_from=created_from,
        created_to=created_to,
        currency=currency,
        customer_id=customer_id,
        q=q,
        rows=rows,
        sku=sku,
        sort=sort,
        status=status,
        total_max=total_max,
        total_min=total_min,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    bom: bool | Unset = False,
    carrier: str | Unset = UNSET,
    country: str | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_to: datetime.datetime | Unset = UNSET,
    currency: str | Unset = UNSET,
    customer_id: UUID | Unset = UNSET,
    q: str | Unset = UNSET,
    rows: ExportRows | Unset = ExportRows.ORDER,
    sku: str | Unset = UNSET,
    sort: OrderSort | Unset = OrderSort.VALUE_0,
    status: list[OrderStatus] | Unset = UNSET,
    total_max: int | Unset = UNSET,
    total_min: int | Unset = UNSET,
) -> Response[Problem | str]:
    """Export orders as CSV

     All that the list would show with these filters, as comma-separated values (RFC 4180): customers get
    their own, staff
    everybody's. Amounts have the decimals of their currency and a point. A text that a spreadsheet
    would take for a
    formula begins with an apostrophe. The file is made while it is sent: read it to its end, for one
    that breaks off is
    not whole.

    Args:
        bom (bool | Unset):  Default: False.
        carrier (str | Unset):
        country (str | Unset):
        created_from (datetime.datetime | Unset):
        created_to (datetime.datetime | Unset):
        currency (str | Unset):
        customer_id (UUID | Unset):
        q (str | Unset):
        rows (ExportRows | Unset): What a row of the file is Default: ExportRows.ORDER.
        sku (str | Unset):
        sort (OrderSort | Unset): What the list is sorted by; a minus means the largest first
            Default: OrderSort.VALUE_0.
        status (list[OrderStatus] | Unset):
        total_max (int | Unset):
        total_min (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        bom=bom,
        carrier=carrier,
        country=country,
        created_from=created_from,
        created_to=created_to,
        currency=currency,
        customer_id=customer_id,
        q=q,
        rows=rows,
        sku=sku,
        sort=sort,
        status=status,
        total_max=total_max,
        total_min=total_min,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    bom: bool | Unset = False,
    carrier: str | Unset = UNSET,
    country: str | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_to: datetime.datetime | Unset = UNSET,
    currency: str | Unset = UNSET,
    customer_id: UUID | Unset = UNSET,
    q: str | Unset = UNSET,
    rows: ExportRows | Unset = ExportRows.ORDER,
    sku: str | Unset = UNSET,
    sort: OrderSort | Unset = OrderSort.VALUE_0,
    status: list[OrderStatus] | Unset = UNSET,
    total_max: int | Unset = UNSET,
    total_min: int | Unset = UNSET,
) -> Problem | str | None:
    """Export orders as CSV

     All that the list would show with these filters, as comma-separated values (RFC 4180): customers get
    their own, staff
    everybody's. Amounts have the decimals of their currency and a point. A text that a spreadsheet
    would take for a
    formula begins with an apostrophe. The file is made while it is sent: read it to its end, for one
    that breaks off is
    not whole.

    Args:
        bom (bool | Unset):  Default: False.
        carrier (str | Unset):
        country (str | Unset):
        created_from (datetime.datetime | Unset):
        created_to (datetime.datetime | Unset):
        currency (str | Unset):
        customer_id (UUID | Unset):
        q (str | Unset):
        rows (ExportRows | Unset): What a row of the file is Default: ExportRows.ORDER.
        sku (str | Unset):
        sort (OrderSort | Unset): What the list is sorted by; a minus means the largest first
            Default: OrderSort.VALUE_0.
        status (list[OrderStatus] | Unset):
        total_max (int | Unset):
        total_min (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            client=client,
            bom=bom,
            carrier=carrier,
            country=country,
            created_from=created_from,
            created_to=created_to,
            currency=currency,
            customer_id=customer_id,
            q=q,
            rows=rows,
            sku=sku,
            sort=sort,
            status=status,
            total_max=total_max,
            total_min=total_min,
        )
    ).parsed
