# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class Count(StrEnum):
    EXACT = "exact"
    NONE = "none"

    def __str__(self) -> str:
        return str(self.value)
