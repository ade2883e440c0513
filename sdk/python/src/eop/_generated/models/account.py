# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.account_state import AccountState

T = TypeVar("T", bound="Account")


@_attrs_define
class Account:
    """An account

    Attributes:
        created_at (datetime.datetime): When it was registered.
        email (str): The address, its domain in Unicode.
        id (UUID): Identity.
        locale (str): BCP 47 language tag.
        locked_until (datetime.datetime | None): When a lock ends by itself; null when it does not, or there is none.
        name (str): The person's name.
        phone (None | str): The phone number in E.164 form.
        roles (list[str]): The roles.
        state (AccountState): What an account can do at present
        time_zone (str): IANA time zone name.
        updated_at (datetime.datetime): When it last changed.
        verified_at (datetime.datetime | None): When the address was verified; null before.
        version (int): Grows by one with each change; the `ETag` of the account.
    """

    created_at: datetime.datetime
    email: str
    id: UUID
    locale: str
    locked_until: datetime.datetime | None
    name: str
    phone: None | str
    roles: list[str]
    state: AccountState
    time_zone: str
    updated_at: datetime.datetime
    verified_at: datetime.datetime | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        email = self.email

        id = str(self.id)

        locale = self.locale

        locked_until: None | str
        if isinstance(self.locked_until, datetime.datetime):
            locked_until = self.locked_until.isoformat()
        else:
            locked_until = self.locked_until

        name = self.name

        phone: None | str
        phone = self.phone

        roles = self.roles

        state = self.state.value

        time_zone = self.time_zone

        updated_at = self.updated_at.isoformat()

        verified_at: None | str
        if isinstance(self.verified_at, datetime.datetime):
            verified_at = self.verified_at.isoformat()
        else:
            verified_at = self.verified_at

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "email": email,
                "id": id,
                "locale": locale,
                "locked_until": locked_until,
                "name": name,
                "phone": phone,
                "roles": roles,
                "state": state,
                "time_zone": time_zone,
                "updated_at": updated_at,
                "verified_at": verified_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        email = d.pop("email")

        id = UUID(d.pop("id"))

        locale = d.pop("locale")

        def _parse_locked_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                locked_until_type_0 = datetime.datetime.fromisoformat(data)

                return locked_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        locked_until = _parse_locked_until(d.pop("locked_until"))

        name = d.pop("name")

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        roles = cast(list[str], d.pop("roles"))

        state = AccountState(d.pop("state"))

        time_zone = d.pop("time_zone")

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        def _parse_verified_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_at_type_0 = datetime.datetime.fromisoformat(data)

                return verified_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        verified_at = _parse_verified_at(d.pop("verified_at"))

        version = d.pop("version")

        account = cls(
            created_at=created_at,
            email=email,
            id=id,
            locale=locale,
            locked_until=locked_until,
            name=name,
            phone=phone,
            roles=roles,
            state=state,
            time_zone=time_zone,
            updated_at=updated_at,
            verified_at=verified_at,
            version=version,
        )

        account.additional_properties = d
        return account

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
