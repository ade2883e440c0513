# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class ProviderState(StrEnum):
    CLOSED = "closed"
    HALF_OPEN = "half_open"
    OPEN = "open"

    def __str__(self) -> str:
        return str(self.value)
