# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TraceHead")


@_attrs_define
class TraceHead:
    """What can be said of a service's part in a trace at a glance

    Attributes:
        failures (int): How many of them failed.
        name (str): The name of the service's first span in it.
        spans (int): How many spans there are.
        started_at (datetime.datetime): When that began.
        took_us (int): From then to the end of the last one, in microseconds.
        trace_id (str): The trace.
    """

    failures: int
    name: str
    spans: int
    started_at: datetime.datetime
    took_us: int
    trace_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        failures = self.failures

        name = self.name

        spans = self.spans

        started_at = self.started_at.isoformat()

        took_us = self.took_us

        trace_id = self.trace_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "failures": failures,
                "name": name,
                "spans": spans,
                "started_at": started_at,
                "took_us": took_us,
                "trace_id": trace_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        failures = d.pop("failures")

        name = d.pop("name")

        spans = d.pop("spans")

        started_at = datetime.datetime.fromisoformat(d.pop("started_at"))

        took_us = d.pop("took_us")

        trace_id = d.pop("trace_id")

        trace_head = cls(
            failures=failures,
            name=name,
            spans=spans,
            started_at=started_at,
            took_us=took_us,
            trace_id=trace_id,
        )

        trace_head.additional_properties = d
        return trace_head

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
