# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.visibility import Visibility

T = TypeVar("T", bound="NoteDraft")


@_attrs_define
class NoteDraft:
    """A note to write

    Attributes:
        text (str): What it says, at most 2000 characters.
        visibility (Visibility): Who may read a note
    """

    text: str
    visibility: Visibility

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        visibility = self.visibility.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
                "visibility": visibility,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        visibility = Visibility(d.pop("visibility"))

        note_draft = cls(
            text=text,
            visibility=visibility,
        )

        return note_draft
