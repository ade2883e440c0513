# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SlowRequest")


@_attrs_define
class SlowRequest:
    """A request that took long

    Attributes:
        at (datetime.datetime): When it was answered.
        method (str): The method.
        route (str): The template of the route.
        status (int): The status of the answer.
        took_us (int): How long it took, in microseconds.
        trace_id (None | str): Its trace; null when it was not recorded.
    """

    at: datetime.datetime
    method: str
    route: str
    status: int
    took_us: int
    trace_id: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        method = self.method

        route = self.route

        status = self.status

        took_us = self.took_us

        trace_id: None | str
        trace_id = self.trace_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "method": method,
                "route": route,
                "status": status,
                "took_us": took_us,
                "trace_id": trace_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        method = d.pop("method")

        route = d.pop("route")

        status = d.pop("status")

        took_us = d.pop("took_us")

        def _parse_trace_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        trace_id = _parse_trace_id(d.pop("trace_id"))

        slow_request = cls(
            at=at,
            method=method,
            route=route,
            status=status,
            took_us=took_us,
            trace_id=trace_id,
        )

        slow_request.additional_properties = d
        return slow_request

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
