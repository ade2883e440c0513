# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.address import Address
    from ..models.line_draft import LineDraft
    from ..models.order_draft_metadata_type_0 import OrderDraftMetadataType0


T = TypeVar("T", bound="OrderDraft")


@_attrs_define
class OrderDraft:
    """An order to place

    Attributes:
        lines (list[LineDraft]): What is ordered.
        shipping_address (Address): Where an order goes
        customer_id (None | Unset | UUID): For whom; for yourself when absent. Naming somebody else needs `order:create`
            over any.
        metadata (None | OrderDraftMetadataType0 | Unset): Your own data, at most 4 KiB of JSON. Numbers keep their
            value and not their spelling: `1.10` is given back as `1.1`.
        note (None | str | Unset): A wish, at most 2000 characters.
    """

    lines: list[LineDraft]
    shipping_address: Address
    customer_id: None | Unset | UUID = UNSET
    metadata: None | OrderDraftMetadataType0 | Unset = UNSET
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.order_draft_metadata_type_0 import (
            OrderDraftMetadataType0,  # noqa: PLC0415
        )

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        shipping_address = self.shipping_address.to_dict()

        customer_id: None | str | Unset
        if isinstance(self.customer_id, Unset):
            customer_id = UNSET
        elif isinstance(self.customer_id, UUID):
            customer_id = str(self.customer_id)
        else:
            customer_id = self.customer_id

        metadata: dict[str, Any] | None | Unset
        if isinstance(self.metadata, Unset):
            metadata = UNSET
        elif isinstance(self.metadata, OrderDraftMetadataType0):
            metadata = self.metadata.to_dict()
        else:
            metadata = self.metadata

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "lines": lines,
                "shipping_address": shipping_address,
            }
        )
        if customer_id is not UNSET:
            field_dict["customer_id"] = customer_id
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.address import Address  # noqa: PLC0415
        from ..models.line_draft import LineDraft  # noqa: PLC0415
        from ..models.order_draft_metadata_type_0 import (
            OrderDraftMetadataType0,  # noqa: PLC0415
        )

        d = dict(src_dict)
        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = LineDraft.from_dict(lines_item_data)

            lines.append(lines_item)

        shipping_address = Address.from_dict(d.pop("shipping_address"))

        def _parse_customer_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                customer_id_type_0 = UUID(data)

                return customer_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        customer_id = _parse_customer_id(d.pop("customer_id", UNSET))

        def _parse_metadata(data: object) -> None | OrderDraftMetadataType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                metadata_type_0 = OrderDraftMetadataType0.from_dict(data)

                return metadata_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OrderDraftMetadataType0 | Unset, data)

        metadata = _parse_metadata(d.pop("metadata", UNSET))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        order_draft = cls(
            lines=lines,
            shipping_address=shipping_address,
            customer_id=customer_id,
            metadata=metadata,
            note=note,
        )

        return order_draft
