"""Places orders at two versions of the platform, and counts what became of them.

    two_versions.py load --old URL --new URL --users URL --seconds N --out FILE
    two_versions.py verdict --psql PROGRAM --port PORT --mails FILE --out FILE RUN...

`load` places, approves and lists orders at both order services at once, each order under an idempotency key that is
repeated at the other service when the first one does not answer, and writes what it saw to FILE. Either URL may be `-`.
`verdict` compares all runs with the databases and the mails, prints a table, and exits with 1 when something is lost or
there twice.
"""

import argparse
import collections
import json
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import uuid

ADMIN = "admin@example.com"
PASSWORD = "seventeen purple umbrellas"
LINE = {"sku": "TEA", "name": "Tea", "quantity": 1, "unit_price": {"amount": 649, "currency": "EUR"}}
ADDRESS = {"name": "A", "line1": "1 Street", "city": "Berlin", "postal_code": "10969", "country": "DE"}


def ask(method: str, url: str, token: str | None = None, body=None, key: str | None = None):
    """The status and the body of an answer; status 0 when there is none."""
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    if key:
        headers["Idempotency-Key"] = key
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data=data, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=35) as answer:
            return answer.status, json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode(errors="replace")
    except (OSError, ValueError):
        return 0, None


class Load:
    def __init__(self, services: list[str], token: str, until: float) -> None:
        self.services, self.token, self.until = services, token, until
        self.lock = threading.Lock()
        self.acknowledged: list[str] = []
        self.open: list[str] = []
        self.statuses: collections.Counter = collections.Counter()

    def count(self, what: str, status: int) -> None:
        with self.lock:
            self.statuses[f"{what} {status or 'no answer'}"] += 1

    def place(self, turn: int) -> str | None:
        """Places an order, at the services in turn until one of them answers for good."""
        key = str(uuid.uuid4())
        body = {"lines": [LINE], "shipping_address": ADDRESS}
        for attempt in range(40):
            service = self.services[(turn + attempt) % len(self.services)]
            status, answer = ask("POST", f"{service}/api/v1/orders", self.token, body, key)
            self.count("place", status)
            if status in (200, 201):
                with self.lock:
                    self.acknowledged.append(answer["id"])
                return answer["id"]
            if status not in (0, 429, 500, 502, 503):
                break
            time.sleep(0.25)
        with self.lock:
            self.open.append(key)
        return None

    def work(self, number: int) -> None:
        turn = number
        while time.monotonic() < self.until:
            order = self.place(turn)
            other = self.services[(turn + 1) % len(self.services)]
            if order and turn % 3 == 0:
                status, _ = ask("GET", f"{other}/api/v1/orders?limit=50", self.token)
                self.count("list", status)
                status, _ = ask("GET", f"{other}/api/v1/orders/{order}", self.token)
                self.count("read", status)
            turn += 1
            time.sleep(0.05)


def load(arguments: argparse.Namespace) -> int:
    body = {"email": ADMIN, "password": PASSWORD}
    for _ in range(120):
        status, answer = ask("POST", f"{arguments.users}/api/v1/auth/login", body=body)
        if status == 200:
            break
        time.sleep(0.5)
    else:
        print(f"the administrator cannot sign in: {status} {answer}", file=sys.stderr)
        return 1
    services = [url for url in (arguments.old, arguments.new) if url != "-"]
    run = Load(services, answer["access_token"], time.monotonic() + arguments.seconds)
    threads = [threading.Thread(target=run.work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open(arguments.out, "w", encoding="utf-8") as out:
        json.dump({"acknowledged": run.acknowledged, "open": run.open, "statuses": run.statuses}, out)
    return 0


def rows(arguments: argparse.Namespace, database: str, sql: str) -> list[list[str]]:
    address = f"postgres://postgres@127.0.0.1:{arguments.port}/{database}"
    command = [arguments.psql, address, "--no-align", "--tuples-only", "--field-separator=|", "--command", sql]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [line.split("|") for line in text.splitlines() if line]


def settle(arguments: argparse.Namespace) -> None:
    """Waits until nothing moves any more, two minutes at most."""
    before = None
    for _ in range(60):
        outboxes = sum(int(rows(arguments, name, "SELECT count(*) FROM outbox")[0][0]) for name in ("userdb", "orderdb"))
        waiting = rows(arguments, "notificationdb", "SELECT count(*) FROM delivery WHERE due_at IS NOT NULL")[0][0]
        told = rows(arguments, "notificationdb", "SELECT count(*) FROM notification")[0][0]
        now = (outboxes, waiting, told)
        if outboxes == 0 and waiting == "0" and now == before:
            return
        before = now
        time.sleep(2)


def verdict(arguments: argparse.Namespace) -> int:
    settle(arguments)
    acknowledged: list[str] = []
    unknown, statuses = 0, collections.Counter()
    for name in arguments.runs:
        with open(name, encoding="utf-8") as text:
            run = json.load(text)
        acknowledged += run["acknowledged"]
        unknown += len(run["open"])
        statuses.update(run["statuses"])
    stored = [row[0] for row in rows(arguments, "orderdb", "SELECT id FROM orders")]
    history = rows(arguments, "orderdb", "SELECT order_id, version FROM order_history")
    created = "SELECT order_id, count(*) FROM notification WHERE kind = 'order.created' GROUP BY order_id"
    told = {order: int(count) for order, count in rows(arguments, "notificationdb", created)}
    channels = "SELECT notification_id, channel, count(*) FROM delivery GROUP BY 1, 2 HAVING count(*) > 1"
    doubled_deliveries = rows(arguments, "notificationdb", channels)
    states = rows(arguments, "notificationdb", "SELECT channel, status, count(*) FROM delivery GROUP BY 1, 2 ORDER BY 1, 2")
    letters = int(rows(arguments, "notificationdb", "SELECT count(*) FROM dead_letter")[0][0])
    with open(arguments.mails, encoding="utf-8") as text:
        mails = collections.Counter(json.loads(line)["headers"].get("Message-ID") for line in text)
    missing = [order for order in acknowledged if order not in set(stored)]
    untold = [order for order in stored if order not in told]
    faults = {
        "orders that were acknowledged and are not there": len(missing),
        "orders that are there and were neither acknowledged nor left open": max(0, len(stored) - len(set(acknowledged)) - unknown),
        "orders that were acknowledged twice": len(acknowledged) - len(set(acknowledged)),
        "orders that nobody was told of": len(untold),
        "orders that somebody was told of twice": sum(1 for count in told.values() if count > 1),
        "steps of histories that are there twice": len(history) - len({tuple(row) for row in history}),
        "deliveries that are there twice": len(doubled_deliveries),
        "mails that were handed over twice": sum(1 for count in mails.values() if count > 1),
        "dead letters": letters,
        "answers 500": sum(count for name, count in statuses.items() if name.endswith(" 500")),
    }
    lines = ["| what | count |", "| --- | ---: |"]
    lines.append(f"| orders acknowledged | {len(set(acknowledged))} |")
    lines.append(f"| orders whose outcome stayed open for the client | {unknown} |")
    lines += [f"| {name} | {count} |" for name, count in faults.items()]
    lines.append(f"| mails | {sum(mails.values())} |")
    lines += [f"| deliveries: {channel}, {status} | {count} |" for channel, status, count in states]
    lines += [f"| answers: {name} | {statuses[name]} |" for name in sorted(statuses)]
    table = "\n".join(lines)
    print(table)
    with open(arguments.out, "w", encoding="utf-8") as out:
        out.write(table + "\n")
    return 1 if any(faults.values()) else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    loading = commands.add_parser("load")
    for name in ("--old", "--new", "--users", "--out"):
        loading.add_argument(name, required=True)
    loading.add_argument("--seconds", type=float, required=True)
    judging = commands.add_parser("verdict")
    for name in ("--psql", "--port", "--mails", "--out"):
        judging.add_argument(name, required=True)
    judging.add_argument("runs", nargs="+")
    arguments = parser.parse_args()
    return load(arguments) if arguments.command == "load" else verdict(arguments)


if __name__ == "__main__":
    sys.exit(main())
