# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.count import Count
from ...models.dead_letter_page import DeadLetterPage
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 20,
    open_: bool | Unset = False,
    subject: UUID | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    json_count: str | Unset = UNSET
    if not isinstance(count, Unset):
        json_count = count.value

    params["count"] = json_count

    params["cursor"] = cursor

    params["limit"] = limit

    params["open"] = open_

    json_subject: str | Unset = UNSET
    if not isinstance(subject, Unset):
        json_subject = str(subject)
    params["subject"] = json_subject

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/services/notification/api/v1/dead-letters",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DeadLetterPage | Problem | None:
    if response.status_code == 200:
        response_200 = DeadLetterPage.from_dict(response.json())

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
) -> Response[DeadLetterPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 20,
    open_: bool | Unset = False,
    subject: UUID | Unset = UNSET,
) -> Response[DeadLetterPage | Problem]:
    """List dead letters

     Newest first.

    Args:
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        limit (int | Unset):  Default: 20.
        open_ (bool | Unset):  Default: False.
        subject (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeadLetterPage | Problem]
    """

    kwargs = _get_kwargs(
        count=count,
        cursor=cursor,
        limit=limit,
        open_=open_,
        subject=subject,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 20,
    open_: bool | Unset = False,
    subject: UUID | Unset = UNSET,
) -> DeadLetterPage | Problem | None:
    """List dead letters

     Newest first.

    Args:
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        limit (int | Unset):  Default: 20.
        open_ (bool | Unset):  Default: False.
        subject (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeadLetterPage | Problem
    """

    return sync_detailed(
        client=client,
        count=count,
        cursor=cursor,
        limit=limit,
        open_=open_,
        subject=subject,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 20,
    open_: bool | Unset = False,
    subject: UUID | Unset = UNSET,
) -> Response[DeadLetterPage | Problem]:
    """List dead letters

     Newest first.

    Args:
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        limit (int | Unset):  Default: 20.
        open_ (bool | Unset):  Default: False.
        subject (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeadLetterPage | Problem]
    """

    kwargs = _get_kwargs(
        count=count,
        cursor=cursor,
        limit=limit,
        open_=open_,
        subject=subject,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 20,
    open_: bool | Unset = False,
    subject: UUID | Unset = UNSET,
) -> DeadLetterPage | Problem | None:
    """List dead letters

     Newest first.

    Args:
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        limit (int | Unset):  Default: 20.
        open_ (bool | Unset):  Default: False.
        subject (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeadLetterPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            count=count,
            cursor=cursor,
            limit=limit,
            open_=open_,
            subject=subject,
        )
    ).parsed
