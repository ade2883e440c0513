# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class ExportRows(StrEnum):
    LINE = "line"
    ORDER = "order"

    def __str__(self) -> str:
        return str(self.value)
