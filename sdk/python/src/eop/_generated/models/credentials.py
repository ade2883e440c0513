# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.refresh_delivery import RefreshDelivery
from ..types import UNSET, Unset

T = TypeVar("T", bound="Credentials")


@_attrs_define
class Credentials:
    """An address and its password

    Attributes:
        email (str): The address.
        password (str): The password.
        refresh (RefreshDelivery | Unset): How the refresh token is handed over Default: RefreshDelivery.BODY.
    """

    email: str
    password: str
    refresh: RefreshDelivery | Unset = RefreshDelivery.BODY

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        password = self.password

        refresh: str | Unset = UNSET
        if not isinstance(self.refresh, Unset):
            refresh = self.refresh.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
                "password": password,
            }
        )
        if refresh is not UNSET:
            field_dict["refresh"] = refresh

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        password = d.pop("password")

        _refresh = d.pop("refresh", UNSET)
        refresh: RefreshDelivery | Unset
        if isinstance(_refresh, Unset):
            refresh = UNSET
        else:
            refresh = RefreshDelivery(_refresh)

        credentials = cls(
            email=email,
            password=password,
            refresh=refresh,
        )

        return credentials
