# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class Scope(StrEnum):
    ANY = "any"
    OWN = "own"

    def __str__(self) -> str:
        return str(self.value)
