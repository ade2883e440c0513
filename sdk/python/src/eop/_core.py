"""Carries out what the policy says, sync and async."""

import asyncio
import inspect
import threading
import time
from collections.abc import Callable
from typing import Any, cast

import httpx

from ._generated.client import Client
from ._policy import STREAM, Flow, Pause, Policy, Send, Token
from ._session import Session, TokenFunction
from .errors import Unauthenticated

# The address is that of no service: the policy puts the right one in its place.
_NOWHERE = "http://eop"


class Core(httpx.BaseTransport):
    """The transport of a client that waits."""

    def __init__(self, policy: Policy, session: Session, transport: httpx.BaseTransport | None) -> None:
        self.policy, self.session = policy, session
        self._transport = transport or httpx.HTTPTransport()
        self._lock = threading.Lock()
        self.http = httpx.Client(transport=self, base_url=_NOWHERE)
        self.client = Client(base_url=_NOWHERE).set_httpx_client(self.http)

    def call(self, function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """What a generated function answers."""
        return function(*arguments, client=self.client, **named).parsed

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        return self.run(self.policy.exchange(request))

    def run(self, flow: Flow) -> httpx.Response:
        """Does what the flow asks for, until it has an answer."""
        value: Any = None
        while True:
            try:
                action = flow.send(value)
            except StopIteration as end:
                return cast(httpx.Response, end.value)
            match action:
                case Token(stale):
                    value = self.token(stale)
                case Send(request):
                    value = self._sent(request)
                case Pause(seconds):
                    time.sleep(seconds)

    def _sent(self, request: httpx.Request) -> httpx.Response | httpx.TransportError:
        try:
            response = self._transport.handle_request(request)
            if STREAM not in request.extensions or not response.is_success:
                response.read()
                response.close()
        except httpx.TransportError as fault:
            return fault
        return response

    def token(self, stale: str | None) -> str | None:
        """A token other than the stale one; None when there are no credentials."""
        if self.session.credentials is None:
            return None
        present = self.session.present(stale)
        if present is not None:
            return present
        with self._lock:
            return self.session.present(stale) or self._renewed()

    def _renewed(self) -> str:
        session = self.session
        if isinstance(session.credentials, TokenFunction):
            return session.keep(cast(str, session.credentials.function()))
        steps = session.exchanges()
        answer: httpx.Response | Unauthenticated | None = None
        while True:
            try:
                request = steps.send(answer) if answer is not None else next(steps)
            except StopIteration as end:
                return cast(str, end.value.access_token)
            try:
                answer = self.run(self.policy.exchange(request))
            except Unauthenticated as refused:
                answer = refused

    def close_session(self) -> None:
        with self._lock:
            request = self.session.close()
        if request is not None:
            self.run(self.policy.exchange(request))

    def close(self) -> None:
        self._transport.close()


class AsyncCore(httpx.AsyncBaseTransport):
    """The transport of a client that is awaited."""

    def __init__(self, policy: Policy, session: Session, transport: httpx.AsyncBaseTransport | None) -> None:
        self.policy, self.session = policy, session
        self._transport = transport or httpx.AsyncHTTPTransport()
        self._lock = asyncio.Lock()
        self.http = httpx.AsyncClient(transport=self, base_url=_NOWHERE)
        self.client = Client(base_url=_NOWHERE).set_async_httpx_client(self.http)

    async def call(self, function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """What a generated function answers."""
        return (await function(*arguments, client=self.client, **named)).parsed

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        return await self.run(self.policy.exchange(request))

    async def run(self, flow: Flow) -> httpx.Response:
        """Does what the flow asks for, until it has an answer."""
        value: Any = None
        while True:
            try:
                action = flow.send(value)
            except StopIteration as end:
                return cast(httpx.Response, end.value)
            match action:
                case Token(stale):
                    value = await self.token(stale)
                case Send(request):
                    value = await self._sent(request)
                case Pause(seconds):
                    await asyncio.sleep(seconds)

    async def _sent(self, request: httpx.Request) -> httpx.Response | httpx.TransportError:
        try:
            response = await self._transport.handle_async_request(request)
            if STREAM not in request.extensions or not response.is_success:
                await response.aread()
                await response.aclose()
        except httpx.TransportError as fault:
            return fault
        return response

    async def token(self, stale: str | None) -> str | None:
        """A token other than the stale one; None when there are no credentials."""
        if self.session.credentials is None:
            return None
        present = self.session.present(stale)
        if present is not None:
            return present
        async with self._lock:
            return self.session.present(stale) or await self._renewed()

    async def _renewed(self) -> str:
        session = self.session
        if isinstance(session.credentials, TokenFunction):
            given = session.credentials.function()
            return session.keep(await given if inspect.isawaitable(given) else given)
        steps = session.exchanges()
        answer: httpx.Response | Unauthenticated | None = None
        while True:
            try:
                request = steps.send(answer) if answer is not None else next(steps)
            except StopIteration as end:
                return cast(str, end.value.access_token)
            try:
                answer = await self.run(self.policy.exchange(request))
            except Unauthenticated as refused:
                answer = refused

    async def close_session(self) -> None:
        async with self._lock:
            request = self.session.close()
        if request is not None:
            await self.run(self.policy.exchange(request))

    async def aclose(self) -> None:
        await self._transport.aclose()
