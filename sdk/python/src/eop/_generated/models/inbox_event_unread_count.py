# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.inbox_event_unread_count_type import InboxEventUnreadCountType

T = TypeVar("T", bound="InboxEventUnreadCount")


@_attrs_define
class InboxEventUnreadCount:
    """How many items are unread

    Attributes:
        type_ (InboxEventUnreadCountType):  Example: unread.
        unread (int): The number.
    """

    type_: InboxEventUnreadCountType
    unread: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_.value

        unread = self.unread

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "unread": unread,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = InboxEventUnreadCountType(d.pop("type"))

        unread = d.pop("unread")

        inbox_event_unread_count = cls(
            type_=type_,
            unread=unread,
        )

        inbox_event_unread_count.additional_properties = d
        return inbox_event_unread_count

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
