# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from enum import StrEnum


class OrderStatus(StrEnum):
    APPROVED = "APPROVED"
    CANCELLED = "CANCELLED"
    CREATED = "CREATED"
    DELIVERED = "DELIVERED"
    REJECTED = "REJECTED"
    SHIPPED = "SHIPPED"

    def __str__(self) -> str:
        return str(self.value)
