# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class AbortReason(StrEnum):
    LOST = "lost"
    RETURNED_TO_SENDER = "returned_to_sender"

    def __str__(self) -> str:
        return str(self.value)
