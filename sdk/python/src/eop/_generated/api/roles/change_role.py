# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.role import Role
from ...models.role_change import RoleChange
from ...types import UNSET, Response, Unset


def _get_kwargs(
    role: str,
    *,
    body: RoleChange,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/services/user/api/v1/roles/{role}".format(
            role=quote(str(role), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | Role | None:
    if response.status_code == 200:
        response_200 = Role.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

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
) -> Response[Problem | Role]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    role: str,
    *,
    client: AuthenticatedClient | Client,
    body: RoleChange,
    if_match: str | Unset = UNSET,
) -> Response[Problem | Role]:
    """Change a role

     To exactly this. Nobody grants what they lack, nor widens a role that they have, and somebody can
    always administer.
    It counts at every service within two seconds.

    Args:
        role (str):
        if_match (str | Unset):
        body (RoleChange): What a role is to be from now on

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Role]
    """

    kwargs = _get_kwargs(
        role=role,
        body=body,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    role: str,
    *,
    client: AuthenticatedClient | Client,
    body: RoleChange,
    if_match: str | Unset = UNSET,
) -> Problem | Role | None:
    """Change a role

     To exactly this. Nobody grants what they lack, nor widens a role that they have, and somebody can
    always administer.
    It counts at every service within two seconds.

    Args:
        role (str):
        if_match (str | Unset):
        body (RoleChange): What a role is to be from now on

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Role
    """

    return sync_detailed(
        role=role,
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    role: str,
    *,
    client: AuthenticatedClient | Client,
    body: RoleChange,
    if_match: str | Unset = UNSET,
) -> Response[Problem | Role]:
    """Change a role

     To exactly this. Nobody grants what they lack, nor widens a role that they have, and somebody can
    always administer.
    It counts at every service within two seconds.

    Args:
        role (str):
        if_match (str | Unset):
        body (RoleChange): What a role is to be from now on

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Role]
    """

    kwargs = _get_kwargs(
        role=role,
        body=body,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    role: str,
    *,
    client: AuthenticatedClient | Client,
    body: RoleChange,
    if_match: str | Unset = UNSET,
) -> Problem | Role | None:
    """Change a role

     To exactly this. Nobody grants what they lack, nor widens a role that they have, and somebody can
    always administer.
    It counts at every service within two seconds.

    Args:
        role (str):
        if_match (str | Unset):
        body (RoleChange): What a role is to be from now on

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Role
    """

    return (
        await asyncio_detailed(
            role=role,
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
