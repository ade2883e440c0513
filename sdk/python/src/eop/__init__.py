"""Client of the Enterprise Order Platform. What is sent and answered is in `eop.models`."""

from . import models
from ._events import InboxEvent
from ._generated.models.money import Money
from ._generated.types import UNSET, Unset
from ._operations import VERSION as __version__
from ._policy import Answer
from ._session import Credentials, Password, RefreshToken, TokenFunction
from .errors import (
    ApiError,
    BadRequest,
    Conflict,
    DeadlineExceeded,
    EopError,
    FieldProblem,
    Forbidden,
    Invalid,
    NoAnswer,
    NotFound,
    PreconditionFailed,
    RateLimited,
    ServerFault,
    Unauthenticated,
)
from .money import decimal_of, money_of
from .platform import AsyncPlatform, Platform
from .webhooks import WebhookRefused, verify_webhook

__all__ = [
    "UNSET",
    "Answer",
    "ApiError",
    "AsyncPlatform",
    "BadRequest",
    "Conflict",
    "Credentials",
    "DeadlineExceeded",
    "EopError",
    "FieldProblem",
    "Forbidden",
    "InboxEvent",
    "Invalid",
    "Money",
    "NoAnswer",
    "NotFound",
    "Password",
    "Platform",
    "PreconditionFailed",
    "RateLimited",
    "RefreshToken",
    "ServerFault",
    "TokenFunction",
    "Unauthenticated",
    "Unset",
    "WebhookRefused",
    "__version__",
    "decimal_of",
    "models",
    "money_of",
    "verify_webhook",
]
