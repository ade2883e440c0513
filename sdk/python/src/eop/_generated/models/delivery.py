# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.channel import Channel
from ..models.delivery_status import DeliveryStatus
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.attempt import Attempt


T = TypeVar("T", bound="Delivery")


@_attrs_define
class Delivery:
    """One notification on one channel

    Attributes:
        attempts (int): Attempts begun so far.
        channel (Channel): A way to reach a person
        created_at (datetime.datetime): When it was planned.
        expires_at (datetime.datetime): News older than this is not sent any more.
        id (UUID): Identity.
        last_error (None | str): Why the last attempt failed; null when it did not.
        next_attempt_at (datetime.datetime | None): When the next attempt is due; null when none is planned.
        notification_id (UUID): The notification.
        reference (None | str): The provider's reference; null until it took the message.
        status (DeliveryStatus): Where a delivery is in its life
        updated_at (datetime.datetime): When it last changed.
        log (list[Attempt] | Unset): Its attempts, the oldest first; only where they were asked for.
    """

    attempts: int
    channel: Channel
    created_at: datetime.datetime
    expires_at: datetime.datetime
    id: UUID
    last_error: None | str
    next_attempt_at: datetime.datetime | None
    notification_id: UUID
    reference: None | str
    status: DeliveryStatus
    updated_at: datetime.datetime
    log: list[Attempt] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attempts = self.attempts

        channel = self.channel.value

        created_at = self.created_at.isoformat()

        expires_at = self.expires_at.isoformat()

        id = str(self.id)

        last_error: None | str
        last_error = self.last_error

        next_attempt_at: None | str
        if isinstance(self.next_attempt_at, datetime.datetime):
            next_attempt_at = self.next_attempt_at.isoformat()
        else:
            next_attempt_at = self.next_attempt_at

        notification_id = str(self.notification_id)

        reference: None | str
        reference = self.reference

        status = self.status.value

        updated_at = self.updated_at.isoformat()

        log: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.log, Unset):
            log = []
            for log_item_data in self.log:
                log_item = log_item_data.to_dict()
                log.append(log_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attempts": attempts,
                "channel": channel,
                "created_at": created_at,
                "expires_at": expires_at,
                "id": id,
                "last_error": last_error,
                "next_attempt_at": next_attempt_at,
                "notification_id": notification_id,
                "reference": reference,
                "status": status,
                "updated_at": updated_at,
            }
        )
        if log is not UNSET:
            field_dict["log"] = log

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attempt import Attempt  # noqa: PLC0415

        d = dict(src_dict)
        attempts = d.pop("attempts")

        channel = Channel(d.pop("channel"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        id = UUID(d.pop("id"))

        def _parse_last_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last_error = _parse_last_error(d.pop("last_error"))

        def _parse_next_attempt_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_attempt_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_attempt_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_attempt_at = _parse_next_attempt_at(d.pop("next_attempt_at"))

        notification_id = UUID(d.pop("notification_id"))

        def _parse_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reference = _parse_reference(d.pop("reference"))

        status = DeliveryStatus(d.pop("status"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        _log = d.pop("log", UNSET)
        log: list[Attempt] | Unset = UNSET
        if _log is not UNSET:
            log = []
            for log_item_data in _log:
                log_item = Attempt.from_dict(log_item_data)

                log.append(log_item)

        delivery = cls(
            attempts=attempts,
            channel=channel,
            created_at=created_at,
            expires_at=expires_at,
            id=id,
            last_error=last_error,
            next_attempt_at=next_attempt_at,
            notification_id=notification_id,
            reference=reference,
            status=status,
            updated_at=updated_at,
            log=log,
        )

        delivery.additional_properties = d
        return delivery

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
