"""A platform that fails on purpose, for the SDKs to be driven against.

The first part of a path names the case: an SDK is given `http://host:port/{case}` as its one base URL. Each case is a small
script of what is answered in turn; what arrived is kept in a journal, by which the run is judged.
"""

import json
import re
import socket
import threading
import time
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ORDER_ID = "019cb6f1-0000-7000-8000-0000000000a2"
PERSON_ID = "019cb6f1-0000-7000-8000-0000000000a1"
AT = "2026-03-04T05:06:07.000008Z"


@dataclass
class Arrival:
    """A request as it came."""

    at: float
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Case:
    """What happens to the requests of one case."""

    arrivals: list[Arrival] = field(default_factory=list)
    refreshes: list[str] = field(default_factory=list)
    serial: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, part: str) -> list[Arrival]:
        return [one for one in self.arrivals if part in one.path]


PLATFORM = json.loads((Path(__file__).resolve().parents[2] / "openapi/platform.json").read_text())


def sample(schema: dict):
    """A value that a schema admits, so that what is answered here has what the documents ask for."""
    if "$ref" in schema:
        return sample(PLATFORM["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]])
    if schema.get("nullable"):
        return None
    if "enum" in schema:
        return schema["enum"][0]
    for kind in ("allOf", "oneOf", "anyOf"):
        if kind in schema:
            return None if any(one.get("nullable") for one in schema[kind]) else sample(schema[kind][0])
    match schema.get("type"):
        case "object":
            return {name: sample(schema["properties"][name]) for name in schema.get("required", [])}
        case "array":
            return [sample(schema["items"])] if schema.get("minItems") else []
        case "integer":
            return max(schema.get("minimum", 1), 1)
        case "boolean":
            return False
        case _:
            formats = {"uuid": PERSON_ID, "date-time": AT, "date": AT[:10]}
            return {"^[A-Z]{3}$": "EUR", "^[A-Z]{2}$": "DE"}.get(schema.get("pattern"), formats.get(schema.get("format"), "text"))


def named(name: str) -> dict:
    return sample({"$ref": f"#/components/schemas/{name}"})


def order(version: int = 1, note: str | None = None, identity: str = ORDER_ID) -> dict:
    return named("Order") | {"id": identity, "version": version, "note": note}


def item(name: str) -> dict:
    return named("InboxEventInboxItem") | {"kind": name}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "Faults"

    def log_message(self, *_: object) -> None:
        """Says nothing: the journal is what counts."""

    def handle_any(self) -> None:
        _, name, rest = self.path.split("/", 2)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        case = self.server.cases[name]
        headers = {key.lower(): value for key, value in self.headers.items()}
        arrival = Arrival(time.monotonic(), self.command, "/" + rest, headers, body)
        with case.lock:
            case.arrivals.append(arrival)
            turn = sum(1 for one in case.arrivals if "/auth/" not in one.path)
        path = re.sub(r"^/services/\w+/api/v1", "", "/" + rest.split("?")[0])
        if path.startswith("/auth/"):
            self.tokens(case, path, body)
        else:
            getattr(self, f"case_{name.split('.')[0]}")(case, arrival, turn)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_any

    # --- Answers -----------------------------------------------------------------------------------------

    def answer(self, status: int, body: object = None, kind: str = "application/json", **headers: str) -> None:
        data = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        if data:
            self.send_header("Content-Type", kind)
        if status != 204:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def problem(self, status: int, code: str, **headers: str) -> None:
        body = {
            "type": f"urn:eop:problem:{code}", "title": code, "status": status, "code": code, "detail": f"the case says {code}",
            "request_id": "request-1", "trace_id": "0af7651916cd43dd8448eb211c80319c",
        }  # fmt: skip
        self.answer(status, body, "application/problem+json", **headers)

    def cut(self, *, begun: bool) -> None:
        """Ends the connection: in the middle of an answer, or before it."""
        if begun:
            self.wfile.write(b'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"id": "019c')
            self.wfile.flush()
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def placed(self) -> None:
        self.answer(201, order(), ETag='"1"')

    # --- Tokens ------------------------------------------------------------------------------------------

    def tokens(self, case: Case, path: str, body: bytes) -> None:
        if path == "/auth/logout":
            return self.answer(204)
        with case.lock:
            if path == "/auth/refresh":
                given = json.loads(body)["refresh_token"]
                case.refreshes.append(given)
                if given != f"refresh-{case.serial}" or self.path.startswith("/session_over"):
                    return self.problem(401, "identity.refresh_refused")
            case.serial += 1
            serial = case.serial
        if path == "/auth/refresh":
            time.sleep(0.2)  # long enough for everybody to come for it
        self.answer(200, {
            "access_token": f"access-{serial}", "token_type": "Bearer", "expires_in": 600,
            "refresh_token": f"refresh-{serial}", "session_id": ORDER_ID,
        })  # fmt: skip

    # --- Cases -------------------------------------------------------------------------------------------

    def case_unavailable(self, _case: Case, _arrival: Arrival, turn: int) -> None:
        self.placed() if turn > 2 else self.problem(503, "service.overloaded")

    def case_limited(self, _case: Case, _arrival: Arrival, turn: int) -> None:
        self.placed() if turn > 1 else self.problem(429, "order.too_many", Retry_After="1")

    def case_in_flight(self, _case: Case, _arrival: Arrival, turn: int) -> None:
        self.placed() if turn > 1 else self.problem(409, "idempotency.in_flight", Retry_After="1")

    def case_cut(self, _case: Case, _arrival: Arrival, turn: int) -> None:
        self.placed() if turn > 1 else self.cut(begun=True)

    def case_not_repeatable(self, _case: Case, _arrival: Arrival, _turn: int) -> None:
        self.cut(begun=False)

    def case_expired(self, _case: Case, arrival: Arrival, _turn: int) -> None:
        if arrival.headers.get("authorization") == "Bearer access-1":
            return self.problem(401, "auth.token_expired", WWW_Authenticate="Bearer")
        self.answer(200, named("Account"), ETag='"1"')

    def case_session_over(self, case: Case, arrival: Arrival, turn: int) -> None:
        """Neither the access token is good any more, nor the refresh token."""
        self.case_expired(case, arrival, turn)

    def case_given(self, case: Case, arrival: Arrival, turn: int) -> None:
        self.case_expired(case, arrival, turn)

    def case_kept(self, _case: Case, _arrival: Arrival, _turn: int) -> None:
        self.answer(200, named("Account"), ETag='"1"')

    def case_slow(self, _case: Case, _arrival: Arrival, _turn: int) -> None:
        time.sleep(8)
        try:
            self.answer(200, order(), ETag='"1"')
        except OSError:
            self.close_connection = True  # nobody waits for it any more

    def case_long_wait(self, _case: Case, _arrival: Arrival, _turn: int) -> None:
        self.problem(503, "service.overloaded", Retry_After="60")

    def case_proxy(self, _case: Case, _arrival: Arrival, _turn: int) -> None:
        self.answer(502, b"<html><h1>Bad Gateway</h1></html>", "text/html")

    def case_pages(self, _case: Case, arrival: Arrival, _turn: int) -> None:
        page = int(re.search(r"cursor=page-(\d+)", arrival.path)[1]) if "cursor=" in arrival.path else 0
        items = [order(identity=str(uuid.uuid5(uuid.NAMESPACE_OID, f"{page}-{one}"))) for one in range(2)]
        self.answer(200, {"items": items, "next_cursor": f"page-{page + 1}" if page < 3 else None})

    def case_newer(self, case: Case, arrival: Arrival, _turn: int) -> None:
        """A rival changes the order once, between reading and writing."""
        writes = sum(1 for one in case.arrivals if one.method == "PATCH")
        version = min(writes + 1, 2)
        if arrival.method == "GET":
            return self.answer(200, order(version), ETag=f'"{version}"')
        if writes == 1:
            return self.problem(412, "precondition.failed", ETag='"2"')
        self.answer(200, order(3, json.loads(arrival.body)["note"]), ETag='"3"')

    def case_stream(self, _case: Case, arrival: Arrival, _turn: int) -> None:
        """Three events, of which the third comes with the second connection only."""
        first = "last-event-id" not in arrival.headers
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        lines = [": a comment\n\n", "retry: 50\n\n"]
        if first:
            lines += [f"id: 1\nevent: item\ndata: {json.dumps(item('one'))}\n\n"]
            two = json.dumps(item("two"), indent=1).splitlines()
            lines += ["id: 2\r\nevent: item\r\n", *(f"data: {line}\r\n" for line in two), "\r\n", "id: 9\ndata: not sent whole"]
        else:
            lines += [f"id: 3\nevent: item\ndata:{json.dumps(item('three'))}\n\n"]
        for line in lines:
            # In pieces, as a network cuts them.
            for piece in (line[:7], line[7:]):
                self.wfile.write(piece.encode())
                self.wfile.flush()
        if not first:
            time.sleep(0.5)


class Faults(ThreadingHTTPServer):
    """The server; `cases` has the journal of each."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.cases: dict[str, Case] = defaultdict(Case)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, *_: object) -> None:
        """A client that goes away is no news here."""
