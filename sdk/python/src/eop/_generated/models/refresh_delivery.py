# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class RefreshDelivery(StrEnum):
    BODY = "body"
    COOKIE = "cookie"

    def __str__(self) -> str:
        return str(self.value)
