# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class AuditOutcome(StrEnum):
    DENIED = "denied"
    DONE = "done"

    def __str__(self) -> str:
        return str(self.value)
