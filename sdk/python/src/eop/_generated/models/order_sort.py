# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class OrderSort(StrEnum):
    CREATED_AT = "created_at"
    NUMBER = "number"
    TOTAL = "total"
    UPDATED_AT = "updated_at"
    VALUE_0 = "-created_at"
    VALUE_2 = "-updated_at"
    VALUE_4 = "-total"
    VALUE_6 = "-number"

    def __str__(self) -> str:
        return str(self.value)
