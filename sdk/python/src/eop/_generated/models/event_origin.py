# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="EventOrigin")


@_attrs_define
class EventOrigin:
    """Where on the bus an event was read

    Attributes:
        occurred_at (datetime.datetime): When that happened.
        offset (int): The offset within the partition.
        partition (int): The partition of the topic.
        sequence (int): The version of the event's subject after the change that it tells of.
        topic (str): The topic.
    """

    occurred_at: datetime.datetime
    offset: int
    partition: int
    sequence: int
    topic: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        occurred_at = self.occurred_at.isoformat()

        offset = self.offset

        partition = self.partition

        sequence = self.sequence

        topic = self.topic

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "occurred_at": occurred_at,
                "offset": offset,
                "partition": partition,
                "sequence": sequence,
                "topic": topic,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        offset = d.pop("offset")

        partition = d.pop("partition")

        sequence = d.pop("sequence")

        topic = d.pop("topic")

        event_origin = cls(
            occurred_at=occurred_at,
            offset=offset,
            partition=partition,
            sequence=sequence,
            topic=topic,
        )

        event_origin.additional_properties = d
        return event_origin

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
