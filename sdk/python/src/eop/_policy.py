"""What becomes of a request, without doing any input or output: the sync and the async client only carry it out."""

import random
import secrets
import time
import uuid
from collections.abc import Callable, Generator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import httpx

from ._operations import KEYED, VERSION
from .errors import ApiError, DeadlineExceeded, NoAnswer, error_of, seconds_of

#: In the extensions of a request: it goes without a token; its answer is a stream.
OPEN, STREAM = "eop.open", "eop.stream"
_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 5.0
#: How long an event stream may say nothing; a comment comes every 15 s.
_SILENCE = 45.0
_KEYED = [path.split("/") for path in KEYED]
#: Safe to repeat without a key: a second session does no harm, and a refresh token gives the same successor for a minute.
_HARMLESS = tuple(f"/services/user/api/v1/auth/{one}" for one in ("login", "refresh", "logout"))


@dataclass
class Answer:
    """What came with an answer besides its body."""

    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def etag(self) -> str:
        """The version of what was read, for `if_match`."""
        if "etag" not in self.headers:
            raise LookupError("what was read has no version")
        return self.headers["etag"]

    @property
    def request_id(self) -> str | None:
        """What to quote when asking the operators."""
        return self.headers.get("x-request-id")

    @property
    def is_replayed(self) -> bool:
        """Whether the request had its effect before, and this is its first answer again."""
        return self.headers.get("idempotent-replayed") == "true"


@dataclass
class Call:
    """What is different for the calls inside of a `with platform.call(…)`."""

    answer: Answer
    timeout: float | None = None
    traceparent: str | None = None


call: ContextVar[Call | None] = ContextVar("eop_call", default=None)


@dataclass
class Token:
    """A token is wanted; `stale` is the one that was refused."""

    stale: str | None


@dataclass
class Send:
    """The request is to be sent; an answer or a fault of the network comes back."""

    request: httpx.Request


@dataclass
class Pause:
    """Nothing is to be done for some seconds."""

    seconds: float


Flow = Generator[Token | Send | Pause, Any, httpx.Response]


@dataclass
class Policy:
    """How requests are made and repeated."""

    bases: Mapping[str, str]
    timeout: float
    retries: int
    traceparent: Callable[[], str | None] | None
    user_agent: str | None

    def exchange(self, given: httpx.Request) -> Flow:
        """One answer with a good status, after as many tries as it takes and the time allows."""
        asked = call.get()
        limit = asked.timeout if asked and asked.timeout is not None else self.timeout
        ends_at = time.monotonic() + limit
        request, is_repeatable = self._prepared(given, asked), _may_repeat(given)
        is_renewed, token = False, None
        tries = 0
        while True:
            if OPEN not in given.extensions:
                token = yield Token(None)
            if token is not None:
                request.headers["Authorization"] = f"Bearer {token}"
            self._set_times(request, ends_at)
            outcome = yield Send(request)
            fault: Exception
            pause = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2**tries) * random.uniform(0.5, 1)
            if isinstance(outcome, httpx.Response):
                if outcome.is_success:
                    if asked:
                        asked.answer.headers = outcome.headers
                    return outcome
                if outcome.status_code == 401 and token is not None and not is_renewed:
                    is_renewed, _ = True, (yield Token(token))
                    continue
                fault = error_of(outcome.status_code, _json(outcome), outcome.headers)
                may_repeat = _is_passing(fault, is_repeatable)
                after = seconds_of(outcome.headers)
                pause = pause if after is None else after
            else:
                if time.monotonic() >= ends_at:
                    raise DeadlineExceeded(f"no answer within {limit} s") from outcome
                fault = NoAnswer(f"no answer of {request.url.host}: {outcome!r}")
                fault.__cause__ = outcome
                may_repeat = is_repeatable
            # Whoever is told to come back after the deadline need not wait for it.
            if not may_repeat or tries >= self.retries or time.monotonic() + pause >= ends_at:
                raise fault
            yield Pause(pause)
            tries += 1

    def _prepared(self, given: httpx.Request, asked: Call | None) -> httpx.Request:
        """The request as it goes out: to its service, with what every request has."""
        path = given.url.raw_path.decode()
        service = path.split("/")[2]
        url = self.bases[service] + path.removeprefix(f"/services/{service}")
        headers = httpx.Headers([one for one in given.headers.raw if one[0].lower() != b"host"])
        agent = f"eop-sdk-python/{VERSION}"
        headers["User-Agent"] = f"{agent} {self.user_agent}" if self.user_agent else agent
        trace = (asked and asked.traceparent) or (self.traceparent() if self.traceparent else None)
        headers["traceparent"] = trace or f"00-{secrets.token_hex(16)}-{secrets.token_hex(8)}-01"
        if given.method == "POST" and "Idempotency-Key" not in headers:
            headers["Idempotency-Key"] = str(uuid.uuid4())
        if not given.content:
            headers.pop("Content-Type", None)
        return httpx.Request(given.method, url, headers=headers, content=given.content, extensions=dict(given.extensions))

    @staticmethod
    def _set_times(request: httpx.Request, ends_at: float) -> None:
        left = max(0.001, ends_at - time.monotonic())
        times = dict.fromkeys(("connect", "read", "write", "pool"), left)
        if STREAM in request.extensions:
            times["read"] = _SILENCE
        request.extensions["timeout"] = times


def _may_repeat(request: httpx.Request) -> bool:
    """Whether a second try can do no harm when it is unknown what became of the first."""
    if request.method in ("GET", "HEAD", "PUT", "DELETE"):
        return True
    path = request.url.path
    parts = path.split("/")
    is_keyed = any(len(one) == len(parts) and all(a in ("*", b) for a, b in zip(one, parts, strict=True)) for one in _KEYED)
    return request.method == "POST" and (path in _HARMLESS or is_keyed)


def _is_passing(error: ApiError, is_repeatable: bool) -> bool:
    """429 is said before anything is done; what else is passing may have had its effect."""
    if error.status == 409:
        # The first try of the same key still runs.
        return is_repeatable and error.retry_after is not None
    return error.status == 429 or (is_repeatable and error.status in (408, 502, 503, 504))


def _json(response: httpx.Response) -> Any:
    if "json" not in response.headers.get("content-type", ""):
        return {}
    try:
        return response.json()
    except ValueError:
        return {}
