# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.role_rule import RoleRule


T = TypeVar("T", bound="NewRole")


@_attrs_define
class NewRole:
    """A role to make

    Attributes:
        description (str): What it is for, at most 300 characters.
        name (str): Its name, for ever: a lower-case letter, then up to 31 of a-z, 0-9, _ and -.
        permissions (list[RoleRule]): What it grants and denies; what is not granted is refused.
    """

    description: str
    name: str
    permissions: list[RoleRule]

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        name = self.name

        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item = permissions_item_data.to_dict()
            permissions.append(permissions_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "description": description,
                "name": name,
                "permissions": permissions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.role_rule import RoleRule  # noqa: PLC0415

        d = dict(src_dict)
        description = d.pop("description")

        name = d.pop("name")

        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:
            permissions_item = RoleRule.from_dict(permissions_item_data)

            permissions.append(permissions_item)

        new_role = cls(
            description=description,
            name=name,
            permissions=permissions,
        )

        return new_role
