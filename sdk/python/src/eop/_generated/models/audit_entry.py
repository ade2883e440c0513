# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.audit_entry_detail_type_0 import AuditEntryDetailType0


T = TypeVar("T", bound="AuditEntry")


@_attrs_define
class AuditEntry:
    """An entry of the audit log

    Attributes:
        action (str): What, such as order.approve.
        actor_id (str): Who.
        actor_kind (str): The kind of actor: user, service or system.
        at (datetime.datetime): When.
        detail (AuditEntryDetailType0 | None): What changed, without anything secret; null where there is nothing to
            say.
        id (UUID): Identity; sorts by time.
        ip (None | str): The address that the request came from; null where there was none.
        outcome (str): done or denied.
        request_id (None | str): The request; null where there was none.
        target (str): To what, such as order:0192….
        trace_id (None | str): The trace; null where there was none.
        user_agent (None | str): What the request said of its program; null where it said nothing.
    """

    action: str
    actor_id: str
    actor_kind: str
    at: datetime.datetime
    detail: AuditEntryDetailType0 | None
    id: UUID
    ip: None | str
    outcome: str
    request_id: None | str
    target: str
    trace_id: None | str
    user_agent: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.audit_entry_detail_type_0 import (
            AuditEntryDetailType0,  # noqa: PLC0415
        )

        action = self.action

        actor_id = self.actor_id

        actor_kind = self.actor_kind

        at = self.at.isoformat()

        detail: dict[str, Any] | None
        if isinstance(self.detail, AuditEntryDetailType0):
            detail = self.detail.to_dict()
        else:
            detail = self.detail

        id = str(self.id)

        ip: None | str
        ip = self.ip

        outcome = self.outcome

        request_id: None | str
        request_id = self.request_id

        target = self.target

        trace_id: None | str
        trace_id = self.trace_id

        user_agent: None | str
        user_agent = self.user_agent

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
                "actor_id": actor_id,
                "actor_kind": actor_kind,
                "at": at,
                "detail": detail,
                "id": id,
                "ip": ip,
                "outcome": outcome,
                "request_id": request_id,
                "target": target,
                "trace_id": trace_id,
                "user_agent": user_agent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audit_entry_detail_type_0 import (
            AuditEntryDetailType0,  # noqa: PLC0415
        )

        d = dict(src_dict)
        action = d.pop("action")

        actor_id = d.pop("actor_id")

        actor_kind = d.pop("actor_kind")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        def _parse_detail(data: object) -> AuditEntryDetailType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                detail_type_0 = AuditEntryDetailType0.from_dict(data)

                return detail_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AuditEntryDetailType0 | None, data)

        detail = _parse_detail(d.pop("detail"))

        id = UUID(d.pop("id"))

        def _parse_ip(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ip = _parse_ip(d.pop("ip"))

        outcome = d.pop("outcome")

        def _parse_request_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        request_id = _parse_request_id(d.pop("request_id"))

        target = d.pop("target")

        def _parse_trace_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        trace_id = _parse_trace_id(d.pop("trace_id"))

        def _parse_user_agent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        user_agent = _parse_user_agent(d.pop("user_agent"))

        audit_entry = cls(
            action=action,
            actor_id=actor_id,
            actor_kind=actor_kind,
            at=at,
            detail=detail,
            id=id,
            ip=ip,
            outcome=outcome,
            request_id=request_id,
            target=target,
            trace_id=trace_id,
            user_agent=user_agent,
        )

        audit_entry.additional_properties = d
        return audit_entry

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
