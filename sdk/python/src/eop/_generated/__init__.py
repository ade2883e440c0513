# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
"""A client library for accessing Enterprise Order Platform"""

from .client import AuthenticatedClient, Client

__all__ = (
    "AuthenticatedClient",
    "Client",
)
