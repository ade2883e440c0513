# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SystemSample")


@_attrs_define
class SystemSample:
    """What a service did within one step, and how it was at its end

    Attributes:
        at (datetime.datetime): When the step ended.
        commits (int): Commits that were written.
        consumed (int): Messages read from the bus.
        delivered (int | None): Deliveries that a provider took; null where nothing is delivered.
        failed (int): Those of them that were answered with 500 and above.
        in_flight (int): Requests that were being served.
        lag (int | None): Messages that were not acknowledged yet; null where nobody counts them.
        lasted_ms (int): How long it was, in milliseconds.
        median_us (int | None): Half of the requests were answered within so many microseconds; null when there were
            none.
        memory (int): Memory of the process, in bytes.
        outbox_oldest_ms (int): How long the oldest of them had waited, in milliseconds.
        outbox_parked (int): Events that waited for a decision.
        outbox_pending (int): Events that waited to be published.
        p99_us (int | None): 99 of 100 requests were.
        processor_ms (int): Processor time that the process took, in milliseconds.
        published (int): Events that the broker acknowledged.
        requests (int): Requests that were answered.
        undelivered (int | None): Attempts that did not deliver; null where nothing is delivered.
    """

    at: datetime.datetime
    commits: int
    consumed: int
    delivered: int | None
    failed: int
    in_flight: int
    lag: int | None
    lasted_ms: int
    median_us: int | None
    memory: int
    outbox_oldest_ms: int
    outbox_parked: int
    outbox_pending: int
    p99_us: int | None
    processor_ms: int
    published: int
    requests: int
    undelivered: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        commits = self.commits

        consumed = self.consumed

        delivered: int | None
        delivered = self.delivered

        failed = self.failed

        in_flight = self.in_flight

        lag: int | None
        lag = self.lag

        lasted_ms = self.lasted_ms

        median_us: int | None
        median_us = self.median_us

        memory = self.memory

        outbox_oldest_ms = self.outbox_oldest_ms

        outbox_parked = self.outbox_parked

        outbox_pending = self.outbox_pending

        p99_us: int | None
        p99_us = self.p99_us

        processor_ms = self.processor_ms

        published = self.published

        requests = self.requests

        undelivered: int | None
        undelivered = self.undelivered

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "commits": commits,
                "consumed": consumed,
                "delivered": delivered,
                "failed": failed,
                "in_flight": in_flight,
                "lag": lag,
                "lasted_ms": lasted_ms,
                "median_us": median_us,
                "memory": memory,
                "outbox_oldest_ms": outbox_oldest_ms,
                "outbox_parked": outbox_parked,
                "outbox_pending": outbox_pending,
                "p99_us": p99_us,
                "processor_ms": processor_ms,
                "published": published,
                "requests": requests,
                "undelivered": undelivered,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        commits = d.pop("commits")

        consumed = d.pop("consumed")

        def _parse_delivered(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        delivered = _parse_delivered(d.pop("delivered"))

        failed = d.pop("failed")

        in_flight = d.pop("in_flight")

        def _parse_lag(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        lag = _parse_lag(d.pop("lag"))

        lasted_ms = d.pop("lasted_ms")

        def _parse_median_us(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        median_us = _parse_median_us(d.pop("median_us"))

        memory = d.pop("memory")

        outbox_oldest_ms = d.pop("outbox_oldest_ms")

        outbox_parked = d.pop("outbox_parked")

        outbox_pending = d.pop("outbox_pending")

        def _parse_p99_us(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        p99_us = _parse_p99_us(d.pop("p99_us"))

        processor_ms = d.pop("processor_ms")

        published = d.pop("published")

        requests = d.pop("requests")

        def _parse_undelivered(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        undelivered = _parse_undelivered(d.pop("undelivered"))

        system_sample = cls(
            at=at,
            commits=commits,
            consumed=consumed,
            delivered=delivered,
            failed=failed,
            in_flight=in_flight,
            lag=lag,
            lasted_ms=lasted_ms,
            median_us=median_us,
            memory=memory,
            outbox_oldest_ms=outbox_oldest_ms,
            outbox_parked=outbox_parked,
            outbox_pending=outbox_pending,
            p99_us=p99_us,
            processor_ms=processor_ms,
            published=published,
            requests=requests,
            undelivered=undelivered,
        )

        system_sample.additional_properties = d
        return system_sample

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
