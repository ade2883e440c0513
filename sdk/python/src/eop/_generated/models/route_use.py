# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RouteUse")


@_attrs_define
class RouteUse:
    """How a route was used in the last hour

    Attributes:
        failed (int): Those of them that were answered with 500 and above.
        longest_us (int): How long the slowest took.
        mean_us (int): How long one took on average, in microseconds.
        method (str): The method.
        requests (int): Requests that were answered.
        route (str): The template of the route.
    """

    failed: int
    longest_us: int
    mean_us: int
    method: str
    requests: int
    route: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        failed = self.failed

        longest_us = self.longest_us

        mean_us = self.mean_us

        method = self.method

        requests = self.requests

        route = self.route

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "failed": failed,
                "longest_us": longest_us,
                "mean_us": mean_us,
                "method": method,
                "requests": requests,
                "route": route,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        failed = d.pop("failed")

        longest_us = d.pop("longest_us")

        mean_us = d.pop("mean_us")

        method = d.pop("method")

        requests = d.pop("requests")

        route = d.pop("route")

        route_use = cls(
            failed=failed,
            longest_us=longest_us,
            mean_us=mean_us,
            method=method,
            requests=requests,
            route=route,
        )

        route_use.additional_properties = d
        return route_use

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
