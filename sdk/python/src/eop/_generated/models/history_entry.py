# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.order_action import OrderAction
from ..models.order_status import OrderStatus

if TYPE_CHECKING:
    from ..models.actor import Actor


T = TypeVar("T", bound="HistoryEntry")


@_attrs_define
class HistoryEntry:
    """One step in the life of an order

    Attributes:
        action (OrderAction): What can be done to an order
        actor (Actor): Who did something
        at (datetime.datetime): When.
        from_ (None | OrderStatus): The status before; null for the first step.
        note (None | str): What they said about it.
        reason (None | str): Why, as a code or short phrase.
        to (OrderStatus): Where an order is in its life
        trace_id (None | str): The trace of the request that did it.
        version (int): The order's version after the step.
    """

    action: OrderAction
    actor: Actor
    at: datetime.datetime
    from_: None | OrderStatus
    note: None | str
    reason: None | str
    to: OrderStatus
    trace_id: None | str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        action = self.action.value

        actor = self.actor.to_dict()

        at = self.at.isoformat()

        from_: None | str
        if isinstance(self.from_, OrderStatus):
            from_ = self.from_.value
        else:
            from_ = self.from_

        note: None | str
        note = self.note

        reason: None | str
        reason = self.reason

        to = self.to.value

        trace_id: None | str
        trace_id = self.trace_id

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
                "actor": actor,
                "at": at,
                "from": from_,
                "note": note,
                "reason": reason,
                "to": to,
                "trace_id": trace_id,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.actor import Actor  # noqa: PLC0415

        d = dict(src_dict)
        action = OrderAction(d.pop("action"))

        actor = Actor.from_dict(d.pop("actor"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        def _parse_from_(data: object) -> None | OrderStatus:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                from_type_0 = OrderStatus(data)

                return from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OrderStatus, data)

        from_ = _parse_from_(d.pop("from"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        to = OrderStatus(d.pop("to"))

        def _parse_trace_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        trace_id = _parse_trace_id(d.pop("trace_id"))

        version = d.pop("version")

        history_entry = cls(
            action=action,
            actor=actor,
            at=at,
            from_=from_,
            note=note,
            reason=reason,
            to=to,
            trace_id=trace_id,
            version=version,
        )

        history_entry.additional_properties = d
        return history_entry

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
