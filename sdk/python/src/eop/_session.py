"""Who calls, and the tokens for it."""

import time
from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass

import httpx

from ._generated.models.tokens import Tokens
from ._policy import OPEN
from .errors import Unauthenticated, signed_out

#: Tokens are renewed so many seconds before they end.
_EARLY = 30.0
_AUTH = "http://eop/services/user/api/v1/auth"


@dataclass(frozen=True)
class Password:
    """A person's address and password."""

    email: str
    password: str


@dataclass(frozen=True)
class RefreshToken:
    """A refresh token that was kept. A new one comes with each renewal: `on_tokens` is told."""

    token: str


@dataclass(frozen=True)
class TokenFunction:
    """A function that gives access tokens; an async one for the async client."""

    function: Callable[[], str] | Callable[[], Awaitable[str]]


Credentials = Password | RefreshToken | TokenFunction
Exchanges = Generator[httpx.Request, httpx.Response | Unauthenticated, Tokens]


class Session:
    """The state of a session. The clients hold a lock while they renew it, so that one request is made."""

    def __init__(self, credentials: Credentials | None, on_tokens: Callable[[Tokens], None] | None) -> None:
        self.credentials = credentials
        self.access: str | None = None
        self.is_closed = False
        self._ends_at = 0.0
        self._refresh = credentials.token if isinstance(credentials, RefreshToken) else None
        self._on_tokens = on_tokens

    def present(self, stale: str | None) -> str | None:
        """The access token, unless it is about to end or is the stale one."""
        if self.is_closed:
            raise signed_out()
        if self.access is None or self.access == stale or time.monotonic() >= self._ends_at:
            return None
        return self.access

    def exchanges(self) -> Exchanges:
        """The requests for new tokens: by the refresh token, or else by the password."""
        if self._refresh is not None:
            answer = yield httpx.Request(
                "POST", f"{_AUTH}/refresh", json={"refresh_token": self._refresh}, extensions={OPEN: True}
            )
            if isinstance(answer, httpx.Response):
                return self._accept(answer)
            # Whoever has the password can begin a new session when the old one has ended.
            if not isinstance(self.credentials, Password):
                raise answer
        if not isinstance(self.credentials, Password):
            raise signed_out("there are no credentials")
        person = {"email": self.credentials.email, "password": self.credentials.password}
        answer = yield httpx.Request("POST", f"{_AUTH}/login", json=person, extensions={OPEN: True})
        if not isinstance(answer, httpx.Response):
            raise answer
        return self._accept(answer)

    def keep(self, token: str) -> str:
        """Takes a token of which it is not known when it ends."""
        self.access, self._ends_at = token, float("inf")
        return token

    def _accept(self, answer: httpx.Response) -> Tokens:
        tokens = Tokens.from_dict(answer.json())
        self.access, self._refresh = tokens.access_token, tokens.refresh_token
        self._ends_at = time.monotonic() + tokens.expires_in - _EARLY
        if self._on_tokens:
            self._on_tokens(tokens)
        return tokens

    def close(self) -> httpx.Request | None:
        """Ends the session; what is to be sent for that, if anything."""
        token, self.access, self._refresh, self.is_closed = self.access, None, None, True
        if token is None or isinstance(self.credentials, TokenFunction):
            return None
        headers = {"Authorization": f"Bearer {token}"}
        return httpx.Request("POST", f"{_AUTH}/logout", headers=headers, extensions={OPEN: True})
