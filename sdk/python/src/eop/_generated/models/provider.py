# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.channel import Channel
from ..models.provider_state import ProviderState

if TYPE_CHECKING:
    from ..models.provider_failure import ProviderFailure


T = TypeVar("T", bound="Provider")


@_attrs_define
class Provider:
    """How a provider is doing

    Attributes:
        calls (int): Messages of the last minute, whatever became of them.
        channel (Channel): A way to reach a person
        failures (int): Those of them that it did not take for now, or to which it did not answer.
        last_failure (None | ProviderFailure): What went wrong last; null when nothing did since the start.
        next_at (datetime.datetime | None): When it may be asked again: the next probe, or the end of the pause that it
            asked for; null when it may be asked now.
        open_since (datetime.datetime | None): Since when it failed too often; null while it works.
        passed_on (int): Messages that went on to another provider since the start, because this one did not take them.
        per_second (int | None): Messages that it is given in a second, at most; null without a limit.
        position (int): Its place among those of its channel: 1 is asked first.
        provider (str): Its name, as shown with attempts.
        state (ProviderState): What a provider's breaker lets through: everything, nothing, or one message that is to
            show whether it works again
    """

    calls: int
    channel: Channel
    failures: int
    last_failure: None | ProviderFailure
    next_at: datetime.datetime | None
    open_since: datetime.datetime | None
    passed_on: int
    per_second: int | None
    position: int
    provider: str
    state: ProviderState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.provider_failure import ProviderFailure  # noqa: PLC0415

        calls = self.calls

        channel = self.channel.value

        failures = self.failures

        last_failure: dict[str, Any] | None
        if isinstance(self.last_failure, ProviderFailure):
            last_failure = self.last_failure.to_dict()
        else:
            last_failure = self.last_failure

        next_at: None | str
        if isinstance(self.next_at, datetime.datetime):
            next_at = self.next_at.isoformat()
        else:
            next_at = self.next_at

        open_since: None | str
        if isinstance(self.open_since, datetime.datetime):
            open_since = self.open_since.isoformat()
        else:
            open_since = self.open_since

        passed_on = self.passed_on

        per_second: int | None
        per_second = self.per_second

        position = self.position

        provider = self.provider

        state = self.state.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "calls": calls,
                "channel": channel,
                "failures": failures,
                "last_failure": last_failure,
                "next_at": next_at,
                "open_since": open_since,
                "passed_on": passed_on,
                "per_second": per_second,
                "position": position,
                "provider": provider,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.provider_failure import ProviderFailure  # noqa: PLC0415

        d = dict(src_dict)
        calls = d.pop("calls")

        channel = Channel(d.pop("channel"))

        failures = d.pop("failures")

        def _parse_last_failure(data: object) -> None | ProviderFailure:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                last_failure_type_0 = ProviderFailure.from_dict(data)

                return last_failure_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ProviderFailure, data)

        last_failure = _parse_last_failure(d.pop("last_failure"))

        def _parse_next_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_at = _parse_next_at(d.pop("next_at"))

        def _parse_open_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                open_since_type_0 = datetime.datetime.fromisoformat(data)

                return open_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        open_since = _parse_open_since(d.pop("open_since"))

        passed_on = d.pop("passed_on")

        def _parse_per_second(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        per_second = _parse_per_second(d.pop("per_second"))

        position = d.pop("position")

        provider = d.pop("provider")

        state = ProviderState(d.pop("state"))

        provider = cls(
            calls=calls,
            channel=channel,
            failures=failures,
            last_failure=last_failure,
            next_at=next_at,
            open_since=open_since,
            passed_on=passed_on,
            per_second=per_second,
            position=position,
            provider=provider,
            state=state,
        )

        provider.additional_properties = d
        return provider

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
