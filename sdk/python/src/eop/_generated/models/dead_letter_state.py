# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class DeadLetterState(StrEnum):
    DISCARDED = "discarded"
    OPEN = "open"
    REPLAYED = "replayed"

    def __str__(self) -> str:
        return str(self.value)
