# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class BulkAction(StrEnum):
    ABORT = "abort"
    APPROVE = "approve"
    CANCEL = "cancel"
    DELIVER = "deliver"
    REJECT = "reject"
    SHIP = "ship"

    def __str__(self) -> str:
        return str(self.value)
