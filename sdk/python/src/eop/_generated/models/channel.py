# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class Channel(StrEnum):
    EMAIL = "email"
    IN_APP = "in_app"

    def __str__(self) -> str:
        return str(self.value)
