# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.effect import Effect
from ..models.scope import Scope

T = TypeVar("T", bound="RoleRule")


@_attrs_define
class RoleRule:
    """A rule of a role

    Attributes:
        action (str): What may be done to it, or `*` for everything.
        effect (Effect): What a rule does with what it is about
        resource (str): The kind of thing, or `*` for every kind.
        scope (Scope): How far a permission reaches
    """

    action: str
    effect: Effect
    resource: str
    scope: Scope
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        action = self.action

        effect = self.effect.value

        resource = self.resource

        scope = self.scope.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
                "effect": effect,
                "resource": resource,
                "scope": scope,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        action = d.pop("action")

        effect = Effect(d.pop("effect"))

        resource = d.pop("resource")

        scope = Scope(d.pop("scope"))

        role_rule = cls(
            action=action,
            effect=effect,
            resource=resource,
            scope=scope,
        )

        role_rule.additional_properties = d
        return role_rule

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
