# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.bulk_action import BulkAction
from ..types import UNSET, Unset

T = TypeVar("T", bound="BulkRequest")


@_attrs_define
class BulkRequest:
    """One deed for many orders

    Attributes:
        action (BulkAction): What can be done to many orders at once
        ids (list[UUID]): To which orders, each named once.
        carrier (None | str | Unset): Which carrier, at most 100 characters: for `ship`.
        delivered_at (datetime.datetime | None | Unset): When they arrived; now when absent: for `deliver`.
        dry_run (bool | Unset): Only say what would happen to each, and do nothing. Default: False.
        note (None | str | Unset): A remark for the history of each, at most 2000 characters: for `approve`, `reject`
            and `cancel`.
        reason (None | str | Unset): Why, at most 100 characters: for `reject` and, by staff, for `cancel`; for `abort`
            it is `lost` or
            `returned_to_sender`.
        tracking_number (None | str | Unset): Its number for all of them together, at most 100 characters: for `ship`.
    """

    action: BulkAction
    ids: list[UUID]
    carrier: None | str | Unset = UNSET
    delivered_at: datetime.datetime | None | Unset = UNSET
    dry_run: bool | Unset = False
    note: None | str | Unset = UNSET
    reason: None | str | Unset = UNSET
    tracking_number: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        action = self.action.value

        ids = []
        for ids_item_data in self.ids:
            ids_item = str(ids_item_data)
            ids.append(ids_item)

        carrier: None | str | Unset
        if isinstance(self.carrier, Unset):
            carrier = UNSET
        else:
            carrier = self.carrier

        delivered_at: None | str | Unset
        if isinstance(self.delivered_at, Unset):
            delivered_at = UNSET
        elif isinstance(self.delivered_at, datetime.datetime):
            delivered_at = self.delivered_at.isoformat()
        else:
            delivered_at = self.delivered_at

        dry_run = self.dry_run

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        tracking_number: None | str | Unset
        if isinstance(self.tracking_number, Unset):
            tracking_number = UNSET
        else:
            tracking_number = self.tracking_number

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "action": action,
                "ids": ids,
            }
        )
        if carrier is not UNSET:
            field_dict["carrier"] = carrier
        if delivered_at is not UNSET:
            field_dict["delivered_at"] = delivered_at
        if dry_run is not UNSET:
            field_dict["dry_run"] = dry_run
        if note is not UNSET:
            field_dict["note"] = note
        if reason is not UNSET:
            field_dict["reason"] = reason
        if tracking_number is not UNSET:
            field_dict["tracking_number"] = tracking_number

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        action = BulkAction(d.pop("action"))

        ids = []
        _ids = d.pop("ids")
        for ids_item_data in _ids:
            ids_item = UUID(ids_item_data)

            ids.append(ids_item)

        def _parse_carrier(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        carrier = _parse_carrier(d.pop("carrier", UNSET))

        def _parse_delivered_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                delivered_at_type_0 = datetime.datetime.fromisoformat(data)

                return delivered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        delivered_at = _parse_delivered_at(d.pop("delivered_at", UNSET))

        dry_run = d.pop("dry_run", UNSET)

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        def _parse_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        def _parse_tracking_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tracking_number = _parse_tracking_number(d.pop("tracking_number", UNSET))

        bulk_request = cls(
            action=action,
            ids=ids,
            carrier=carrier,
            delivered_at=delivered_at,
            dry_run=dry_run,
            note=note,
            reason=reason,
            tracking_number=tracking_number,
        )

        return bulk_request
