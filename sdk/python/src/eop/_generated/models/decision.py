# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.scope import Scope

if TYPE_CHECKING:
    from ..models.deciding_rule import DecidingRule


T = TypeVar("T", bound="Decision")


@_attrs_define
class Decision:
    """What the policy says

    Attributes:
        allowed (bool): Whether it is allowed.
        policy_version (int): The version of the policy that decided.
        roles (list[str]): The roles that were asked about.
        rule (DecidingRule | None): The rule that decided, if reasons are wanted; null when none matched, which is a
            refusal.
        scope (Scope): How far a permission reaches
        would_allow (list[DecidingRule]): Where none matched: the rules that would have allowed it, of other roles or
            over less than was asked for.
    """

    allowed: bool
    policy_version: int
    roles: list[str]
    rule: DecidingRule | None
    scope: Scope
    would_allow: list[DecidingRule]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.deciding_rule import DecidingRule  # noqa: PLC0415

        allowed = self.allowed

        policy_version = self.policy_version

        roles = self.roles

        rule: dict[str, Any] | None
        if isinstance(self.rule, DecidingRule):
            rule = self.rule.to_dict()
        else:
            rule = self.rule

        scope = self.scope.value

        would_allow = []
        for would_allow_item_data in self.would_allow:
            would_allow_item = would_allow_item_data.to_dict()
            would_allow.append(would_allow_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "allowed": allowed,
                "policy_version": policy_version,
                "roles": roles,
                "rule": rule,
                "scope": scope,
                "would_allow": would_allow,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.deciding_rule import DecidingRule  # noqa: PLC0415

        d = dict(src_dict)
        allowed = d.pop("allowed")

        policy_version = d.pop("policy_version")

        roles = cast(list[str], d.pop("roles"))

        def _parse_rule(data: object) -> DecidingRule | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                rule_type_0 = DecidingRule.from_dict(data)

                return rule_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DecidingRule | None, data)

        rule = _parse_rule(d.pop("rule"))

        scope = Scope(d.pop("scope"))

        would_allow = []
        _would_allow = d.pop("would_allow")
        for would_allow_item_data in _would_allow:
            would_allow_item = DecidingRule.from_dict(would_allow_item_data)

            would_allow.append(would_allow_item)

        decision = cls(
            allowed=allowed,
            policy_version=policy_version,
            roles=roles,
            rule=rule,
            scope=scope,
            would_allow=would_allow,
        )

        decision.additional_properties = d
        return decision

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
