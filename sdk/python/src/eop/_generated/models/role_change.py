# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.role_rule import RoleRule


T = TypeVar("T", bound="RoleChange")


@_attrs_define
class RoleChange:
    """What a role is to be from now on

    Attributes:
        description (str): What it is for, at most 300 characters.
        permissions (list[RoleRule]): All that it grants and denies; what is not granted is refused.
    """

    description: str
    permissions: list[RoleRule]

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item = permissions_item_data.to_dict()
            permissions.append(permissions_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "description": description,
                "permissions": permissions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.role_rule import RoleRule  # noqa: PLC0415

        d = dict(src_dict)
        description = d.pop("description")

        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:
            permissions_item = RoleRule.from_dict(permissions_item_data)

            permissions.append(permissions_item)

        role_change = cls(
            description=description,
            permissions=permissions,
        )

        return role_change
