# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PolicyRule")


@_attrs_define
class PolicyRule:
    """A rule as it is written; some words may be of a newer version

    Attributes:
        action (str): What is done to it, or `*`.
        effect (str): `allow` or `deny`.
        resource (str): The kind of thing, or `*`.
        scope (str): `own` or `any`.
    """

    action: str
    effect: str
    resource: str
    scope: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        action = self.action

        effect = self.effect

        resource = self.resource

        scope = self.scope

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

        effect = d.pop("effect")

        resource = d.pop("resource")

        scope = d.pop("scope")

        policy_rule = cls(
            action=action,
            effect=effect,
            resource=resource,
            scope=scope,
        )

        policy_rule.additional_properties = d
        return policy_rule

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
