"""Watches a platform with real parts: see scripts/observe.sh."""

import argparse
import http.server
import json
import math
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

import yaml

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "correct-horse-demo-battery"
# How often is scraped; the window of rates has some scrapes in it.
SCRAPE_S = 1
WINDOW = "10s"
OPENER = build_opener(ProxyHandler({}))


def say(text):
    print(f"==> {text}", flush=True)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def call(url, body=None, token=None, method=None, timeout=20):
    """The status and the JSON or text of an answer."""
    headers = {"Accept": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = None
    if body is not None:
        data = json.dumps(body).encode()
        headers["Content-Type"] = "application/json"
    request = Request(url, data=data, headers=headers, method=method)
    try:
        with OPENER.open(request, timeout=timeout) as answer:
            status, text = answer.status, answer.read().decode()
    except HTTPError as refused:
        status, text = refused.code, refused.read().decode()
    try:
        return status, json.loads(text)
    except ValueError:
        return status, text


def until(what, look, patience=60):
    """Looks until there is something, and gives it."""
    last, end = None, time.monotonic() + patience
    while time.monotonic() < end:
        try:
            found = look()
            if found:
                return found
        except (URLError, OSError) as error:
            last = error
        time.sleep(0.25)
    sys.exit(f"error: {what}: not within {patience} s; {last or 'nothing was found'}")


class Sink:
    """Takes what Alertmanager and the exporter of traces send."""

    def __init__(self):
        self.alerts, self.traces = [], b""
        sink = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if self.path == "/v1/traces":
                    sink.traces += body
                else:
                    sink.alerts += json.loads(body)["alerts"]
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def saw(self, alert, status):
        return [one for one in self.alerts if one["labels"]["alertname"] == alert and one["status"] == status]


class Parts:
    """The processes, in a folder of their own."""

    def __init__(self, eop, folder):
        self.eop, self.folder, self.running = eop, folder, []
        self.ports = {name: free_port() for name in ("user", "order", "notification", "portal", "prometheus", "alertmanager")}
        self.sink = Sink()
        # Where the platform sends its traces.
        self.traces_go_to = self.sink.url
        # What must never be seen in a log line or a span.
        self.secrets = {PASSWORD, "not-her-password-1"}

    def url(self, part):
        return f"http://127.0.0.1:{self.ports[part]}"

    def start(self, name, command, **environment):
        log = open(self.folder / f"{name}.log", "ab")
        plain = {key: value for key, value in os.environ.items() if not key.startswith("EOP_")}
        process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env={**plain, **environment})
        self.running.append(process)
        return process

    def start_platform(self):
        flags = [f"--{name}-port={self.ports[name]}" for name in ("user", "order", "notification", "portal")]
        self.platform = self.start(
            "platform",
            [self.eop, "dev", "--no-examples", f"--data-dir={self.folder / 'data'}", *flags],
            EOP_DEMO_PASSWORD=PASSWORD,
            OTEL_EXPORTER_OTLP_ENDPOINT=self.traces_go_to,
        )
        until("the platform is ready", lambda: call(self.url("order") + "/health/ready")[0] == 200)

    def start_prometheus(self):
        config = yaml.safe_load((ROOT / "deploy/prometheus/prometheus.yml").read_text())
        config["global"] = {"scrape_interval": f"{SCRAPE_S}s", "evaluation_interval": f"{SCRAPE_S}s"}
        rules = self.folder / "rules"
        rules.mkdir()
        for file in (ROOT / "deploy/prometheus/rules").glob("*.yml"):
            # An alert waits for minutes, and slow rules are evaluated rarely; here everything takes a moment.
            text = re.sub(r"^(\s+(?:for|interval):) .*$", r"\1 1s", file.read_text(), flags=re.M)
            (rules / file.name).write_text(text)
        config["rule_files"] = [f"{rules}/*.yml"]
        managers = [{"static_configs": [{"targets": [f"127.0.0.1:{self.ports['alertmanager']}"]}]}]
        config["alerting"]["alertmanagers"] = managers
        jobs = {job["job_name"]: job for job in config["scrape_configs"]}
        # One process has one page, whichever of its ports is asked.
        jobs["eop"]["static_configs"] = [
            {"targets": [f"127.0.0.1:{self.ports['order']}"], "labels": {"service": "order"}}
        ]
        jobs["prometheus"]["static_configs"] = [{"targets": [f"127.0.0.1:{self.ports['prometheus']}"]}]
        config["scrape_configs"] = [jobs["eop"], jobs["prometheus"]]
        file = self.folder / "prometheus.yml"
        file.write_text(yaml.safe_dump(config))
        self.start(
            "prometheus",
            [
                "prometheus",
                f"--config.file={file}",
                f"--storage.tsdb.path={self.folder / 'tsdb'}",
                f"--web.listen-address=127.0.0.1:{self.ports['prometheus']}",
                "--enable-feature=exemplar-storage",
            ],
        )
        until("Prometheus is ready", lambda: call(self.url("prometheus") + "/-/ready")[0] == 200)

    def start_alertmanager(self):
        config = yaml.safe_load((ROOT / "deploy/alertmanager/alertmanager.yml").read_text())
        hook = [{"url": f"{self.sink.url}/alerts", "send_resolved": True}]
        config["receivers"] = [{"name": one["name"], "webhook_configs": hook} for one in config["receivers"]]
        config["global"] = {"resolve_timeout": "5s"}
        for route in [config["route"], *config["route"]["routes"]]:
            route.update(group_wait="1s", group_interval="1s")
        file = self.folder / "alertmanager.yml"
        file.write_text(yaml.safe_dump(config))
        program = shutil.which("prometheus-alertmanager") or shutil.which("alertmanager")
        self.start(
            "alertmanager",
            [
                program,
                f"--config.file={file}",
                f"--storage.path={self.folder / 'alertmanager'}",
                f"--web.listen-address=127.0.0.1:{self.ports['alertmanager']}",
                "--cluster.listen-address=",
            ],
        )
        until("Alertmanager is ready", lambda: call(self.url("alertmanager") + "/-/ready")[0] == 200)

    def stop(self):
        for process in self.running:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self.running:
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                process.kill()


def ask(parts, path, **query):
    status, answer = call(f"{parts.url('prometheus')}/api/v1/{path}?{urlencode(query)}")
    if status != 200:
        raise ValueError(answer["error"] if isinstance(answer, dict) else answer)
    return answer["data"]


def queries():
    """Where each query of a dashboard stands, and what it asks."""
    for file in sorted((ROOT / "deploy/grafana/dashboards").glob("*.json")):
        for panel in json.loads(file.read_text())["panels"]:
            for target in panel.get("targets", []):
                yield f"{file.stem}, {panel['title']}", target["expr"]


def filled(expression):
    """The query as Grafana sends it when everything is chosen."""
    for variable, value in {"$__rate_interval": WINDOW, "$service": ".*", "$instance": ".*"}.items():
        expression = expression.replace(variable, value)
    assert "$" not in expression, f"a variable that is not known: {expression}"
    return expression


def without_number(parts):
    """The queries that give no finite number now, and why."""
    missing = []
    for where, expression in queries():
        try:
            result = ask(parts, "query", query=filled(expression))["result"]
        except ValueError as error:
            missing.append(f"{where}: {error}: {expression}")
            continue
        if not any(math.isfinite(float(one["value"][1])) for one in result):
            missing.append(f"{where}: no finite number: {expression}")
    return missing


def every_query_has_a_number(parts, when):
    end = time.monotonic() + 30
    while missing := without_number(parts):
        if time.monotonic() > end:
            sys.exit(f"error: {when}, {len(missing)} queries show nothing:\n  " + "\n  ".join(missing))
        time.sleep(1)
    say(f"{when}: all {len(list(queries()))} queries of the dashboards give a finite number")


def every_rule_is_well(parts):
    def rules():
        found = [rule for group in ask(parts, "rules")["groups"] for rule in group["rules"]]
        return found if found and all(rule["health"] != "unknown" for rule in found) else None

    rules = until("every rule is evaluated", rules)
    ill = [f"{rule['name']}: {rule.get('lastError')}" for rule in rules if rule["health"] != "ok"]
    if ill:
        sys.exit("error: rules that cannot be evaluated:\n  " + "\n  ".join(ill))
    say(f"all {len(rules)} rules are evaluated without an error")


def people_work(parts):
    """Orders on all their ways, a wrong password, a refused request."""
    user, order = parts.url("user"), parts.url("order")

    def token(name):
        status, body = call(f"{user}/api/v1/auth/login", {"email": f"{name}@demo.test", "password": PASSWORD})
        assert status == 200, body
        parts.secrets.update((body["access_token"], body["refresh_token"]))
        return body["access_token"]

    alice, approver, fulfilment = token("alice"), token("approver"), token("fulfilment")
    status, _ = call(f"{user}/api/v1/auth/login", {"email": "alice@demo.test", "password": "not-her-password-1"})
    assert status == 401, status
    draft = {
        "lines": [{"sku": "TEA-1", "name": "Tea", "quantity": 2, "unit_price": {"amount": 649, "currency": "EUR"}}],
        "shipping_address": {"name": "Alice", "line1": "Lindenstrasse 12", "city": "Berlin", "postal_code": "10969", "country": "DE"},
    }
    for number in range(12):
        status, placed = call(f"{order}/api/v1/orders", draft, alice)
        assert status == 201, placed
        ways = [
            [(approver, "approve", {}), (fulfilment, "ship", {"carrier": "DHL"}), (fulfilment, "deliver", {})],
            [(approver, "reject", {"reason": "out_of_stock"})],
            [(alice, "cancel", {"reason": "changed_mind"})],
        ]
        for who, action, body in ways[number % 3]:
            status, answer = call(f"{order}/api/v1/orders/{placed['id']}/{action}", body, who)
            assert status == 200, (action, answer)
    status, _ = call(f"{order}/api/v1/orders/{placed['id']}/approve", {}, alice)
    assert status in (403, 409), status
    # Browsers come through the portal's door.
    status, answer = call(f"{parts.url('portal')}/services/order/api/v1/orders", token=alice)
    assert status == 200, answer


def labels_are_bounded(parts):
    """A thousand paths and ids that nobody knows make no series."""
    count = lambda: int(ask(parts, "query", query='count({job="eop"})')["result"][0]["value"][1])
    call(f"{parts.url('order')}/api/v1/orders/first-{os.getpid()}")
    call(f"{parts.url('order')}/first-{os.getpid()}")
    time.sleep(3 * SCRAPE_S)
    before = count()
    for number in range(500):
        call(f"{parts.url('order')}/nobody-{number}")
        call(f"{parts.url('order')}/api/v1/orders/{number:08x}-0000-7000-8000-000000000000")
    time.sleep(3 * SCRAPE_S)
    grown = count() - before
    assert grown == 0, f"a thousand unknown paths and ids made {grown} series"
    say("a thousand unknown paths and ids make no series")


def an_exemplar_leads_to_its_trace(parts):
    def exported():
        found = ask(parts, "query_exemplars", query="http_server_request_duration_seconds_bucket", start=time.time() - 300, end=time.time())
        ids = [one["labels"]["trace_id"] for series in found for one in series["exemplars"]]
        return [trace for trace in ids if bytes.fromhex(trace) in parts.sink.traces]

    trace = until("an exemplar's trace was exported", exported)[0]
    say(f"the exemplar of a request names the trace {trace}, which was exported")
    # Though they share a process, each service exports spans of its own; they come in batches.
    names = ("eop-user", "eop-order", "eop-notification")
    spans = ("send orders.v1", "process event", "deliver notification", "hand over")
    for name in (*names, *spans):
        until(f"{name} is exported", lambda: name.encode() in parts.sink.traces)
    say("the three services have spans of their own, from the request to the provider")


def secrets_are_kept(parts):
    """No line of the log and no span names a password or a token."""
    log = (parts.folder / "data" / "eop.log").read_text(errors="replace")
    assert "request answered" in log and parts.sink.traces, "there is no log, or there are no spans"
    for secret in parts.secrets:
        assert secret not in log, "a secret is in the log"
        assert secret.encode() not in parts.sink.traces, "a secret is in a span"
    say(f"none of {len(parts.secrets)} passwords and tokens is in a log line or a span")


def an_alert_fires_and_ends(parts):
    until("the alert that always fires arrives", lambda: parts.sink.saw("Watchdog", "firing"))
    parts.platform.kill()
    parts.platform.wait()
    until("TargetDown arrives", lambda: parts.sink.saw("TargetDown", "firing"))
    parts.start_platform()
    until("TargetDown ends", lambda: parts.sink.saw("TargetDown", "resolved"))
    say("TargetDown fired after a kill, reached the receiver, and ended after the start")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--eop", required=True)
    arguments.add_argument("--pictures", type=Path)
    arguments.add_argument("--collector", type=Path)
    arguments.add_argument("--store", type=Path)
    given = arguments.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="eop-observe-"))
    # A copy, so that another build meanwhile does not change what runs.
    shutil.copy(given.eop, folder / "eop")
    parts = Parts(folder / "eop", folder)
    try:
        if given.collector:
            from observe_traces import follow_traces

            follow_traces(parts, given.collector, given.store)
            return
        parts.start_platform()
        parts.start_alertmanager()
        parts.start_prometheus()
        every_query_has_a_number(parts, "on an idle platform")
        people_work(parts)
        every_query_has_a_number(parts, "after people have worked")
        every_rule_is_well(parts)
        an_exemplar_leads_to_its_trace(parts)
        secrets_are_kept(parts)
        if given.pictures:
            from draw_dashboards import draw

            for _ in range(30):
                people_work(parts)
                time.sleep(1)
            draw(ROOT / "deploy/grafana/dashboards", lambda path, **query: ask(parts, path, **query), filled, given.pictures)
        labels_are_bounded(parts)
        an_alert_fires_and_ends(parts)
    except BaseException:
        for log in ("platform", "prometheus", "alertmanager", "collector", "store"):
            lines = (folder / f"{log}.log").read_text(errors="replace").splitlines() if (folder / f"{log}.log").exists() else []
            print(f"--- the end of {log}.log", *lines[-15:], sep="\n", file=sys.stderr)
        raise
    finally:
        parts.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
