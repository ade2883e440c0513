# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class NotificationSort(StrEnum):
    CREATED_AT = "created_at"
    VALUE_0 = "-created_at"

    def __str__(self) -> str:
        return str(self.value)
