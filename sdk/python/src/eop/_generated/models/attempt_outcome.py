# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class AttemptOutcome(StrEnum):
    ACCEPTED = "accepted"
    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
