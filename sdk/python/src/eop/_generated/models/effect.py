# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class Effect(StrEnum):
    ALLOW = "allow"
    DENY = "deny"

    def __str__(self) -> str:
        return str(self.value)
