# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Session")


@_attrs_define
class Session:
    """A signed-in session

    Attributes:
        created_at (datetime.datetime): When it was opened.
        current (bool): Whether it is the one of this request.
        device (None | str): What opened it: browser and system, or the `User-Agent` of another program.
        expires_at (datetime.datetime): When it ends in any case.
        id (UUID): Identity.
        idle_until (datetime.datetime): When it ends if it is not refreshed before.
        ip (None | str): The address it was last used from.
        last_seen_at (datetime.datetime): When it was last refreshed.
    """

    created_at: datetime.datetime
    current: bool
    device: None | str
    expires_at: datetime.datetime
    id: UUID
    idle_until: datetime.datetime
    ip: None | str
    last_seen_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        current = self.current

        device: None | str
        device = self.device

        expires_at = self.expires_at.isoformat()

        id = str(self.id)

        idle_until = self.idle_until.isoformat()

        ip: None | str
        ip = self.ip

        last_seen_at = self.last_seen_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "current": current,
                "device": device,
                "expires_at": expires_at,
                "id": id,
                "idle_until": idle_until,
                "ip": ip,
                "last_seen_at": last_seen_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        current = d.pop("current")

        def _parse_device(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        device = _parse_device(d.pop("device"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        id = UUID(d.pop("id"))

        idle_until = datetime.datetime.fromisoformat(d.pop("idle_until"))

        def _parse_ip(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ip = _parse_ip(d.pop("ip"))

        last_seen_at = datetime.datetime.fromisoformat(d.pop("last_seen_at"))

        session = cls(
            created_at=created_at,
            current=current,
            device=device,
            expires_at=expires_at,
            id=id,
            idle_until=idle_until,
            ip=ip,
            last_seen_at=last_seen_at,
        )

        session.additional_properties = d
        return session

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
