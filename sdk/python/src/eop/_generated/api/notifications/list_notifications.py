# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
import datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.channel import Channel
from ...models.count import Count
from ...models.delivery_status import DeliveryStatus
from ...models.notification_page import NotificationPage
from ...models.notification_sort import NotificationSort
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    channel: Channel | Unset = UNSET,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    kind: str | Unset = UNSET,
    limit: int | Unset = 20,
    log: bool | Unset = False,
    order_id: UUID | Unset = UNSET,
    recipient: UUID | Unset = UNSET,
    sort: NotificationSort | Unset = NotificationSort.VALUE_0,
    status: DeliveryStatus | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    json_channel: str | Unset = UNSET
    if not isinstance(channel, Unset):
        json_channel = channel.value

    params["channel"] = json_channel

    json_count: str | Unset = UNSET
    if not isinstance(count, Unset):
        json_count = count.value

    params["count"] = json_count

    params["cursor"] = cursor

    json_from_: str | Unset = UNSET
    if not isinstance(from_, Unset):
        json_from_ = from_.isoformat()
    params["from"] = json_from_

    params["kind"] = kind

    params["limit"] = limit

    params["log"] = log

    json_order_id: str | Unset = UNSET
    if not isinstance(order_id, Unset):
        json_order_id = str(order_id)
    params["order_id"] = json_order_id

    json_recipient: str | Unset = UNSET
    if not isinstance(recipient, Unset):
        json_recipient = str(recipient)
    params["recipient"] = json_recipient

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort.value

    params["sort"] = json_sort

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

    json_to: str | Unset = UNSET
    if not isinstance(to, Unset):
        json_to = to.isoformat()
    params["to"] = json_to

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/services/notification/api/v1/notifications",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> NotificationPage | Problem | None:
    if response.status_code == 200:
        response_200 = NotificationPage.from_dict(response.json())

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
) -> Response[NotificationPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    channel: Channel | Unset = UNSET,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    kind: str | Unset = UNSET,
    limit: int | Unset = 20,
    log: bool | Unset = False,
    order_id: UUID | Unset = UNSET,
    recipient: UUID | Unset = UNSET,
    sort: NotificationSort | Unset = NotificationSort.VALUE_0,
    status: DeliveryStatus | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
) -> Response[NotificationPage | Problem]:
    """List notifications

     List notifications

    Args:
        channel (Channel | Unset): A way to reach a person
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        from_ (datetime.datetime | Unset):
        kind (str | Unset):
        limit (int | Unset):  Default: 20.
        log (bool | Unset):  Default: False.
        order_id (UUID | Unset):
        recipient (UUID | Unset):
        sort (NotificationSort | Unset): What the list is sorted by; a minus means the latest
            first Default: NotificationSort.VALUE_0.
        status (DeliveryStatus | Unset): Where a delivery is in its life
        to (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NotificationPage | Problem]
    """

    kwargs = _get_kwargs(
        channel=channel,
        count=count,
        cursor=cursor,
        from_=from_,
        kind=kind,
        limit=limit,
        log=log,
        order_id=order_id,
        recipient=recipient,
        sort=sort,
        status=status,
        to=to,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    channel: Channel | Unset = UNSET,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    kind: str | Unset = UNSET,
    limit: int | Unset = 20,
    log: bool | Unset = False,
    order_id: UUID | Unset = UNSET,
    recipient: UUID | Unset = UNSET,
    sort: NotificationSort | Unset = NotificationSort.VALUE_0,
    status: DeliveryStatus | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
) -> NotificationPage | Problem | None:
    """List notifications

     List notifications

    Args:
        channel (Channel | Unset): A way to reach a person
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        from_ (datetime.datetime | Unset):
        kind (str | Unset):
        limit (int | Unset):  Default: 20.
        log (bool | Unset):  Default: False.
        order_id (UUID | Unset):
        recipient (UUID | Unset):
        sort (NotificationSort | Unset): What the list is sorted by; a minus means the latest
            first Default: NotificationSort.VALUE_0.
        status (DeliveryStatus | Unset): Where a delivery is in its life
        to (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NotificationPage | Problem
    """

    return sync_detailed(
        client=client,
        channel=channel,
        count=count,
        cursor=cursor,
        from_=from_,
        kind=kind,
        limit=limit,
        log=log,
        order_id=order_id,
        recipient=recipient,
        sort=sort,
        status=status,
        to=to,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    channel: Channel | Unset = UNSET,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    kind: str | Unset = UNSET,
    limit: int | Unset = 20,
    log: bool | Unset = False,
    order_id: UUID | Unset = UNSET,
    recipient: UUID | Unset = UNSET,
    sort: NotificationSort | Unset = NotificationSort.VALUE_0,
    status: DeliveryStatus | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
) -> Response[NotificationPage | Problem]:
    """List notifications

     List notifications

    Args:
        channel (Channel | Unset): A way to reach a person
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        from_ (datetime.datetime | Unset):
        kind (str | Unset):
        limit (int | Unset):  Default: 20.
        log (bool | Unset):  Default: False.
        order_id (UUID | Unset):
        recipient (UUID | Unset):
        sort (NotificationSort | Unset): What the list is sorted by; a minus means the latest
            first Default: NotificationSort.VALUE_0.
        status (DeliveryStatus | Unset): Where a delivery is in its life
        to (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NotificationPage | Problem]
    """

    kwargs = _get_kwargs(
        channel=channel,
        count=count,
        cursor=cursor,
        from_=from_,
        kind=kind,
        limit=limit,
        log=log,
        order_id=order_id,
        recipient=recipient,
        sort=sort,
        status=status,
        to=to,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    channel: Channel | Unset = UNSET,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    kind: str | Unset = UNSET,
    limit: int | Unset = 20,
    log: bool | Unset = False,
    order_id: UUID | Unset = UNSET,
    recipient: UUID | Unset = UNSET,
    sort: NotificationSort | Unset = NotificationSort.VALUE_0,
    status: DeliveryStatus | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
) -> NotificationPage | Problem | None:
    """List notifications

     List notifications

    Args:
        channel (Channel | Unset): A way to reach a person
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        from_ (datetime.datetime | Unset):
        kind (str | Unset):
        limit (int | Unset):  Default: 20.
        log (bool | Unset):  Default: False.
        order_id (UUID | Unset):
        recipient (UUID | Unset):
        sort (NotificationSort | Unset): What the list is sorted by; a minus means the latest
            first Default: NotificationSort.VALUE_0.
        status (DeliveryStatus | Unset): Where a delivery is in its life
        to (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NotificationPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            channel=channel,
            count=count,
            cursor=cursor,
            from_=from_,
            kind=kind,
            limit=limit,
            log=log,
            order_id=order_id,
            recipient=recipient,
            sort=sort,
            status=status,
            to=to,
        )
    ).parsed
