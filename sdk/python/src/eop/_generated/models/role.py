# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.role_rule import RoleRule


T = TypeVar("T", bound="Role")


@_attrs_define
class Role:
    """A role

    Attributes:
        built_in (bool): Whether the platform ships with it: it cannot be removed.
        created_at (datetime.datetime): When it was made.
        description (str): What it is for.
        fixed (bool): Whether what it may do cannot be changed.
        name (str): Its name.
        permissions (list[RoleRule]): What it grants and denies.
        updated_at (datetime.datetime): When it last changed.
        version (int): Grows by one with each change; the `ETag` of the role.
    """

    built_in: bool
    created_at: datetime.datetime
    description: str
    fixed: bool
    name: str
    permissions: list[RoleRule]
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        built_in = self.built_in

        created_at = self.created_at.isoformat()

        description = self.description

        fixed = self.fixed

        name = self.name

        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item = permissions_item_data.to_dict()
            permissions.append(permissions_item)

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "built_in": built_in,
                "created_at": created_at,
                "description": description,
                "fixed": fixed,
                "name": name,
                "permissions": permissions,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.role_rule import RoleRule  # noqa: PLC0415

        d = dict(src_dict)
        built_in = d.pop("built_in")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        description = d.pop("description")

        fixed = d.pop("fixed")

        name = d.pop("name")

        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:
            permissions_item = RoleRule.from_dict(permissions_item_data)

            permissions.append(permissions_item)

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        role = cls(
            built_in=built_in,
            created_at=created_at,
            description=description,
            fixed=fixed,
            name=name,
            permissions=permissions,
            updated_at=updated_at,
            version=version,
        )

        role.additional_properties = d
        return role

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
