# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.named_value import NamedValue


T = TypeVar("T", bound="TroubleLine")


@_attrs_define
class TroubleLine:
    """A line of the log that tells of trouble

    Attributes:
        at (str): When.
        fields (list[NamedValue]): What else it says.
        level (str): `WARN` or `ERROR`.
        message (str): What it says.
        trace_id (None | str): The trace that it belongs to, if any.
    """

    at: str
    fields: list[NamedValue]
    level: str
    message: str
    trace_id: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at

        fields = []
        for fields_item_data in self.fields:
            fields_item = fields_item_data.to_dict()
            fields.append(fields_item)

        level = self.level

        message = self.message

        trace_id: None | str
        trace_id = self.trace_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "fields": fields,
                "level": level,
                "message": message,
                "trace_id": trace_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_value import NamedValue  # noqa: PLC0415

        d = dict(src_dict)
        at = d.pop("at")

        fields = []
        _fields = d.pop("fields")
        for fields_item_data in _fields:
            fields_item = NamedValue.from_dict(fields_item_data)

            fields.append(fields_item)

        level = d.pop("level")

        message = d.pop("message")

        def _parse_trace_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        trace_id = _parse_trace_id(d.pop("trace_id"))

        trouble_line = cls(
            at=at,
            fields=fields,
            level=level,
            message=message,
            trace_id=trace_id,
        )

        trouble_line.additional_properties = d
        return trouble_line

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
