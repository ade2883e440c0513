# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class InboxEventUnreadCountType(StrEnum):
    UNREAD = "unread"

    def __str__(self) -> str:
        return str(self.value)
