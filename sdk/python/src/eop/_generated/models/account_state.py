# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class AccountState(StrEnum):
    ACTIVE = "active"
    LOCKED = "locked"
    PENDING = "pending"

    def __str__(self) -> str:
        return str(self.value)
