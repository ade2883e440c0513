"""Gives the generated requests of scripts/fuzz-api.sh something to meet: orders in several states, accounts, and the
notifications of both. Writes one schemathesis configuration per service, scripts/schemathesis.toml followed by the
ids of its things, into FOLDER, and prints the access tokens, one `ROLE TOKEN` per line.

Usage: fuzz_prepare.py FOLDER SALT USER_URL ORDER_URL NOTIFICATION_URL

SALT keeps the e-mail addresses of one call apart from those of another. The password of the demo accounts is in
EOP_DEMO_PASSWORD.
"""

import json
import os
import pathlib
import sys
import time

import requests

folder, salt, user_url, order_url, notification_url = sys.argv[1:]
folder = pathlib.Path(folder)
base_config = pathlib.Path(__file__).parent.parent.joinpath("schemathesis.toml").read_text()


def call(method, url, token=None, body=None):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    answer = requests.request(method, url, headers=headers, json=body, timeout=30)
    if not answer.ok:
        sys.exit(f"error: {method} {url} was answered with {answer.status_code}: {answer.text}")
    return answer.json() if answer.content else None


def items(url, token):
    return call("GET", url, token)["items"]


def log_in(name):
    credentials = {"email": f"{name}@demo.test", "password": os.environ["EOP_DEMO_PASSWORD"]}
    return call("POST", f"{user_url}/api/v1/auth/login", body=credentials)["access_token"]


# Once for all calls: generated logins with wrong passwords may have closed an account for a while.
kept = folder / "tokens.json"
if not kept.exists():
    kept.write_text(json.dumps({name: log_in(name) for name in ("admin", "alice", "approver", "fulfilment", "bob")}))
tokens = json.loads(kept.read_text())

orders = []
for number in range(12):
    draft = {
        "lines": [
            {"sku": f"S-{number}", "name": "Tea", "quantity": 2, "unit_price": {"amount": 649, "currency": "EUR"}},
            {"sku": "POT", "name": "Pot", "quantity": 1, "unit_price": {"amount": 3450, "currency": "EUR"}},
        ],
        "shipping_address": {
            "name": "Alice", "line1": "Street 1", "city": "Berlin", "postal_code": "10969", "country": "DE",
        },
    }
    owner = tokens["alice" if number % 4 else "bob"]
    orders.append(call("POST", f"{order_url}/api/v1/orders", owner, draft)["id"])


def act(order, action, role, body):
    call("POST", f"{order_url}/api/v1/orders/{order}/{action}", tokens[role], body)


for order in orders[8:]:
    act(order, "approve", "approver", {})
for order in orders[10:]:
    act(order, "ship", "fulfilment", {"carrier": "DHL", "tracking_number": "00340434161094042557"})

for number in range(2):
    person = {
        "name": "Fay Fuzz", "email": f"fay-{salt}-{number}@fuzz.test", "password": "plum-ladder-42-cloud",
    }
    call("POST", f"{user_url}/api/v1/auth/register", body=person)
users = [u["id"] for u in items(f"{user_url}/api/v1/users?limit=100", tokens["admin"]) if "fuzz" in u["email"]]
if not users:
    sys.exit("error: the accounts that were registered are not in the list of users")


def notifications_of(order):
    return items(f"{notification_url}/api/v1/notifications?order_id={order}", tokens["admin"])


deadline = time.monotonic() + 30
while not (found := [n for order in orders[:4] for n in notifications_of(order)]):
    if time.monotonic() > deadline:
        sys.exit("error: no order has led to a notification within 30 s")
    time.sleep(0.2)
deliveries = [delivery["id"] for n in found for delivery in n["deliveries"]]
inbox = [i["id"] for role in tokens for i in items(f"{notification_url}/api/v1/me/inbox?limit=5", tokens[role])]
mails = [mail["id"] for mail in items(f"{notification_url}/api/v1/mailbox?limit=5", tokens["admin"])]

things = {
    "user": users,
    "order": orders,
    "notification": [n["id"] for n in found[:5]] + deliveries[:5] + inbox[:5] + mails,
}
for service, ids in things.items():
    config = f"""{base_config}
[dictionaries.things]
values = {json.dumps(ids)}

[parameters."path.id"]
dictionary = "things"
probability = 0.7
"""
    folder.joinpath(f"{service}.toml").write_text(config)
for role, token in tokens.items():
    print(role, token)
