"""What goes wrong in a call, as exceptions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any


class EopError(Exception):
    """Whatever goes wrong in a call is one of these."""


class NoAnswer(EopError):
    """The network failed, or the connection ended too early. The request may have had its effect."""


class DeadlineExceeded(EopError):
    """The time for the call was over before there was an answer. The request may have had its effect."""


@dataclass(frozen=True)
class FieldProblem:
    """One refused value: `field` is a JSON pointer into the body, or the name of a parameter."""

    field: str
    code: str
    message: str


class ApiError(EopError):
    """A service refused, and says why (RFC 9457). There is a class for each family of statuses."""

    def __init__(self, status: int, problem: Mapping[str, Any], headers: Mapping[str, str]) -> None:
        super().__init__(problem.get("detail") or problem.get("title") or f"HTTP {status}")
        #: The HTTP status.
        self.status = status
        #: All that the service says, with members of its own such as `current_status`.
        self.problem = dict(problem)
        #: What programs act on, such as `order.transition_refused`; empty when the answer is no problem document.
        self.code: str = problem.get("code", "")
        #: Each refused value.
        self.errors = [
            FieldProblem(one.get("field", ""), one.get("code", ""), one.get("message", "")) for one in problem.get("errors", [])
        ]
        #: What to quote when asking the operators.
        self.request_id: str | None = problem.get("request_id") or headers.get("x-request-id")
        #: The trace that the request belongs to.
        self.trace_id: str | None = problem.get("trace_id") or headers.get("x-trace-id")
        #: Seconds after which another try makes sense, if the service names them.
        self.retry_after = seconds_of(headers)
        #: The `ETag` of what is there now, with 412.
        self.etag = headers.get("etag")


class BadRequest(ApiError):
    """400, 405, 408, 413, 414, 415, 421, 431: the request cannot be read."""


class Unauthenticated(ApiError):
    """401: nobody is signed in, or no longer."""


class Forbidden(ApiError):
    """403: the roles do not grant it."""


class NotFound(ApiError):
    """404, 410: there is no such thing, or none that one may know of."""


class Conflict(ApiError):
    """409: the state of the thing does not allow it."""

    @property
    def current_status(self) -> str | None:
        """The status that the order has."""
        return self.problem.get("current_status")

    @property
    def allowed_actions(self) -> list[str]:
        """What can be done with it instead."""
        return list(self.problem.get("allowed_actions", []))


class PreconditionFailed(ApiError):
    """412, 428: there is a newer version than the one that the change is based on; `etag` is its."""


class Invalid(ApiError):
    """422: values are not acceptable; `errors` has each."""


class RateLimited(ApiError):
    """429: too much; `retry_after` says when to come back."""


class ServerFault(ApiError):
    """5xx: a fault of the service, or a part of it is missing."""


_FAMILIES: dict[int, type[ApiError]] = {
    401: Unauthenticated,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    410: NotFound,
    412: PreconditionFailed,
    422: Invalid,
    428: PreconditionFailed,
    429: RateLimited,
}


def error_of(status: int, body: Any, headers: Mapping[str, str]) -> ApiError:
    """The error that an answer stands for."""
    family = _FAMILIES.get(status, ServerFault if status >= 500 else BadRequest)
    return family(status, body if isinstance(body, dict) else {}, headers)


def signed_out(detail: str = "signed out") -> Unauthenticated:
    """The error of a call after the session has ended."""
    return Unauthenticated(401, {"title": "Signed out", "code": "sdk.signed_out", "detail": detail}, {})


def seconds_of(headers: Mapping[str, str]) -> float | None:
    """What `Retry-After` says, in seconds."""
    text = headers.get("retry-after")
    if text is None:
        return None
    if text.isdecimal():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None
