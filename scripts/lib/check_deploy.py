"""Holds deploy/ and docker-compose.yml against the code: a name that is said twice is said alike.

Usage: check_deploy.py COMPOSE.json, the output of `docker compose config --format json`.
"""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
errors: list[str] = []


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def rust() -> str:
    files = (p for top in ("apps", "adapters") for p in (ROOT / top).rglob("*.rs"))
    return "\n".join(p.read_text(encoding="utf-8") for p in files if "target" not in p.parts)


def check(holds: bool, message: str) -> None:
    if not holds:
        errors.append(message)


def compose(services: dict, code: str) -> None:
    settings = set(re.findall(r'"((?:EOP|OTEL)_[A-Z_]+)"', code))
    ports = dict(re.findall(r"apps/(\w+)/src/lib\.rs:(\d+)", port_constants()))
    for name, service in services.items():
        for variable in service.get("environment") or {}:
            if variable.startswith(("EOP_", "OTEL_")):
                check(variable.removesuffix("_FILE") in settings, f"docker-compose.yml: {name} sets {variable}, which no code reads")
        for volume in service.get("volumes") or []:
            if volume["type"] == "bind":
                check(pathlib.Path(volume["source"]).exists(), f"docker-compose.yml: {name} mounts {volume['source']}, which does not exist")
        for port in service.get("ports") or []:
            check(port.get("host_ip") == "127.0.0.1", f"docker-compose.yml: {name} publishes {port['published']} on every address")
        if name in ports:
            wanted = int(ports[name])
            check([p["target"] for p in service["ports"]] == [wanted], f"docker-compose.yml: {name} does not publish {wanted}, its port in the code")
        check(":" in service["image"] and not service["image"].endswith(":latest"), f"docker-compose.yml: {name} has no pinned version")
        check("mem_limit" in service, f"docker-compose.yml: {name} has no memory limit")


def port_constants() -> str:
    found = []
    for service in ("user", "order", "notification"):
        match = re.search(r"pub const PORT: u16 = (\d+);", text(f"apps/{service}/src/lib.rs"))
        check(match is not None, f"apps/{service}/src/lib.rs has no PORT")
        if match:
            found.append(f"apps/{service}/src/lib.rs:{match[1]}")
    return "\n".join(found)


def metrics(code: str) -> None:
    """Every metric of a rule or panel is registered by the code, or recorded by a rule."""
    rules = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "deploy/prometheus/rules").glob("*.yml"))
    recorded = set(re.findall(r"record: (\S+)", rules))
    names = set(re.findall(r'"((?:eop|http|process|build)[a-z_]*)"', code))
    units = {f"{name}_{unit}" for name in names for unit in ("seconds", "bytes")}
    known = {"up", "build_info", *recorded}
    for name in names | units:
        known |= {name, f"{name}_total", f"{name}_bucket", f"{name}_count", f"{name}_sum"}
    panels = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "deploy/grafana/dashboards").glob("*.json"))
    for name in sorted(set(re.findall(r"\b((?:eop|http_server|http_client|process|slo)[a-z_0-9:]*)\s*(?:\{|\[|\)| )", rules + panels))):
        name = name.rstrip(":")
        if re.match(r"slo:|.*_", name) and not name.startswith("slo-"):
            check(name in known, f"deploy/: nothing exports the metric {name}")


def alerts() -> None:
    rules = text("deploy/prometheus/rules/alerts.yml")
    tests = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "deploy/prometheus/tests").glob("*.yml"))
    boards = {p.stem for p in (ROOT / "deploy/grafana/dashboards").glob("*.json")}
    for block in rules.split("- alert: ")[1:]:
        name = block.split("\n", 1)[0].strip()
        page = re.search(r"runbook_url: (\S+)", block)
        check(page is not None and (ROOT / page[1]).exists(), f"alerts.yml: {name} has no page in docs/runbooks")
        board = re.search(r"dashboard: /d/(\S+)", block)
        check(board is not None and board[1] in boards, f"alerts.yml: {name} names a dashboard that does not exist")
        asked = re.findall(rf"alertname: {name}\b.*?exp_alerts:(\s*\[\])?", tests, re.S)
        check("" in asked, f"deploy/prometheus/tests: no test fires {name}")
        check(name == "Watchdog" or any(asked), f"deploy/prometheus/tests: no test keeps {name} quiet")


def main() -> int:
    code = rust()
    compose(json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))["services"], code)
    metrics(code)
    alerts()
    for error in errors:
        print(f"error: {error}", file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
