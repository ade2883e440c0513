# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ProfileChange")


@_attrs_define
class ProfileChange:
    """What to change of one's profile; what is absent stays

    Attributes:
        locale (str | Unset): A new BCP 47 language tag; kept in its canonical form.
        name (str | Unset): A new name, at most 200 characters.
        phone (None | str | Unset): A new phone number in E.164 form; null removes it.
        time_zone (str | Unset): A new time zone, by its name in the IANA database.
    """

    locale: str | Unset = UNSET
    name: str | Unset = UNSET
    phone: None | str | Unset = UNSET
    time_zone: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        locale = self.locale

        name = self.name

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        time_zone = self.time_zone

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if locale is not UNSET:
            field_dict["locale"] = locale
        if name is not UNSET:
            field_dict["name"] = name
        if phone is not UNSET:
            field_dict["phone"] = phone
        if time_zone is not UNSET:
            field_dict["time_zone"] = time_zone

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        locale = d.pop("locale", UNSET)

        name = d.pop("name", UNSET)

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        time_zone = d.pop("time_zone", UNSET)

        profile_change = cls(
            locale=locale,
            name=name,
            phone=phone,
            time_zone=time_zone,
        )

        return profile_change
