"""The platform, sync and async."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ParamSpec, Protocol, Self, TypeVar

import httpx

from ._core import AsyncCore, Core
from ._events import InboxEvent, Parser, Position
from ._generated.models.tokens import Tokens
from ._generated.types import Unset
from ._policy import STREAM, Answer, Call, Policy, call
from ._session import Credentials, Session
from .errors import NoAnswer, PreconditionFailed, RateLimited, ServerFault
from .operations import AsyncNotifications, AsyncOrders, AsyncUsers, Notifications, Orders, Users

T = TypeVar("T")
R = TypeVar("R")
T_co = TypeVar("T_co", covariant=True)
P = ParamSpec("P")
_STREAM = "/services/notification/api/v1/me/inbox/stream"
_PASSING = (NoAnswer, RateLimited, ServerFault)


class Page(Protocol[T_co]):
    """A part of a list."""

    @property
    def items(self) -> Sequence[T_co]:
        """What is on it."""


def _bases(url: str | None, urls: Mapping[str, str] | None) -> dict[str, str]:
    if (url is None) == (urls is None):
        raise TypeError("give either `url` or `urls`")
    services = ("user", "order", "notification")
    given = urls if urls is not None else {one: f"{(url or '').rstrip('/')}/services/{one}" for one in services}
    return {one: given[one].rstrip("/") for one in services}


@contextmanager
def _called(timeout: float | None, traceparent: str | None) -> Iterator[Answer]:
    answer = Answer()
    before = call.set(Call(answer, timeout, traceparent))
    try:
        yield answer
    finally:
        call.reset(before)


def _stream_headers(position: Position) -> dict[str, str]:
    headers = {"Accept": "text/event-stream"}
    return headers | ({"Last-Event-ID": position.last_id} if position.last_id else {})


def _next_cursor(page: Any) -> str | None:
    cursor = getattr(page, "next_cursor", None)
    return None if cursor is None or isinstance(cursor, Unset) else str(cursor)


class Platform:
    """The Enterprise Order Platform: its operations by service, and what makes them comfortable. Threads may share one."""

    def __init__(
        self,
        url: str | None = None,
        *,
        urls: Mapping[str, str] | None = None,
        credentials: Credentials | None = None,
        timeout: float = 30.0,
        retries: int = 3,
        traceparent: Callable[[], str | None] | None = None,
        on_tokens: Callable[[Tokens], None] | None = None,
        user_agent: str | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """
        Args:
            url: Where the portal is: its door leads to all services.
            urls: Or where each service is: `user`, `order`, `notification`.
            credentials: Who calls. Without them only what is open to everybody can be called.
            timeout: How many seconds a call may take, with all its tries.
            retries: How often a call is tried again when that can do no harm.
            traceparent: The trace that the next call is part of, for example the active span's.
            on_tokens: Told of each new pair of tokens: keep `refresh_token` if the session shall outlive the program.
            user_agent: Added to the user agent, such as `my-shop/1.4`.
            transport: In the place of `httpx.HTTPTransport()`, for proxies and certificates.
        """
        policy = Policy(_bases(url, urls), timeout, retries, traceparent, user_agent)
        self._core = Core(policy, Session(credentials, on_tokens), transport)
        self.users = Users(self._core)
        self.orders = Orders(self._core)
        self.notifications = Notifications(self._core)

    @contextmanager
    def call(self, *, timeout: float | None = None, traceparent: str | None = None) -> Iterator[Answer]:
        """For the calls inside of it another timeout or trace; and what came with the last answer, such as its `etag`."""
        with _called(timeout, traceparent) as answer:
            yield answer

    def each(self, items: Callable[P, Page[T]], *args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
        """Every item of a list, in order. A page is asked for when its first item is wanted."""
        while True:
            page = items(*args, **kwargs)
            yield from page.items
            cursor = _next_cursor(page)
            if cursor is None:
                return
            kwargs["cursor"] = cursor

    def edit(self, read: Callable[[], T], write: Callable[[T, str], R], tries: int = 5) -> R:
        """Reads, and writes what is decided by what was read. When somebody else was faster, both are done again, so
        `write` decides by the thing that it is given, and by nothing that was read before."""
        for left in reversed(range(tries)):
            with self.call() as answer:
                thing = read()
            try:
                return write(thing, answer.etag)
            except PreconditionFailed:
                if left == 0:
                    raise
        raise ValueError("there must be one try at least")

    def watch_my_inbox(self, last_event_id: str | None = None) -> Iterator[InboxEvent]:
        """What happens in one's inbox, as it happens: each item that arrives, and how many are unread as that changes. A
        connection that ends is made again and goes on where the last one ended, without a gap."""
        position = Position(last_event_id)
        while True:
            try:
                with self._core.http.stream(
                    "GET", _STREAM, headers=_stream_headers(position), extensions={STREAM: True}
                ) as response:
                    parser = Parser(position)
                    for piece in response.iter_bytes():
                        yield from parser.feed(piece)
            except (httpx.TransportError, *_PASSING):
                position.failures += 1
            time.sleep(position.next_pause())

    def refresh(self) -> None:
        """Renews the access token now; calls do that by themselves when it ends."""
        self._core.token(self._core.session.access)

    def log_out(self) -> None:
        """Ends the session; every later call fails with `Unauthenticated`."""
        self._core.close_session()

    def close(self) -> None:
        """Ends the connections; the session goes on."""
        self._core.http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncPlatform:
    """The same as `Platform`, to be awaited."""

    def __init__(
        self,
        url: str | None = None,
        *,
        urls: Mapping[str, str] | None = None,
        credentials: Credentials | None = None,
        timeout: float = 30.0,
        retries: int = 3,
        traceparent: Callable[[], str | None] | None = None,
        on_tokens: Callable[[Tokens], None] | None = None,
        user_agent: str | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """The arguments are those of `Platform`."""
        policy = Policy(_bases(url, urls), timeout, retries, traceparent, user_agent)
        self._core = AsyncCore(policy, Session(credentials, on_tokens), transport)
        self.users = AsyncUsers(self._core)
        self.orders = AsyncOrders(self._core)
        self.notifications = AsyncNotifications(self._core)

    @contextmanager
    def call(self, *, timeout: float | None = None, traceparent: str | None = None) -> Iterator[Answer]:
        """For the calls inside of it another timeout or trace; and what came with the last answer, such as its `etag`."""
        with _called(timeout, traceparent) as answer:
            yield answer

    async def each(self, items: Callable[P, Awaitable[Page[T]]], *args: P.args, **kwargs: P.kwargs) -> AsyncIterator[T]:
        """Every item of a list, in order. A page is asked for when its first item is wanted."""
        while True:
            page = await items(*args, **kwargs)
            for item in page.items:
                yield item
            cursor = _next_cursor(page)
            if cursor is None:
                return
            kwargs["cursor"] = cursor

    async def edit(self, read: Callable[[], Awaitable[T]], write: Callable[[T, str], Awaitable[R]], tries: int = 5) -> R:
        """Reads, and writes what is decided by what was read. When somebody else was faster, both are done again, so
        `write` decides by the thing that it is given, and by nothing that was read before."""
        for left in reversed(range(tries)):
            with self.call() as answer:
                thing = await read()
            try:
                return await write(thing, answer.etag)
            except PreconditionFailed:
                if left == 0:
                    raise
        raise ValueError("there must be one try at least")

    async def watch_my_inbox(self, last_event_id: str | None = None) -> AsyncIterator[InboxEvent]:
        """What happens in one's inbox, as it happens: each item that arrives, and how many are unread as that changes. A
        connection that ends is made again and goes on where the last one ended, without a gap."""
        position = Position(last_event_id)
        while True:
            try:
                async with self._core.http.stream(
                    "GET", _STREAM, headers=_stream_headers(position), extensions={STREAM: True}
                ) as response:
                    parser = Parser(position)
                    async for piece in response.aiter_bytes():
                        for event in parser.feed(piece):
                            yield event
            except (httpx.TransportError, *_PASSING):
                position.failures += 1
            await asyncio.sleep(position.next_pause())

    async def refresh(self) -> None:
        """Renews the access token now; calls do that by themselves when it ends."""
        await self._core.token(self._core.session.access)

    async def log_out(self) -> None:
        """Ends the session; every later call fails with `Unauthenticated`."""
        await self._core.close_session()

    async def close(self) -> None:
        """Ends the connections; the session goes on."""
        await self._core.http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
