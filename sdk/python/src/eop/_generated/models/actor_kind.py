# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class ActorKind(StrEnum):
    SERVICE = "service"
    SYSTEM = "system"
    USER = "user"

    def __str__(self) -> str:
        return str(self.value)
