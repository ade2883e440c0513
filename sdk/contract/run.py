"""Drives each SDK through one scenario on a live platform and through the faults of `faults.py`, and judges what came of it.

Usage: run.py (--eop FILE [--update] | --generate) --cache DIR [--only LANGUAGE,…]

Every SDK has a small runner that reads the scenario and prints what it saw, one line of JSON for each step; what should be
seen is in scenario.json and cases.json, and what should have arrived at the failing platform is here, so that all are held
to the same. The table in docs/SDKS.md is made of the outcome: --update writes it, otherwise it is compared.
"""

import argparse
import base64
import hashlib
import hmac
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import faults
import languages

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
PAGE = ROOT / "docs/SDKS.md"
TABLE = re.compile(r"(?<=<!-- outcome -->\n).*?(?=<!-- end of outcome -->)", re.DOTALL)
EXAMPLES = re.compile(r"(?<=<!-- examples -->\n).*?(?=<!-- end of examples -->)", re.DOTALL)
OTHER_STEPS = {
    "money": "money as decimals, exact in every currency",
    "webhooks": "verifies signatures of webhooks, also while a secret is replaced",
    "headers": "every request: user agent with version, trace context, a key for each POST",
    "readme": "the five-minute example of its README, as it stands",
}


# --- The platform -----------------------------------------------------------------------------------------


def free_ports(count: int) -> list[int]:
    """Ports that nothing listens on, below those that the kernel gives to outgoing connections."""
    found: list[int] = []
    for port in range(24000 + os.getpid() % 4000, 32000):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        found.append(port)
        if len(found) == count:
            return found
    raise SystemExit("error: no free ports")


class Platform:
    """`eop dev` in a folder of its own, with 250 orders of the past."""

    def __init__(self, program: Path, folder: Path) -> None:
        user, order, notification, portal = free_ports(4)
        self.url = f"http://127.0.0.1:{portal}"
        ports = {"user": user, "order": order, "notification": notification}
        self.urls = {service: f"http://127.0.0.1:{port}" for service, port in ports.items()}
        self.log = folder / "platform.log"
        # The platform refuses EOP_ variables that it does not know.
        environment = {key: value for key, value in os.environ.items() if not key.startswith("EOP_")}
        arguments = [f"--{service}-port={port}" for service, port in (ports | {"portal": portal}).items()]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [program, "dev", f"--data-dir={folder}/data", *arguments],
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, env=environment,
            )  # fmt: skip
        give_up = time.monotonic() + 90
        while "The platform is ready" not in self.log.read_text():
            if self.process.poll() is not None or time.monotonic() > give_up:
                self.stop()
                raise SystemExit(f"{self.log.read_text()}\nerror: the platform did not start")
            time.sleep(0.1)
        subprocess.run(
            [program, "seed", "--orders=250", f"--database-url=sqlite://{folder}/data/order.db"],
            check=True, stdout=subprocess.DEVNULL, env=environment,
        )  # fmt: skip

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()


# --- What should be seen ----------------------------------------------------------------------------------


def load(name: str) -> dict:
    return json.loads((HERE / name).read_text())


def webhooks(data: dict) -> list[dict]:
    """Signed as https://www.standardwebhooks.com says, which is what the platform's webhooks do; some are not genuine."""

    def signed(secret: str, at: int, body: str) -> str:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        digest = hmac.digest(key, f"{data['id']}.{at}.{body}".encode(), hashlib.sha256)
        return "v1," + base64.b64encode(digest).decode()

    now, body = int(time.time()), data["body"]
    old, new = data["secrets"]
    foreign = "whsec_" + base64.b64encode(b"somebody else's secret..").decode()
    return [
        {"id": data["id"], "timestamp": str(at), "signature": signature, "body": text, "genuine": genuine}
        for at, signature, text, genuine in (
            (now, signed(old, now, body), body, True),
            (now, f"{signed(foreign, now, body)} {signed(new, now, body)}", body, True),
            (now, signed(foreign, now, body), body, False),
            (now, signed(old, now, body), body + " ", False),
            (now + 1, signed(old, now, body), body, False),
            (now - 600, signed(old, now - 600, body), body, False),
            (now + 600, signed(old, now + 600, body), body, False),
            (now, "", body, False),
            (now, "v1,not base64", body, False),
        )
    ]


def wrong_arrivals(name: str, case: faults.Case, took: float) -> list[str]:
    """What is wrong with what arrived in a case of faults."""
    orders, posts = case.of("/orders"), [one for one in case.arrivals if one.method == "POST"]
    keys = {one.headers.get("idempotency-key") for one in case.of("/orders") if one.method == "POST"}
    facts: list[tuple[object, object, str]] = []
    if name in ("unavailable", "limited", "in_flight", "cut"):
        facts += [
            (len(orders), 3 if name == "unavailable" else 2, "tries"),
            (len(keys), 1, "different keys"),
            (len({one.body for one in orders}), 1, "different bodies"),
            (len({one.headers.get("traceparent", "")[:35] for one in orders}), 1, "different traces"),
        ]
    if name in ("limited", "in_flight") and len(orders) == 2:
        facts.append((orders[1].at - orders[0].at >= 0.99, True, "waited for a second"))
    if name == "not_repeatable":
        facts.append((len(case.of("/me/password")), 1, "tries"))
    if name == "expired":
        facts += [(case.refreshes, ["refresh-1"], "refreshes"), (len(case.of("/auth/login")), 1, "logins")]
        facts.append((20 < len(case.of("/me")) <= 40, True, "asked again after the refresh"))
    if name == "session_over":
        facts += [(case.refreshes, ["refresh-1"], "refreshes"), (len(case.of("/auth/login")), 2, "logins")]
    if name == "kept":
        facts += [(case.refreshes, ["refresh-0"], "refreshes"), (len(case.of("/auth/login")), 0, "logins")]
        facts.append((case.of("/me")[0].headers.get("authorization"), "Bearer access-1", "token"))
    if name == "given":
        facts += [(len(case.of("/auth/")), 0, "requests for tokens"), (len(case.of("/me")), 2, "tries")]
    if name == "slow":
        facts.append((0.5 < took < 6, True, "ended at the deadline, and not with the answer"))
    if name == "long_wait":
        facts += [(len(orders), 1, "tries"), (took < 4.5, True, "did not wait for the deadline")]
    if name == "proxy":
        facts.append((len(orders), 4, "tries"))
    if name == "pages":
        facts.append((len(orders), 2, "pages asked for"))
    if name == "newer":
        sent = [(one.method, one.headers.get("if-match")) for one in orders]
        facts.append((sent, [("GET", None), ("PATCH", '"1"'), ("GET", None), ("PATCH", '"2"')], "requests"))
    if name == "stream":
        facts.append(([one.headers.get("last-event-id") for one in case.of("/stream")], [None, "2"], "positions"))
    facts += [(bool(one.headers.get("idempotency-key")), True, f"a key for {one.path}") for one in posts]
    return [f"{name}: {what}: expected {wanted}, was {was}" for was, wanted, what in facts if was != wanted]


def wrong_headers(language: str, version: str, server: faults.Faults) -> list[str]:
    found = set()
    for name, case in server.cases.items():
        for one in case.arrivals:
            agent, trace = one.headers.get("user-agent", ""), one.headers.get("traceparent", "")
            if not re.match(rf"eop-sdk-{language}/{re.escape(version)}( |$)", agent):
                found.add(f"headers: {name}: user agent {agent!r}")
            if not re.fullmatch(r"00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]", trace) or "0" * 16 in trace:
                found.add(f"headers: {name} {one.path}: traceparent {trace!r}")
    return sorted(found)


# --- One language -----------------------------------------------------------------------------------------


class Run:
    """One SDK: what it did, and what was wrong with it."""

    def __init__(self, language: languages.Language, platform: Platform, folder: Path) -> None:
        self.language, self.platform, self.folder = language, platform, folder
        self.passed: set[str] = set()
        self.wrong: list[str] = []
        self.seconds: dict[str, float] = {}

    def judge(self, step: str, wrong: list[str]) -> None:
        self.wrong += wrong
        if not wrong:
            self.passed.add(step)

    def all(self) -> None:
        try:
            for name, stage in (("make", self.language.make), ("drive", self.drive), ("readme", self.readme)):
                started = time.monotonic()
                stage()
                self.seconds[name] = time.monotonic() - started
        except languages.Failure as failure:
            self.wrong.append(str(failure))

    def drive(self) -> None:
        scenario, cases = load("scenario.json"), load("cases.json")
        server = faults.Faults()
        config = {
            "url": self.platform.url, "urls": self.platform.urls, "scenario": scenario, "faults": server.url,
            "cases": cases["cases"], "money": cases["money"], "secrets": cases["webhook"]["secrets"],
            "webhooks": webhooks(cases["webhook"]),
        }  # fmt: skip
        file = self.folder / "run.json"
        file.write_text(json.dumps(config))
        output = self.language.run(self.language.runner, str(file))
        server.shutdown()
        saw = {}
        for line in output.splitlines():
            if line.startswith("{"):
                one = json.loads(line)
                saw[one["step"]] = one
        for step in scenario["steps"]:
            self.judge("scenario." + step["do"], self.wrong_sight("scenario." + step["do"], step["expect"], saw))
        for case in cases["cases"]:
            wrong = []
            # An SDK that has a sync and an async client does each case with both.
            for way in self.language.ways:
                name = case["case"] + way
                seen = self.wrong_sight("faults." + name, case["expect"], saw)
                if not seen:
                    seen = wrong_arrivals(case["case"], server.cases[name], saw["faults." + name]["ms"] / 1000)
                wrong += seen
            self.judge("faults." + case["case"], wrong)
        genuine = [one["genuine"] for one in config["webhooks"]]
        self.judge("webhooks", self.wrong_sight("webhooks", {"genuine": genuine}, saw))
        decimals = [one["decimal"] for one in cases["money"]]
        amounts = [one["amount"] for one in cases["money"]]
        self.judge("money", self.wrong_sight("money", {"decimals": decimals, "amounts": amounts}, saw))
        version = json.loads((ROOT / "openapi/user.json").read_text())["info"]["version"]
        self.judge("headers", wrong_headers(self.language.name, version, server))

    @staticmethod
    def wrong_sight(step: str, expected: dict, saw: dict) -> list[str]:
        if step not in saw:
            return [f"{step}: was not done"]
        was = saw[step]
        if "failed" in was:
            return [f"{step}: {was['failed']}"]
        return [
            f"{step}: {key}: expected {json.dumps(value)}, was {json.dumps(was['saw'].get(key))}"
            for key, value in expected.items()
            if was["saw"].get(key) != value
        ]

    def readme(self) -> None:
        """Runs the first example of the README from a folder that has nothing else."""
        folder = self.folder / "newcomer"
        folder.mkdir()
        text = (self.language.folder / "README.md").read_text()
        output = self.language.quickstart(folder, languages.first_block(text)[1], {"EOP_URL": self.platform.url})
        if re.search(r"^ORD-\d{4}-\d{6,}.* 12\.98 EUR", output, re.MULTILINE):
            self.passed.add("readme")
        else:
            self.wrong.append(f"readme: it printed {output!r}")


# --- The table --------------------------------------------------------------------------------------------


def rows() -> list[tuple[str, str]]:
    scenario, cases = load("scenario.json")["steps"], load("cases.json")["cases"]
    return [
        *((f"scenario.{step['do']}", step["title"]) for step in scenario),
        *((f"faults.{case['case']}", case["title"]) for case in cases),
        *OTHER_STEPS.items(),
    ]


def table(runs: dict[str, Run], present: str) -> str:
    """The outcome of each step in each language; of those that did not run, what was there before."""
    known = [one for one in languages.ALL if one.is_here]
    before: dict[tuple[str, str], str] = {}
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in present.strip().splitlines()]
    for line in lines[2:]:
        before |= {(line[0], language): cell for language, cell in zip(lines[0][1:], line[1:], strict=False)}
    text = "| | " + " | ".join(one.title for one in known) + " |\n| --- |" + " :-: |" * len(known) + "\n"
    for step, title in rows():
        cells = [
            ("✓" if step in runs[one.name].passed else "✗") if one.name in runs else before.get((title, one.title), "?")
            for one in known
        ]
        text += f"| {title} | " + " | ".join(cells) + " |\n"
    return text


def examples() -> str:
    """The first example of each README."""
    text = ""
    for language in (one for one in languages.ALL if one.is_here):
        kind, code = languages.first_block((language.folder / "README.md").read_text())
        text += f"### {language.title}\n\n```{kind}\n{code}```\n\n"
    return text


def compare_page(runs: dict[str, Run], update: bool) -> list[str]:
    page = PAGE.read_text()
    outcome = TABLE.sub(lambda present: table(runs, present[0]), page)
    outcome = EXAMPLES.sub(lambda _: examples(), outcome)
    if outcome == page:
        return []
    if update:
        PAGE.write_text(outcome)
        return []
    return ["docs/SDKS.md says something else than this run and the READMEs: scripts/sdk.sh --update writes it"]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--eop", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--generate", action="store_true")
    arguments = parser.parse_args()
    languages.prepare(arguments.cache)
    chosen = [one for one in languages.ALL if one.is_here and (not arguments.only or one.name in arguments.only.split(","))]
    missing = {one.name: tool for one in chosen if (tool := one.missing_tool())}
    for name, tool in missing.items():
        print(f"sdk: {name} is skipped: there is no {tool}")
    if missing and os.environ.get("CI"):
        print("error: in CI none may be skipped", file=sys.stderr)
        return 1
    if arguments.generate:
        for language in (one for one in chosen if one.name not in missing):
            language.generate()
        return 0
    with tempfile.TemporaryDirectory(prefix="eop-sdk-") as temporary:
        folder = Path(temporary)
        platform = Platform(arguments.eop, folder)
        try:
            runs = {}
            for language in (one for one in chosen if one.name not in missing):
                (folder / language.name).mkdir()
                runs[language.name] = Run(language, platform, folder / language.name)
            # The slow ones first, two at a time: compilers use what cores there are.
            with ThreadPoolExecutor(2) as pool:
                for _ in pool.map(Run.all, sorted(runs.values(), key=lambda run: -run.language.weight)):
                    pass
        finally:
            platform.stop()
    wrong = [f"{name}: {one}" for name, run in runs.items() for one in run.wrong]
    for name, run in runs.items():
        times = ", ".join(f"{stage} {seconds:.0f} s" for stage, seconds in run.seconds.items())
        print(f"{name:<12}{len(run.passed)} of {len(rows())} ({times})")
    wrong += compare_page(runs, arguments.update)
    for one in wrong:
        print(f"error: {one}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    threading.stack_size(1 << 20)
    sys.exit(main())
