# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class DeliveryStatus(StrEnum):
    CANCELLED = "cancelled"
    DEAD = "dead"
    EXPIRED = "expired"
    FAILED = "failed"
    QUEUED = "queued"
    RETRYING = "retrying"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
