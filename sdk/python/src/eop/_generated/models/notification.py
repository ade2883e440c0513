# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.delivery import Delivery
    from ..models.event_origin import EventOrigin


T = TypeVar("T", bound="Notification")


@_attrs_define
class Notification:
    """What one recipient is told about one event

    Attributes:
        created_at (datetime.datetime): When it was planned.
        deliveries (list[Delivery]): One per channel.
        event_id (UUID): The event that it tells of.
        id (UUID): Identity.
        kind (str): What it is about, such as `order.created`.
        order_id (None | UUID): The order it is about, if any.
        origin (EventOrigin | None): Where that was read; null of what an older version planned.
        recipient (UUID): Who is told.
        trace_id (None | str): The trace of the request that caused it.
    """

    created_at: datetime.datetime
    deliveries: list[Delivery]
    event_id: UUID
    id: UUID
    kind: str
    order_id: None | UUID
    origin: EventOrigin | None
    recipient: UUID
    trace_id: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.event_origin import EventOrigin  # noqa: PLC0415

        created_at = self.created_at.isoformat()

        deliveries = []
        for deliveries_item_data in self.deliveries:
            deliveries_item = deliveries_item_data.to_dict()
            deliveries.append(deliveries_item)

        event_id = str(self.event_id)

        id = str(self.id)

        kind = self.kind

        order_id: None | str
        if isinstance(self.order_id, UUID):
            order_id = str(self.order_id)
        else:
            order_id = self.order_id

        origin: dict[str, Any] | None
        if isinstance(self.origin, EventOrigin):
            origin = self.origin.to_dict()
        else:
            origin = self.origin

        recipient = str(self.recipient)

        trace_id: None | str
        trace_id = self.trace_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "deliveries": deliveries,
                "event_id": event_id,
                "id": id,
                "kind": kind,
                "order_id": order_id,
                "origin": origin,
                "recipient": recipient,
                "trace_id": trace_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.delivery import Delivery  # noqa: PLC0415
        from ..models.event_origin import EventOrigin  # noqa: PLC0415

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        deliveries = []
        _deliveries = d.pop("deliveries")
        for deliveries_item_data in _deliveries:
            deliveries_item = Delivery.from_dict(deliveries_item_data)

            deliveries.append(deliveries_item)

        event_id = UUID(d.pop("event_id"))

        id = UUID(d.pop("id"))

        kind = d.pop("kind")

        def _parse_order_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                order_id_type_0 = UUID(data)

                return order_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        order_id = _parse_order_id(d.pop("order_id"))

        def _parse_origin(data: object) -> EventOrigin | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                origin_type_0 = EventOrigin.from_dict(data)

                return origin_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EventOrigin | None, data)

        origin = _parse_origin(d.pop("origin"))

        recipient = UUID(d.pop("recipient"))

        def _parse_trace_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        trace_id = _parse_trace_id(d.pop("trace_id"))

        notification = cls(
            created_at=created_at,
            deliveries=deliveries,
            event_id=event_id,
            id=id,
            kind=kind,
            order_id=order_id,
            origin=origin,
            recipient=recipient,
            trace_id=trace_id,
        )

        notification.additional_properties = d
        return notification

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
