# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.order_action import OrderAction
from ..models.order_status import OrderStatus

if TYPE_CHECKING:
    from ..models.address import Address
    from ..models.money import Money
    from ..models.order_customer import OrderCustomer
    from ..models.order_line import OrderLine
    from ..models.order_metadata import OrderMetadata
    from ..models.shipment import Shipment


T = TypeVar("T", bound="Order")


@_attrs_define
class Order:
    """An order

    Attributes:
        allowed_actions (list[OrderAction]): What you could do to it now.
        approved_at (datetime.datetime | None): When it was approved, once it was.
        created_at (datetime.datetime): When it was placed.
        created_by (str): Who placed it: an account id, or the name of a service.
        customer (OrderCustomer): Whose order it is
        customer_id (UUID): Whose order it is.
        delivered_at (datetime.datetime | None): When it arrived, once it did.
        id (UUID): Identity.
        lines (list[OrderLine]): What is ordered.
        metadata (OrderMetadata): The client's own data.
        note (None | str): A wish.
        number (str): The number that people use.
        reason (None | str): Why it was rejected or cancelled, once it was.
        shipment (None | Shipment): How it was sent, once it was.
        shipping_address (Address): Where an order goes
        status (OrderStatus): Where an order is in its life
        total (Money): An amount in minor units of one currency
        updated_at (datetime.datetime): When it last changed.
        version (int): Grows by one with each change; the `ETag` of the order.
    """

    allowed_actions: list[OrderAction]
    approved_at: datetime.datetime | None
    created_at: datetime.datetime
    created_by: str
    customer: OrderCustomer
    customer_id: UUID
    delivered_at: datetime.datetime | None
    id: UUID
    lines: list[OrderLine]
    metadata: OrderMetadata
    note: None | str
    number: str
    reason: None | str
    shipment: None | Shipment
    shipping_address: Address
    status: OrderStatus
    total: Money
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.shipment import Shipment  # noqa: PLC0415

        allowed_actions = []
        for allowed_actions_item_data in self.allowed_actions:
            allowed_actions_item = allowed_actions_item_data.value
            allowed_actions.append(allowed_actions_item)

        approved_at: None | str
        if isinstance(self.approved_at, datetime.datetime):
            approved_at = self.approved_at.isoformat()
        else:
            approved_at = self.approved_at

        created_at = self.created_at.isoformat()

        created_by = self.created_by

        customer = self.customer.to_dict()

        customer_id = str(self.customer_id)

        delivered_at: None | str
        if isinstance(self.delivered_at, datetime.datetime):
            delivered_at = self.delivered_at.isoformat()
        else:
            delivered_at = self.delivered_at

        id = str(self.id)

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        metadata = self.metadata.to_dict()

        note: None | str
        note = self.note

        number = self.number

        reason: None | str
        reason = self.reason

        shipment: dict[str, Any] | None
        if isinstance(self.shipment, Shipment):
            shipment = self.shipment.to_dict()
        else:
            shipment = self.shipment

        shipping_address = self.shipping_address.to_dict()

        status = self.status.value

        total = self.total.to_dict()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "allowed_actions": allowed_actions,
                "approved_at": approved_at,
                "created_at": created_at,
                "created_by": created_by,
                "customer": customer,
                "customer_id": customer_id,
                "delivered_at": delivered_at,
                "id": id,
                "lines": lines,
                "metadata": metadata,
                "note": note,
                "number": number,
                "reason": reason,
                "shipment": shipment,
                "shipping_address": shipping_address,
                "status": status,
                "total": total,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.address import Address  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.order_customer import OrderCustomer  # noqa: PLC0415
        from ..models.order_line import OrderLine  # noqa: PLC0415
        from ..models.order_metadata import OrderMetadata  # noqa: PLC0415
        from ..models.shipment import Shipment  # noqa: PLC0415

        d = dict(src_dict)
        allowed_actions = []
        _allowed_actions = d.pop("allowed_actions")
        for allowed_actions_item_data in _allowed_actions:
            allowed_actions_item = OrderAction(allowed_actions_item_data)

            allowed_actions.append(allowed_actions_item)

        def _parse_approved_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                approved_at_type_0 = datetime.datetime.fromisoformat(data)

                return approved_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        approved_at = _parse_approved_at(d.pop("approved_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        created_by = d.pop("created_by")

        customer = OrderCustomer.from_dict(d.pop("customer"))

        customer_id = UUID(d.pop("customer_id"))

        def _parse_delivered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                delivered_at_type_0 = datetime.datetime.fromisoformat(data)

                return delivered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        delivered_at = _parse_delivered_at(d.pop("delivered_at"))

        id = UUID(d.pop("id"))

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = OrderLine.from_dict(lines_item_data)

            lines.append(lines_item)

        metadata = OrderMetadata.from_dict(d.pop("metadata"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        number = d.pop("number")

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_shipment(data: object) -> None | Shipment:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                shipment_type_0 = Shipment.from_dict(data)

                return shipment_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Shipment, data)

        shipment = _parse_shipment(d.pop("shipment"))

        shipping_address = Address.from_dict(d.pop("shipping_address"))

        status = OrderStatus(d.pop("status"))

        total = Money.from_dict(d.pop("total"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        order = cls(
            allowed_actions=allowed_actions,
            approved_at=approved_at,
            created_at=created_at,
            created_by=created_by,
            customer=customer,
            customer_id=customer_id,
            delivered_at=delivered_at,
            id=id,
            lines=lines,
            metadata=metadata,
            note=note,
            number=number,
            reason=reason,
            shipment=shipment,
            shipping_address=shipping_address,
            status=status,
            total=total,
            updated_at=updated_at,
            version=version,
        )

        order.additional_properties = d
        return order

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
