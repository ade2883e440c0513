# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.audit_entry_page import AuditEntryPage
from ...models.audit_outcome import AuditOutcome
from ...models.count import Count
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    action: str | Unset = UNSET,
    actor: str | Unset = UNSET,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 20,
    outcome: AuditOutcome | Unset = UNSET,
    target: str | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    params["action"] = action

    params["actor"] = actor

    json_count: str | Unset = UNSET
    if not isinstance(count, Unset):
        json_count = count.value

    params["count"] = json_count

    params["cursor"] = cursor

    json_from_: str | Unset = UNSET
    if not isinstance(from_, Unset):
        json_from_ = from_.isoformat()
    params["from"] = json_from_

    params["limit"] = limit

    json_outcome: str | Unset = UNSET
    if not isinstance(outcome, Unset):
        json_outcome = outcome.value

    params["outcome"] = json_outcome

    params["target"] = target

    json_to: str | Unset = UNSET
    if not isinstance(to, Unset):
        json_to = to.isoformat()
    params["to"] = json_to

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/services/notification/api/v1/audit",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AuditEntryPage | Problem | None:
    if response.status_code == 200:
        response_200 = AuditEntryPage.from_dict(response.json())

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
) -> Response[AuditEntryPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    action: str | Unset = UNSET,
    actor: str | Unset = UNSET,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 20,
    outcome: AuditOutcome | Unset = UNSET,
    target: str | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
) -> Response[AuditEntryPage | Problem]:
    """List entries of the audit log

     Newest first. Each is written with the change that it tells of, and who was refused has one too. A
    page looks at a
    bounded number of entries: it may hold fewer than were asked for, or none, and still have a
    `next_cursor` that leads on.

    Args:
        action (str | Unset):
        actor (str | Unset):
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        from_ (datetime.datetime | Unset):
        limit (int | Unset):  Default: 20.
        outcome (AuditOutcome | Unset): Whether what was asked for was done
        target (str | Unset):
        to (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AuditEntryPage | Problem]
    """

    kwargs = _get_kwargs(
        action=action,
        actor=actor,
        count=count,
        cursor=cursor,
        from_=from_,
        limit=limit,
        outcome=outcome,
        target=target,
        to=to,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    action: str | Unset = UNSET,
    actor: str | Unset = UNSET,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 20,
    outcome: AuditOutcome | Unset = UNSET,
    target: str | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
) -> AuditEntryPage | Problem | None:
    """List entries of the audit log

     Newest first. Each is written with the change that it tells of, and who was refused has one too. A
    page looks at a
    bounded number of entries: it may hold fewer than were asked for, or none, and still have a
    `next_cursor` that leads on.

    Args:
        action (str | Unset):
        actor (str | Unset):
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        from_ (datetime.datetime | Unset):
        limit (int | Unset):  Default: 20.
        outcome (AuditOutcome | Unset): Whether what was asked for was done
        target (str | Unset):
        to (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AuditEntryPage | Problem
    """

    return sync_detailed(
        client=client,
        action=action,
        actor=actor,
        count=count,
        cursor=cursor,
        from_=from_,
        limit=limit,
        outcome=outcome,
        target=target,
        to=to,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    action: str | Unset = UNSET,
    actor: str | Unset = UNSET,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 20,
    outcome: AuditOutcome | Unset = UNSET,
    target: str | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
) -> Response[AuditEntryPage | Problem]:
    """List entries of the audit log

     Newest first. Each is written with the change that it tells of, and who was refused has one too. A
    page looks at a
    bounded number of entries: it may hold fewer than were asked for, or none, and still have a
    `next_cursor` that leads on.

    Args:
        action (str | Unset):
        actor (str | Unset):
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        from_ (datetime.datetime | Unset):
        limit (int | Unset):  Default: 20.
        outcome (AuditOutcome | Unset): Whether what was asked for was done
        target (str | Unset):
        to (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AuditEntryPage | Problem]
    """

    kwargs = _get_kwargs(
        action=action,
        actor=actor,
        count=count,
        cursor=cursor,
        from_=from_,
        limit=limit,
        outcome=outcome,
        target=target,
        to=to,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    action: str | Unset = UNSET,
    actor: str | Unset = UNSET,
    count: Count | Unset = Count.NONE,
    cursor: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 20,
    outcome: AuditOutcome | Unset = UNSET,
    target: str | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
) -> AuditEntryPage | Problem | None:
    """List entries of the audit log

     Newest first. Each is written with the change that it tells of, and who was refused has one too. A
    page looks at a
    bounded number of entries: it may hold fewer than were asked for, or none, and still have a
    `next_cursor` that leads on.

    Args:
        action (str | Unset):
        actor (str | Unset):
        count (Count | Unset): Whether the matching items are counted. Default: Count.NONE.
        cursor (str | Unset):
        from_ (datetime.datetime | Unset):
        limit (int | Unset):  Default: 20.
        outcome (AuditOutcome | Unset): Whether what was asked for was done
        target (str | Unset):
        to (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AuditEntryPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            action=action,
            actor=actor,
            count=count,
            cursor=cursor,
            from_=from_,
            limit=limit,
            outcome=outcome,
            target=target,
            to=to,
        )
    ).parsed
