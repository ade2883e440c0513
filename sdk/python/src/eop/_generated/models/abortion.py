# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.abort_reason import AbortReason

T = TypeVar("T", bound="Abortion")


@_attrs_define
class Abortion:
    """The end of a shipment

    Attributes:
        reason (AbortReason): Why a shipment is given up
    """

    reason: AbortReason

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = AbortReason(d.pop("reason"))

        abortion = cls(
            reason=reason,
        )

        return abortion
