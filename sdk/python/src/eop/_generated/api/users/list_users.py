# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.account_page import AccountPage
from ...models.account_state import AccountState
from ...models.count import Count
from ...models.problem import Problem
from ...models.user_sort import UserSort
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 20,
    q: str | Unset = UNSET,
    role: str | Unset = UNSET,
    sort: UserSort | Unset = UserSort.VALUE_0,
    state: AccountState | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    json_count: str | Unset = UNSET
    if not isinstance(count, Unset):
        json_count = count.value

    params["count"] = json_count

    params["cursor"] = cursor

    params["limit"] = limit

    params["q"] = q

    params["role"] = role

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort.value

    params["sort"] = json_sort

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state.value

    params["state"] = json_state

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/services/user/api/v1/users",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AccountPage | Problem | None:
    if response.status_code == 200:
        response_200 = AccountPage.from_dict(response.json())

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
) -> Response[AccountPage | Problem]:
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
    q: str | Unset = UNSET,
    role: str | Unset = UNSET,
    sort: UserSort | Unset = UserSort.VALUE_0,
    state: AccountState | Unset = UNSET,
) -> Response[AccountPage | Problem]:
    """List accounts

     List accounts

    Args:
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        limit (int | Unset):  Default: 20.
        q (str | Unset):
        role (str | Unset):
        sort (UserSort | Unset): What the list is sorted by; a minus means the latest first
            Default: UserSort.VALUE_0.
        state (AccountState | Unset): What an account can do at present

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AccountPage | Problem]
    """

    kwargs = _get_kwargs(
        count=count,
        cursor=cursor,
        limit=limit,
        q=q,
        role=role,
        sort=sort,
        state=state,
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
    q: str | Unset = UNSET,
    role: str | Unset = UNSET,
    sort: UserSort | Unset = UserSort.VALUE_0,
    state: AccountState | Unset = UNSET,
) -> AccountPage | Problem | None:
    """List accounts

     List accounts

    Args:
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        limit (int | Unset):  Default: 20.
        q (str | Unset):
        role (str | Unset):
        sort (UserSort | Unset): What the list is sorted by; a minus means the latest first
            Default: UserSort.VALUE_0.
        state (AccountState | Unset): What an account can do at present

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AccountPage | Problem
    """

    return sync_detailed(
        client=client,
        count=count,
        cursor=cursor,
        limit=limit,
        q=q,
        role=role,
        sort=sort,
        state=state,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 20,
    q: str | Unset = UNSET,
    role: str | Unset = UNSET,
    sort: UserSort | Unset = UserSort.VALUE_0,
    state: AccountState | Unset = UNSET,
) -> Response[AccountPage | Problem]:
    """List accounts

     List accounts

    Args:
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        limit (int | Unset):  Default: 20.
        q (str | Unset):
        role (str | Unset):
        sort (UserSort | Unset): What the list is sorted by; a minus means the latest first
            Default: UserSort.VALUE_0.
        state (AccountState | Unset): What an account can do at present

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AccountPage | Problem]
    """

    kwargs = _get_kwargs(
        count=count,
        cursor=cursor,
        limit=limit,
        q=q,
        role=role,
        sort=sort,
        state=state,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 20,
    q: str | Unset = UNSET,
    role: str | Unset = UNSET,
    sort: UserSort | Unset = UserSort.VALUE_0,
    state: AccountState | Unset = UNSET,
) -> AccountPage | Problem | None:
    """List accounts

     List accounts

    Args:
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        limit (int | Unset):  Default: 20.
        q (str | Unset):
        role (str | Unset):
        sort (UserSort | Unset): What the list is sorted by; a minus means the latest first
            Default: UserSort.VALUE_0.
        state (AccountState | Unset): What an account can do at present

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AccountPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            count=count,
            cursor=cursor,
            limit=limit,
            q=q,
            role=role,
            sort=sort,
            state=state,
        )
    ).parsed
