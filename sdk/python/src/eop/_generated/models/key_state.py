# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class KeyState(StrEnum):
    ACTIVE = "active"
    NEXT = "next"
    RETIRED = "retired"
    RETIRING = "retiring"

    def __str__(self) -> str:
        return str(self.value)
