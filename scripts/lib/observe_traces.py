"""Follows traces through a real collector to a real store: see scripts/observe.sh --traces."""

import json
import time

import yaml

from observe import ROOT, ask, call, free_port, people_work, say, until

# What an order's trace must show, by the service whose spans they are.
WAY = {
    "eop-order": ("POST /api/v1/orders", "commit", "send orders.v1"),
    "eop-notification": ("process event", "deliver notification", "hand over"),
}
# Of the traces without an error that are quick, this share is kept.
KEPT = 0.1


def start_store(parts, program):
    """Jaeger, in memory."""
    for name in ("store", "store otlp", "store health", "store grpc"):
        parts.ports[name] = free_port()
    here = {name: f"127.0.0.1:{port}" for name, port in parts.ports.items()}
    config = {
        "service": {
            "extensions": ["jaeger_storage", "jaeger_query", "healthcheckv2"],
            "pipelines": {"traces": {"receivers": ["otlp"], "processors": ["batch"], "exporters": ["jaeger_storage_exporter"]}},
            "telemetry": {"metrics": {"level": "none"}, "logs": {"level": "warn"}},
        },
        "extensions": {
            "healthcheckv2": {"use_v2": True, "http": {"endpoint": here["store health"]}},
            "jaeger_storage": {"backends": {"memory": {"memory": {"max_traces": 20000}}}},
            "jaeger_query": {
                "storage": {"traces": "memory"},
                # It would follow its own requests too.
                "enable_tracing": False,
                "http": {"endpoint": here["store"]},
                "grpc": {"endpoint": here["store grpc"]},
            },
        },
        "receivers": {"otlp": {"protocols": {"http": {"endpoint": here["store otlp"]}}}},
        "processors": {"batch": {"timeout": "100ms"}},
        "exporters": {"jaeger_storage_exporter": {"trace_storage": "memory"}},
    }
    file = parts.folder / "store.yaml"
    file.write_text(yaml.safe_dump(config))
    parts.start("store", [program, "--config", str(file)])
    until("the trace store is ready", lambda: call(f"http://{here['store health']}/status")[0] == 200)


def start_collector(parts, program):
    """The collector by the file that installations use: only its addresses and its patience are others."""
    for name in ("collector", "collector grpc", "collector health", "collector metrics"):
        parts.ports[name] = free_port()
    here = {name: f"127.0.0.1:{port}" for name, port in parts.ports.items()}
    file = ROOT / "deploy/otel-collector/config.yaml"
    parts.start(
        "collector",
        [program, "--config", str(file)],
        OTLP_HTTP_ADDR=here["collector"],
        OTLP_GRPC_ADDR=here["collector grpc"],
        HEALTH_ADDR=here["collector health"],
        METRICS_HOST="127.0.0.1",
        METRICS_PORT=str(parts.ports["collector metrics"]),
        DECISION_WAIT="2s",
        TRACE_STORE=f"http://{here['store otlp']}",
    )
    until("the collector is ready", lambda: call(f"http://{here['collector health']}/")[0] == 200)
    parts.traces_go_to = parts.url("collector")


def find_trace(parts, trace):
    """The trace as the store knows it, or None."""
    status, answer = call(f"{parts.url('store')}/api/traces/{trace}")
    return answer["data"][0] if status == 200 and answer.get("data") else None


def seen(trace):
    """Names of spans by service."""
    services = {key: process["serviceName"] for key, process in trace["processes"].items()}
    found = {}
    for span in trace["spans"]:
        found.setdefault(services[span["processID"]], set()).add(span["operationName"])
    return found


def goes_all_the_way(trace):
    found = seen(trace)
    return all(name in found.get(service, ()) for service, names in WAY.items() for name in names)


def is_in_one_piece(trace):
    """One span begins it, and each other one has its parent in it."""
    ids = {span["spanID"] for span in trace["spans"]}
    parents = {span["spanID"]: [one["spanID"] for one in span["references"] if one["refType"] == "CHILD_OF"] for span in trace["spans"]}
    roots = [span for span, above in parents.items() if not above]
    lost = [span for span, above in parents.items() if above and not set(above) & ids]
    assert len(roots) == 1 and not lost, f"{len(roots)} spans begin the trace, and {len(lost)} are below none of it: {seen(trace)}"


def orders_placed(parts):
    """The traces of the orders that the store has, as its search answers."""
    query = "service=eop-order&operation=POST%20%2Fapi%2Fv1%2Forders&limit=500&lookback=1h"
    status, answer = call(f"{parts.url('store')}/api/traces?{query}")
    return answer["data"] if status == 200 else []


def an_order_is_found_in_one_piece(parts):
    placed = 0

    def found():
        nonlocal placed
        people_work(parts)
        placed += 12
        return [trace for trace in orders_placed(parts) if goes_all_the_way(trace)]

    trace = until("an order is in the trace store, from the request to the provider", found, patience=120)[0]
    is_in_one_piece(trace)
    spans = trace["spans"]
    begun = min(span["startTime"] for span in spans)
    took = (max(span["startTime"] + span["duration"] for span in spans) - begun) / 1000
    say(f"the trace {trace['traceID']} of an order is in the store in one piece: {len(spans)} spans over {took:.0f} ms")
    for service, names in sorted(seen(trace).items()):
        say(f"  {service}: {', '.join(sorted(names))}")
    # The collector decides about whole traces: what is late or failed stays, and a share of the rest.
    kept = len(orders_placed(parts))
    assert kept < placed * 0.6, f"of {placed} orders {kept} were kept, though a share of {KEPT} is wanted of quick ones"
    say(f"of {placed} orders the collector kept {kept}")


def an_exemplar_leads_to_the_store(parts):
    def found():
        people_work(parts)
        window = {"start": time.time() - 300, "end": time.time()}
        series = ask(parts, "query_exemplars", query="http_server_request_duration_seconds_bucket", **window)
        ids = [one["labels"]["trace_id"] for one in series for one in one["exemplars"]]
        return next((trace for trace in map(lambda id: find_trace(parts, id), ids) if trace), None)

    trace = until("an exemplar's trace is in the store", found, patience=120)
    say(f"an exemplar of a request names the trace {trace['traceID']}, which the store has")


def nothing_personal_arrives(parts):
    """A span that says too much is kept, since it failed, and says less in the store."""
    trace, now = f"{time.time_ns():032x}", time.time_ns()
    said = {"http.request.header.authorization": "Bearer abc", "note": "mail to alice@demo.test", "jwt": "eyJhbGciOi.eyJzdWIi.c2lnbmF0", "harmless": "stays"}
    span = {
        "traceId": trace,
        "spanId": trace[-16:],
        "name": "says too much",
        "kind": 2,
        "startTimeUnixNano": str(now - 1_000_000),
        "endTimeUnixNano": str(now),
        "status": {"code": 2},
        "attributes": [{"key": key, "value": {"stringValue": value}} for key, value in said.items()],
    }
    resource = {"attributes": [{"key": "service.name", "value": {"stringValue": "test"}}]}
    status, answer = call(f"{parts.url('collector')}/v1/traces", {"resourceSpans": [{"resource": resource, "scopeSpans": [{"spans": [span]}]}]})
    assert status == 200, answer
    arrived = json.dumps(until("a trace that failed is kept", lambda: find_trace(parts, trace)))
    for key, value in said.items():
        assert (value in arrived) == (key == "harmless"), f"{key} arrived as {value in arrived}"
    say("a trace that failed is kept, and addresses, tokens and headers in it are not")


def the_collector_says_how_it_is(parts):
    status, page = call(f"{parts.url('collector metrics')}/metrics")
    assert status == 200 and "otelcol_receiver_accepted_spans" in page, page
    say("the collector's own metrics are where Prometheus looks for them")


def follow_traces(parts, collector, store):
    start_store(parts, store)
    start_collector(parts, collector)
    parts.start_platform()
    parts.start_alertmanager()
    parts.start_prometheus()
    an_order_is_found_in_one_piece(parts)
    an_exemplar_leads_to_the_store(parts)
    nothing_personal_arrives(parts)
    the_collector_says_how_it_is(parts)
