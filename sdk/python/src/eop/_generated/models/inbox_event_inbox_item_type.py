# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class InboxEventInboxItemType(StrEnum):
    ITEM = "item"

    def __str__(self) -> str:
        return str(self.value)
