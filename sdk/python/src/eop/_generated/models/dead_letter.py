# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.dead_letter_state import DeadLetterState

T = TypeVar("T", bound="DeadLetter")


@_attrs_define
class DeadLetter:
    """A message that could not be processed

    Attributes:
        created_at (datetime.datetime): When.
        error (str): What went wrong.
        event_id (None | UUID): The event, if it could be read that far.
        id (UUID): Identity.
        offset (int): The offset within the partition.
        partition (int): The partition of the topic.
        resolved_at (datetime.datetime | None): When that was decided; null before.
        sequence (int | None): The version of the subject after the change that the event tells of.
        state (DeadLetterState): What became of a dead letter
        subject (None | UUID): What the event is about, such as an order; null where that is not known.
        topic (str): The topic it came from.
        value (str): The record's value as text.
    """

    created_at: datetime.datetime
    error: str
    event_id: None | UUID
    id: UUID
    offset: int
    partition: int
    resolved_at: datetime.datetime | None
    sequence: int | None
    state: DeadLetterState
    subject: None | UUID
    topic: str
    value: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        error = self.error

        event_id: None | str
        if isinstance(self.event_id, UUID):
            event_id = str(self.event_id)
        else:
            event_id = self.event_id

        id = str(self.id)

        offset = self.offset

        partition = self.partition

        resolved_at: None | str
        if isinstance(self.resolved_at, datetime.datetime):
            resolved_at = self.resolved_at.isoformat()
        else:
            resolved_at = self.resolved_at

        sequence: int | None
        sequence = self.sequence

        state = self.state.value

        subject: None | str
        if isinstance(self.subject, UUID):
            subject = str(self.subject)
        else:
            subject = self.subject

        topic = self.topic

        value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "error": error,
                "event_id": event_id,
                "id": id,
                "offset": offset,
                "partition": partition,
                "resolved_at": resolved_at,
                "sequence": sequence,
                "state": state,
                "subject": subject,
                "topic": topic,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        error = d.pop("error")

        def _parse_event_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                event_id_type_0 = UUID(data)

                return event_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        event_id = _parse_event_id(d.pop("event_id"))

        id = UUID(d.pop("id"))

        offset = d.pop("offset")

        partition = d.pop("partition")

        def _parse_resolved_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                resolved_at_type_0 = datetime.datetime.fromisoformat(data)

                return resolved_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        resolved_at = _parse_resolved_at(d.pop("resolved_at"))

        def _parse_sequence(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        sequence = _parse_sequence(d.pop("sequence"))

        state = DeadLetterState(d.pop("state"))

        def _parse_subject(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                subject_type_0 = UUID(data)

                return subject_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        subject = _parse_subject(d.pop("subject"))

        topic = d.pop("topic")

        value = d.pop("value")

        dead_letter = cls(
            created_at=created_at,
            error=error,
            event_id=event_id,
            id=id,
            offset=offset,
            partition=partition,
            resolved_at=resolved_at,
            sequence=sequence,
            state=state,
            subject=subject,
            topic=topic,
            value=value,
        )

        dead_letter.additional_properties = d
        return dead_letter

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
