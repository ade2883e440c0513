"""Draws what the panels of each dashboard show, since no Grafana is at hand: the same queries, asked of a running Prometheus."""

import json
import math
import re
import time

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402 (the backend is chosen first)

COLUMNS = 3
SECONDS = 90


def label(template, labels):
    return re.sub(r"{{\s*(\w+)\s*}}", lambda name: labels.get(name.group(1), ""), template)


def short(value, unit):
    if not math.isfinite(value):
        return "-"
    if unit == "percentunit":
        return f"{value * 100:.1f} %"
    if unit == "s":
        return f"{value * 1000:.1f} ms" if abs(value) < 1 else f"{value:.0f} s"
    return f"{value:.4g}"


def now_line(ask, filled, panels):
    """The facts on top of a dashboard, in one line."""
    facts = []
    for panel in panels:
        found = ask("query", query=filled(panel["targets"][0]["expr"]))["result"]
        first = found[0] if found else {"metric": {}, "value": [0, "nan"]}
        unit = panel["fieldConfig"]["defaults"]["unit"]
        value = first["metric"].get("version") or short(float(first["value"][1]), unit)
        facts.append(f"{panel['title']} {value}")
    return "     ".join(facts)


def chart(ask, filled, panel, axis, now):
    axis.set_title(panel["title"], fontsize=9, loc="left")
    for target in panel["targets"]:
        query = filled(target["expr"])
        for one in ask("query_range", query=query, start=now - SECONDS, end=now, step=1)["result"]:
            times = [float(at) - now for at, _ in one["values"]]
            values = [float(value) for _, value in one["values"]]
            axis.plot(times, values, linewidth=1, label=label(target["legendFormat"], one["metric"])[:28])
    axis.set_xlim(-SECONDS, 0)
    # What is 0 is seen as a line, not as the frame.
    highest = max([*axis.get_ylim(), 0.001])
    axis.set_ylim(-0.04 * highest, highest)
    axis.tick_params(labelsize=6)
    axis.set_ylabel(panel["fieldConfig"]["defaults"]["unit"], fontsize=6)
    handles, _ = axis.get_legend_handles_labels()
    if 0 < len(handles) <= 10:
        axis.legend(fontsize=5, loc="upper left", frameon=False)


def draw(folder, ask, filled, into):
    into.mkdir(parents=True, exist_ok=True)
    now = time.time()
    for file in sorted(folder.glob("*.json")):
        dashboard = json.loads(file.read_text())
        panels = [panel for panel in dashboard["panels"] if panel["type"] != "row"]
        facts = [panel for panel in panels if panel["type"] in ("stat", "table")]
        charts = [panel for panel in panels if panel not in facts]
        rows = math.ceil(len(charts) / COLUMNS)
        figure, axes = pyplot.subplots(rows, COLUMNS, figsize=(14, 0.9 + 2.3 * rows), squeeze=False)
        for axis in axes.flat[len(charts) :]:
            axis.axis("off")
        for panel, axis in zip(charts, axes.flat):
            chart(ask, filled, panel, axis, now)
        figure.suptitle(
            f"{dashboard['title']}: {dashboard['description']}\n{now_line(ask, filled, facts)}", fontsize=10, x=0.01, ha="left"
        )
        figure.tight_layout(rect=(0, 0, 1, 1 - 0.1 / rows))
        figure.savefig(into / f"{file.stem}.png", dpi=70)
        pyplot.close(figure)
