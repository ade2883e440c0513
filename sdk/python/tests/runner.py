"""Does what sdk/contract/scenario.json and cases.json say, and prints what it saw: the scenario with the sync client, the
faults with both."""

import asyncio
import json
import sys
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import eop
from eop.models import Approval, InboxEventInboxItem, OrderAmendment, OrderDraft, OrderSort, PasswordChange

Saw = dict[str, Any]
with open(sys.argv[1]) as file:
    config = json.load(file)
scenario = config["scenario"]
people, password = scenario["people"], scenario["password"]


def draft(**changes: Any) -> OrderDraft:
    return OrderDraft.from_dict(scenario["draft"] | changes)


def step(name: str, action: Callable[[], Saw]) -> None:
    started = time.monotonic()
    outcome: Saw
    try:
        outcome = {"saw": action()}
    except Exception:
        outcome = {"failed": traceback.format_exc()}
    print(json.dumps({"step": name, **outcome, "ms": (time.monotonic() - started) * 1000}), flush=True)


def error_of(call: Callable[[], Any]) -> eop.ApiError:
    try:
        call()
    except eop.ApiError as error:
        return error
    raise AssertionError("the call did not fail")


# --- The scenario --------------------------------------------------------------------------------------------


class Scenario:
    """One method for each step."""

    def __init__(self) -> None:
        self.renewals = 0
        self.customer = eop.Platform(
            urls=config["urls"], credentials=eop.Password(people["customer"], password), on_tokens=self.renewed
        )
        self.approver = eop.Platform(urls=config["urls"], credentials=eop.Password(people["approver"], password))

    def renewed(self, _: object) -> None:
        self.renewals += 1

    def log_in(self, _: Saw) -> Saw:
        return {"customer": self.customer.users.get_me().email, "approver": self.approver.users.get_me().email}

    def place(self, _: Saw) -> Saw:
        with self.customer.call() as answer:
            order = self.customer.orders.place_order(draft())
        self.first = order.id
        total = order.total
        return {
            "status": order.status,
            "total": total.amount,
            "decimal": str(eop.decimal_of(total)),
            "etag": answer.etag,
        }

    def page(self, one: Saw) -> Saw:
        ids, times = [], []
        orders = self.approver.orders.list_orders
        for order in self.approver.each(orders, sort=OrderSort.CREATED_AT, limit=one["limit"]):
            ids.append(order.id)
            times.append(order.created_at)
            if len(ids) == one["take"]:
                break
        return {"taken": len(ids), "distinct": len(set(ids)), "in_order": times == sorted(times)}

    def approve(self, one: Saw) -> Saw:
        return {"status": self.approver.orders.approve_order(self.first, Approval(note=one["note"])).status}

    def edit(self, one: Saw) -> Saw:
        placed = self.customer.orders.place_order(draft()).id
        tries = 0

        def rival(version: int) -> None:
            note = OrderAmendment(note=f"rival {version}")
            self.customer.orders.amend_order(placed, note, if_match=f'"{version}"')

        def write(order: eop.models.Order, etag: str) -> eop.models.Order:
            nonlocal tries
            tries += 1
            if tries == 1:
                rival(order.version)
            return self.customer.orders.amend_order(placed, OrderAmendment(note=one["note"]), if_match=etag)

        rival(1)
        stale = error_of(lambda: rival(1))
        order = self.customer.edit(lambda: self.customer.orders.get_order(str(placed)), write)
        return {
            "stale": type(stale).__name__,
            "stale_etag": stale.etag,
            "tries": tries,
            "note": order.note,
            "version": order.version,
        }

    def missing(self, _: Saw) -> Saw:
        error = error_of(lambda: self.customer.orders.get_order("00000000-0000-7000-8000-000000000000"))
        ids = {"request_id": bool(error.request_id), "trace_id": bool(error.trace_id)}
        return {"error": type(error).__name__, "status": error.status, "code": error.code, **ids}

    def conflict(self, _: Saw) -> Saw:
        error = error_of(lambda: self.approver.orders.approve_order(self.first))
        assert isinstance(error, eop.Conflict)
        return {"error": type(error).__name__, "code": error.code, "current_status": error.current_status}

    def invalid(self, _: Saw) -> Saw:
        lines = [line | {"quantity": 0} for line in scenario["draft"]["lines"]]
        error = error_of(lambda: self.customer.orders.place_order(draft(lines=lines)))
        fields = [one.field for one in error.errors]
        return {"error": type(error).__name__, "status": error.status, "code": error.code, "fields": fields}

    def forbidden(self, _: Saw) -> Saw:
        error = error_of(lambda: self.customer.orders.approve_order(self.first))
        return {"error": type(error).__name__, "code": error.code}

    def watch(self, _: Saw) -> Saw:
        placed = self.customer.orders.place_order(draft()).id
        is_approved, give_up = False, time.monotonic() + 30
        for event in self.customer.watch_my_inbox():
            if not is_approved:
                is_approved = True
                self.approver.orders.approve_order(placed)
            if isinstance(event, InboxEventInboxItem) and (event.order_id, event.kind) == (placed, "order.approved"):
                return {"seen": event.kind}
            if time.monotonic() > give_up:
                break
        return {"seen": "nothing"}

    def refresh(self, one: Saw) -> Saw:
        before = self.renewals
        with ThreadPoolExecutor(one["calls"]) as pool:
            running = [pool.submit(self.customer.users.get_me) for _ in range(one["calls"])]
            self.customer.refresh()
            answers = [call.result() for call in running]
        self.customer.refresh()
        again = self.customer.users.get_me()
        is_good = again.email == people["customer"]
        return {"succeeded": len(answers), "renewed": self.renewals == before + 2, "still_good": is_good}

    def log_out(self, _: Saw) -> Saw:
        self.customer.log_out()
        self.approver.log_out()
        return {"error": type(error_of(self.customer.users.get_me)).__name__}


# --- Faults --------------------------------------------------------------------------------------------------

EARL = "ORD-2026-000001"


def fault(platform: eop.Platform, one: Saw) -> Saw:
    """What a case does, with the sync client."""
    orders = platform.orders
    match one["do"]:
        case "place":
            orders.place_order(draft())
        case "change_password":
            platform.users.change_my_password(PasswordChange(password, "harbour-violet-9-piano"))
        case "get_me_often":
            with ThreadPoolExecutor(one["calls"]) as pool:
                running = [pool.submit(platform.users.get_me) for _ in range(one["calls"])]
                return {"succeeded": len([call.result() for call in running])}
        case "get_me":
            platform.users.get_me()
        case "get":
            orders.get_order(EARL)
        case "take":
            items = platform.each(orders.list_orders)
            return {"taken": len([order for order, _ in zip(items, range(one["take"]), strict=False)])}
        case "edit":
            tries = []
            amendment = OrderAmendment(note=one["note"])

            def write(order: eop.models.Order, etag: str) -> eop.models.Order:
                tries.append(etag)
                return orders.amend_order(order.id, amendment, if_match=etag)

            order = platform.edit(lambda: orders.get_order(EARL), write)
            return {"tries": len(tries), "note": order.note}
        case "watch":
            events = platform.watch_my_inbox()
            kinds: list[str] = []
            while len(kinds) < one["take"]:
                event = next(events)
                kinds.append(event.kind if isinstance(event, InboxEventInboxItem) else event.type_)
            return {"kinds": kinds}
    return {}


async def fault_async(platform: eop.AsyncPlatform, one: Saw) -> Saw:
    """The same, with the async client."""
    orders = platform.orders
    match one["do"]:
        case "place":
            await orders.place_order(draft())
        case "change_password":
            await platform.users.change_my_password(PasswordChange(password, "harbour-violet-9-piano"))
        case "get_me_often":
            answers = await asyncio.gather(*(platform.users.get_me() for _ in range(one["calls"])))
            return {"succeeded": len(answers)}
        case "get_me":
            await platform.users.get_me()
        case "get":
            await orders.get_order(EARL)
        case "take":
            taken = 0
            async for _ in platform.each(orders.list_orders):
                taken += 1
                if taken == one["take"]:
                    break
            return {"taken": taken}
        case "edit":
            tries = []
            amendment = OrderAmendment(note=one["note"])

            async def write(order: eop.models.Order, etag: str) -> eop.models.Order:
                tries.append(etag)
                return await orders.amend_order(order.id, amendment, if_match=etag)

            order = await platform.edit(lambda: orders.get_order(EARL), write)
            return {"tries": len(tries), "note": order.note}
        case "watch":
            seen: list[str] = []
            async for event in platform.watch_my_inbox():
                seen.append(event.kind if isinstance(event, InboxEventInboxItem) else event.type_)
                if len(seen) == one["take"]:
                    break
            return {"kinds": seen}
    return {}


def options(one: Saw, folder: str, told: Saw) -> Saw:
    def give() -> str:
        told["asked"] += 1
        return f"access-{told['asked']}"

    def keep(tokens: eop.models.Tokens) -> None:
        told["handed"] = tokens.refresh_token

    kinds = {"refresh_token": eop.RefreshToken("refresh-0"), "function": eop.TokenFunction(give)}
    who = kinds.get(one.get("credentials", ""), eop.Password(people["customer"], password))
    limit = {"timeout": one["timeout_ms"] / 1000} if "timeout_ms" in one else {}
    return {"url": f"{config['faults']}/{folder}", "credentials": who, "on_tokens": keep, **limit}


def outcome(action: Callable[[], Saw], told: Saw) -> Saw:
    try:
        return {"outcome": "ok", **action(), **told}
    except eop.ApiError as error:
        return {"outcome": type(error).__name__, "status": error.status, "code": error.code}
    except eop.EopError as error:
        return {"outcome": type(error).__name__}


def one_case(one: Saw) -> Saw:
    told: Saw = {"asked": 0, "handed": None}
    with eop.Platform(**options(one, one["case"], told)) as platform:
        return outcome(lambda: fault(platform, one), told)


def one_case_async(one: Saw) -> Saw:
    told: Saw = {"asked": 0, "handed": None}

    async def run() -> Saw:
        # In a journal of its own: what arrives is counted for each client.
        async with eop.AsyncPlatform(**options(one, f"{one['case']}.async", told)) as platform:
            return await fault_async(platform, one)

    return outcome(lambda: asyncio.run(run()), told)


def is_genuine(one: Saw) -> bool:
    headers = {f"webhook-{name}": one[name] for name in ("id", "timestamp", "signature")}
    try:
        eop.verify_webhook(config["secrets"], headers, one["body"])
    except eop.WebhookRefused:
        return False
    return True


def main() -> None:
    steps = Scenario()
    for one in scenario["steps"]:
        step(f"scenario.{one['do']}", lambda one=one: getattr(steps, one["do"])(one))  # type: ignore[misc]
    for one in config["cases"]:
        step(f"faults.{one['case']}", lambda one=one: one_case(one))  # type: ignore[misc]
        step(f"faults.{one['case']}.async", lambda one=one: one_case_async(one))  # type: ignore[misc]
    money = config["money"]
    step(
        "money",
        lambda: {
            "decimals": [str(eop.decimal_of(eop.Money(one["amount"], one["currency"]))) for one in money],
            "amounts": [eop.money_of(one["decimal"], one["currency"]).amount for one in money],
        },
    )
    step("webhooks", lambda: {"genuine": [is_genuine(one) for one in config["webhooks"]]})


main()
