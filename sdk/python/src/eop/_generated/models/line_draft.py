# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="LineDraft")


@_attrs_define
class LineDraft:
    """One line of an order to place

    Attributes:
        name (str): What it is, at most 200 characters.
        quantity (int): How many.
        sku (str): The article number, at most 64 characters.
        unit_price (Money): An amount in minor units of one currency
    """

    name: str
    quantity: int
    sku: str
    unit_price: Money

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        quantity = self.quantity

        sku = self.sku

        unit_price = self.unit_price.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "quantity": quantity,
                "sku": sku,
                "unit_price": unit_price,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        quantity = d.pop("quantity")

        sku = d.pop("sku")

        unit_price = Money.from_dict(d.pop("unit_price"))

        line_draft = cls(
            name=name,
            quantity=quantity,
            sku=sku,
            unit_price=unit_price,
        )

        return line_draft
