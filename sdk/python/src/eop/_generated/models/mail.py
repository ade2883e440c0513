# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Mail")


@_attrs_define
class Mail:
    """A mail

    Attributes:
        html (str): The HTML part.
        id (UUID): Identity: that of the delivery.
        received_at (datetime.datetime): When it arrived.
        subject (str): The subject line.
        text (str): The plain text part.
        to (str): To which address.
    """

    html: str
    id: UUID
    received_at: datetime.datetime
    subject: str
    text: str
    to: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        html = self.html

        id = str(self.id)

        received_at = self.received_at.isoformat()

        subject = self.subject

        text = self.text

        to = self.to

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "html": html,
                "id": id,
                "received_at": received_at,
                "subject": subject,
                "text": text,
                "to": to,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        html = d.pop("html")

        id = UUID(d.pop("id"))

        received_at = datetime.datetime.fromisoformat(d.pop("received_at"))

        subject = d.pop("subject")

        text = d.pop("text")

        to = d.pop("to")

        mail = cls(
            html=html,
            id=id,
            received_at=received_at,
            subject=subject,
            text=text,
            to=to,
        )

        mail.additional_properties = d
        return mail

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
