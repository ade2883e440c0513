# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.key_state import KeyState

T = TypeVar("T", bound="SigningKey")


@_attrs_define
class SigningKey:
    """A key that signs, signed or will sign access tokens

    Attributes:
        algorithm (str): The algorithm (RFC 8037), such as `EdDSA`.
        created_at (datetime.datetime): When it was made.
        kid (str): Its name: the thumbprint of the public key (RFC 7638).
        since (datetime.datetime): Since when it is there.
        state (KeyState): Where a key is in its life
    """

    algorithm: str
    created_at: datetime.datetime
    kid: str
    since: datetime.datetime
    state: KeyState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        algorithm = self.algorithm

        created_at = self.created_at.isoformat()

        kid = self.kid

        since = self.since.isoformat()

        state = self.state.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "algorithm": algorithm,
                "created_at": created_at,
                "kid": kid,
                "since": since,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        algorithm = d.pop("algorithm")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        kid = d.pop("kid")

        since = datetime.datetime.fromisoformat(d.pop("since"))

        state = KeyState(d.pop("state"))

        signing_key = cls(
            algorithm=algorithm,
            created_at=created_at,
            kid=kid,
            since=since,
            state=state,
        )

        signing_key.additional_properties = d
        return signing_key

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
