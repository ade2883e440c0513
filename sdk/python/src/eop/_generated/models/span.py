# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.named_value import NamedValue


T = TypeVar("T", bound="Span")


@_attrs_define
class Span:
    """One span of a trace

    Attributes:
        attributes (list[NamedValue]): What else is known.
        failed (bool): Whether it failed.
        failure (None | str): What went wrong; null when it did not fail, or nobody said.
        id (str): The span, 16 hexadecimal digits.
        kind (str): `server`, `client`, `producer`, `consumer` or `internal`.
        links (list[str]): Other traces that it belongs to as well, such as those of the requests that were written
            together.
        name (str): What was done.
        parent_id (None | str): The span that it is a part of; null at the beginning of a trace.
        started_at (datetime.datetime): When it began.
        took_us (int): How long it took, in microseconds.
        trace_id (str): The trace.
    """

    attributes: list[NamedValue]
    failed: bool
    failure: None | str
    id: str
    kind: str
    links: list[str]
    name: str
    parent_id: None | str
    started_at: datetime.datetime
    took_us: int
    trace_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attributes = []
        for attributes_item_data in self.attributes:
            attributes_item = attributes_item_data.to_dict()
            attributes.append(attributes_item)

        failed = self.failed

        failure: None | str
        failure = self.failure

        id = self.id

        kind = self.kind

        links = self.links

        name = self.name

        parent_id: None | str
        parent_id = self.parent_id

        started_at = self.started_at.isoformat()

        took_us = self.took_us

        trace_id = self.trace_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attributes": attributes,
                "failed": failed,
                "failure": failure,
                "id": id,
                "kind": kind,
                "links": links,
                "name": name,
                "parent_id": parent_id,
                "started_at": started_at,
                "took_us": took_us,
                "trace_id": trace_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_value import NamedValue  # noqa: PLC0415

        d = dict(src_dict)
        attributes = []
        _attributes = d.pop("attributes")
        for attributes_item_data in _attributes:
            attributes_item = NamedValue.from_dict(attributes_item_data)

            attributes.append(attributes_item)

        failed = d.pop("failed")

        def _parse_failure(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        failure = _parse_failure(d.pop("failure"))

        id = d.pop("id")

        kind = d.pop("kind")

        links = cast(list[str], d.pop("links"))

        name = d.pop("name")

        def _parse_parent_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent_id = _parse_parent_id(d.pop("parent_id"))

        started_at = datetime.datetime.fromisoformat(d.pop("started_at"))

        took_us = d.pop("took_us")

        trace_id = d.pop("trace_id")

        span = cls(
            attributes=attributes,
            failed=failed,
            failure=failure,
            id=id,
            kind=kind,
            links=links,
            name=name,
            parent_id=parent_id,
            started_at=started_at,
            took_us=took_us,
            trace_id=trace_id,
        )

        span.additional_properties = d
        return span

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
