"""Which changes of a document break the clients that were made from an older one.

What a client sends must go on being taken, and what it reads must go on being there. So an operation, a value of an answer,
a parameter or an admitted value may not go away; nothing new may be required of a request; a type may not change. New
operations, new optional parameters and new members of answers are no break: clients pass over what they do not know.
"""

import json
import sys
from pathlib import Path

METHODS = ("get", "put", "post", "patch", "delete")
#: Bounds of requests: (keyword, whether a greater value admits less).
BOUNDS = (("minimum", True), ("minLength", True), ("minItems", True), ("maximum", False), ("maxLength", False), ("maxItems", False))


class Comparison:
    """Collects the breaks between two documents."""

    def __init__(self, old: dict, new: dict) -> None:
        self.old, self.new = old, new
        self.breaks: list[str] = []
        self.seen: set[tuple[str, str, bool]] = set()

    def operations(self) -> list[str]:
        for path, item in self.old["paths"].items():
            for method in (one for one in METHODS if one in item):
                where = f"{method.upper()} {path}"
                now = self.new["paths"].get(path, {}).get(method)
                if now is None:
                    self.breaks.append(f"{where}: is gone")
                    continue
                before = item[method]
                if now["operationId"] != before["operationId"]:
                    self.breaks.append(f"{where}: was called {before['operationId']}, is now {now['operationId']}")
                self.parameters(where, before, now)
                self.body(where, before, now)
                self.answers(where, before, now)
        return self.breaks

    def parameters(self, where: str, before: dict, now: dict) -> None:
        def by_name(operation: dict) -> dict:
            return {(one["in"], one["name"].lower()): one for one in operation.get("parameters", [])}

        old, new = by_name(before), by_name(now)
        for key, one in old.items():
            if key not in new:
                self.breaks.append(f"{where}: the parameter {one['name']} is gone")
            else:
                self.schema(f"{where}: the parameter {one['name']}", one["schema"], new[key]["schema"], True)
        for key, one in new.items():
            if one.get("required") and not old.get(key, {}).get("required"):
                self.breaks.append(f"{where}: the parameter {one['name']} is now required")

    def body(self, where: str, before: dict, now: dict) -> None:
        old, new = before.get("requestBody"), now.get("requestBody")
        if new and new.get("required") and not (old and old.get("required")):
            self.breaks.append(f"{where}: a body is now required")
        for kind, content in (old or {}).get("content", {}).items():
            taken = (new or {}).get("content", {}).get(kind)
            if taken is None:
                self.breaks.append(f"{where}: a body of {kind} is no longer taken")
            else:
                self.schema(f"{where}: the body", content["schema"], taken["schema"], True)

    def answers(self, where: str, before: dict, now: dict) -> None:
        for status, answer in before["responses"].items():
            if not status.startswith("2"):
                continue
            given = now["responses"].get(status)
            if given is None:
                self.breaks.append(f"{where}: no longer answers {status}")
                continue
            old, new = self.target(self.old, answer), self.target(self.new, given)
            for header in old.get("headers", {}):
                if header not in new.get("headers", {}):
                    self.breaks.append(f"{where}: {status} no longer has the header {header}")
            for kind, content in old.get("content", {}).items():
                if kind not in new.get("content", {}):
                    self.breaks.append(f"{where}: {status} is no longer {kind}")
                else:
                    self.schema(f"{where}: {status}", content["schema"], new["content"][kind]["schema"], False)

    @staticmethod
    def target(document: dict, node: dict) -> dict:
        while "$ref" in node:
            target = document
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            node = target
        return node

    def schema(self, where: str, before: dict, now: dict, sent: bool) -> None:
        """Compares two schemas; `sent` says that clients send the value, and do not only read it."""
        pair = (json.dumps(before, sort_keys=True), json.dumps(now, sort_keys=True), sent)
        if "$ref" in before and pair in self.seen:
            return
        self.seen.add(pair)
        old, new = self.flat(self.old, before), self.flat(self.new, now)
        if old.get("type") != new.get("type"):
            self.breaks.append(f"{where}: was {old.get('type', 'anything')}, is now {new.get('type', 'anything')}")
            return
        if sent and old.get("nullable") and not new.get("nullable"):
            self.breaks.append(f"{where}: may no longer be null")
        if not sent and new.get("nullable") and not old.get("nullable"):
            self.breaks.append(f"{where}: may now be null")
        if sent:
            self.values(where, old, new)
        for name, member in old.get("properties", {}).items():
            there = new.get("properties", {}).get(name)
            if there is None:
                self.breaks.append(f"{where}/{name}: is gone")
            else:
                self.schema(f"{where}/{name}", member, there, sent)
        required, was = set(new.get("required", [])), set(old.get("required", []))
        for name in sorted(required - was if sent else was - required):
            if name in new.get("properties", {}):
                self.breaks.append(f"{where}/{name}: " + ("is now required" if sent else "may now be missing"))
        if "items" in old and "items" in new:
            self.schema(f"{where}/*", old["items"], new["items"], sent)
        for kind in ("oneOf", "anyOf"):
            for index, member in enumerate(old.get(kind, [])):
                if index < len(new.get(kind, [])):
                    self.schema(f"{where}({index})", member, new[kind][index], sent)
                else:
                    self.breaks.append(f"{where}: a form is gone")

    def flat(self, document: dict, node: dict) -> dict:
        node = self.target(document, node)
        if len(node.get("allOf", [])) == 1:
            return self.flat(document, node["allOf"][0]) | {key: value for key, value in node.items() if key != "allOf"}
        return node

    def values(self, where: str, old: dict, new: dict) -> None:
        """What is admitted in a request may grow, not shrink."""
        if "enum" in new:
            for gone in [one for one in old.get("enum", ["anything"]) if one not in new["enum"]]:
                self.breaks.append(f"{where}: {gone} is no longer taken")
        if "pattern" in new and new["pattern"] != old.get("pattern"):
            self.breaks.append(f"{where}: must now match {new['pattern']}")
        for bound, is_least in BOUNDS:
            if bound in new and (bound not in old or (new[bound] > old[bound]) is is_least and new[bound] != old[bound]):
                self.breaks.append(f"{where}: {bound} is now {new[bound]}")


def is_major(old: str, new: str) -> bool:
    """Whether a version may break what worked with another one; below 1.0.0 the second number says so."""
    before, after = ([int(part) for part in version.split(".")] for version in (old, new))
    return after[0] > before[0] or (before[0] == after[0] == 0 and after[1] > before[1])


def compare(released: Path, documents: dict[str, dict]) -> int:
    """Says which changes since the release break clients; an error unless the version says it too."""
    status = 0
    for service, new in documents.items():
        old = json.loads((released / f"{service}.json").read_text())
        versions = old["info"]["version"], new["info"]["version"]
        breaks = Comparison(old, new).operations()
        if breaks and not is_major(*versions):
            for one in breaks:
                print(f"error: {service} {versions[0]} → {versions[1]}: {one}", file=sys.stderr)
            print(
                f"This breaks clients of {service} {versions[0]}. Keep the old way beside the new one, or raise the version and"
                " run scripts/sdk.sh --release.",
                file=sys.stderr,
            )
            status = 1
    return status
