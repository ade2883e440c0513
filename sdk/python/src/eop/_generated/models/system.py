# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.route_use import RouteUse
    from ..models.slow_request import SlowRequest
    from ..models.system_sample import SystemSample
    from ..models.trouble_line import TroubleLine


T = TypeVar("T", bound="System")


@_attrs_define
class System:
    """What a service remembers of the last hour

    Attributes:
        routes (list[RouteUse]): The busiest first.
        samples (list[SystemSample]): The oldest first; the last one ends now.
        slowest (list[SlowRequest]): At most three of each route, the slowest first.
        troubles (list[TroubleLine]): The newest first.
    """

    routes: list[RouteUse]
    samples: list[SystemSample]
    slowest: list[SlowRequest]
    troubles: list[TroubleLine]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        routes = []
        for routes_item_data in self.routes:
            routes_item = routes_item_data.to_dict()
            routes.append(routes_item)

        samples = []
        for samples_item_data in self.samples:
            samples_item = samples_item_data.to_dict()
            samples.append(samples_item)

        slowest = []
        for slowest_item_data in self.slowest:
            slowest_item = slowest_item_data.to_dict()
            slowest.append(slowest_item)

        troubles = []
        for troubles_item_data in self.troubles:
            troubles_item = troubles_item_data.to_dict()
            troubles.append(troubles_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "routes": routes,
                "samples": samples,
                "slowest": slowest,
                "troubles": troubles,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.route_use import RouteUse  # noqa: PLC0415
        from ..models.slow_request import SlowRequest  # noqa: PLC0415
        from ..models.system_sample import SystemSample  # noqa: PLC0415
        from ..models.trouble_line import TroubleLine  # noqa: PLC0415

        d = dict(src_dict)
        routes = []
        _routes = d.pop("routes")
        for routes_item_data in _routes:
            routes_item = RouteUse.from_dict(routes_item_data)

            routes.append(routes_item)

        samples = []
        _samples = d.pop("samples")
        for samples_item_data in _samples:
            samples_item = SystemSample.from_dict(samples_item_data)

            samples.append(samples_item)

        slowest = []
        _slowest = d.pop("slowest")
        for slowest_item_data in _slowest:
            slowest_item = SlowRequest.from_dict(slowest_item_data)

            slowest.append(slowest_item)

        troubles = []
        _troubles = d.pop("troubles")
        for troubles_item_data in _troubles:
            troubles_item = TroubleLine.from_dict(troubles_item_data)

            troubles.append(troubles_item)

        system = cls(
            routes=routes,
            samples=samples,
            slowest=slowest,
            troubles=troubles,
        )

        system.additional_properties = d
        return system

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
