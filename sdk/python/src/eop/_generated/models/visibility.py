# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class Visibility(StrEnum):
    INTERNAL = "internal"
    PUBLIC = "public"

    def __str__(self) -> str:
        return str(self.value)
