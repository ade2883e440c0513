# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class OrderAction(StrEnum):
    ABORT = "abort"
    AMEND = "amend"
    APPROVE = "approve"
    CANCEL = "cancel"
    CREATE = "create"
    DELIVER = "deliver"
    EXPIRE = "expire"
    REJECT = "reject"
    SHIP = "ship"

    def __str__(self) -> str:
        return str(self.value)
