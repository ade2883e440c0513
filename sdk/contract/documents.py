"""What is made from the documents under openapi/ without a generator of clients.

Usage: documents.py write|check|released|release

  write     write openapi/platform.json, openapi/collections/ and the SDKs' tables of operations
  check     say which of them are older than the documents
  released  compare the documents with those of the last release: a change that breaks clients is an error
  release   keep the present documents as those of the release
"""

import json
import re
import sys
from pathlib import Path

import breaking

ROOT = Path(__file__).resolve().parents[2]
OPENAPI = ROOT / "openapi"
SERVICES = ("user", "order", "notification")
METHODS = ("get", "put", "post", "patch", "delete")
BANNER = "Generated from openapi/ by `scripts/sdk.sh --generate`. Do not edit."


def load(service: str) -> dict:
    return json.loads((OPENAPI / f"{service}.json").read_text())


def bare(node):
    """The structure of a schema or an answer, without what is only there to be read."""
    if isinstance(node, dict):
        return {key: bare(value) for key, value in node.items() if key not in ("description", "example")}
    return [bare(one) for one in node] if isinstance(node, list) else node


def renamed(node, names: dict[str, str]):
    """The node with its references led to other names."""
    if isinstance(node, dict):
        return {
            key: names.get(value, value) if key == "$ref" else renamed(value, names)
            for key, value in node.items()
        }
    if isinstance(node, list):
        return [renamed(one, names) for one in node]
    return names.get(node, node) if isinstance(node, str) and node.startswith("#/components/") else node


def capital(word: str) -> str:
    return word[0].upper() + word[1:]


# --- One document of all services ------------------------------------------------------------------------


def bundle(documents: dict[str, dict]) -> dict:
    """All operations behind the portal's door, `/services/{service}`; what has one name in two services and is the
    same is there once, and what differs is named after its service."""
    operations = [
        operation["operationId"] for document in documents.values() for _, _, operation in walk(document)
    ]
    components: dict[str, dict] = {}
    paths, tags = {}, {}
    for service, document in documents.items():
        names = {}
        for kind, members in document["components"].items():
            present = components.setdefault(kind, {})
            for name, value in members.items():
                if name in present and bare(present[name]) != bare(value):
                    names[f"#/components/{kind}/{name}"] = f"#/components/{kind}/{capital(service)}{name}"
        for kind, members in document["components"].items():
            for name, value in members.items():
                target = names.get(f"#/components/{kind}/{name}", name).rsplit("/", 1)[-1]
                components[kind].setdefault(target, renamed(value, names))
        for path, item in document["paths"].items():
            item = renamed(item, names)
            for method in METHODS:
                if method in item:
                    name = item[method]["operationId"]
                    if operations.count(name) > 1:
                        # getOutbox is getOrderOutbox: the verb first, then whose.
                        item[method]["operationId"] = re.sub(r"^[a-z]+", lambda verb: verb[0] + capital(service), name)
            paths[f"/services/{service}{path}"] = item
        tags |= {tag["name"]: tag for tag in document["tags"]}
    first = documents["user"]
    return {
        "openapi": first["openapi"],
        "info": first["info"]
        | {
            "title": "Enterprise Order Platform",
            "description": "The three services behind the portal's door. Generated from their own documents.",
        },
        "servers": first["servers"],
        "security": first["security"],
        "tags": [tags[name] for name in sorted(tags)],
        "paths": dict(sorted(paths.items())),
        "components": {kind: dict(sorted(members.items())) for kind, members in sorted(components.items())},
    }


def walk(document: dict):
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


# --- What may be repeated, for the SDKs -------------------------------------------------------------------


def takes_key(operation: dict) -> bool:
    return any(one["name"] == "Idempotency-Key" for one in operation.get("parameters", []))


def table_of_operations(documents: dict[str, dict]) -> str:
    """For TypeScript, which makes its methods of it: the service, name, method and path of each operation, and what it takes."""
    lines = [f"// {BANNER}", "", "export const operations = {"]
    for service, document in documents.items():
        lines.append(f"  {service}: {{")
        for path, method, operation in walk(document):
            if any("text/event-stream" in answer.get("content", {}) for answer in operation["responses"].values()):
                continue
            query = [one["name"] for one in operation.get("parameters", []) if one["in"] == "query"]
            rule = f"{{ method: '{method.upper()}', path: '{path}', query: {json.dumps(query)}"
            rule += f", keyed: {str(takes_key(operation)).lower()}, open: {str(operation.get('security') == []).lower()} }}"
            # Standards want a form of some, such as RFC 6749 of client credentials.
            if "application/x-www-form-urlencoded" in operation.get("requestBody", {}).get("content", {}):
                rule = rule.removesuffix(" }") + ", form: true }"
            lines.append(f"    {operation['operationId']}: {rule.replace(chr(34), chr(39))},")
        lines.append("  },")
    return "\n".join([*lines, "} as const;", "", f"export const version = '{version(documents)}';", ""])


def version(documents: dict[str, dict]) -> str:
    versions = {document["info"]["version"] for document in documents.values()}
    if len(versions) != 1:
        raise SystemExit(f"error: the documents have different versions: {sorted(versions)}")
    return versions.pop()


def keyed(documents: dict[str, dict]) -> list[str]:
    """The paths of the operations that take a key, each part that is a parameter as `*`."""
    return [
        f"/services/{service}{re.sub(r'{[^}]*}', '*', path)}"
        for service, document in documents.items()
        for path, _, operation in walk(document)
        if takes_key(operation)
    ]


def table_in_python(documents: dict[str, dict]) -> str:
    rows = "".join(f'    "{path}",\n' for path in keyed(documents))
    return f'# {BANNER}\nVERSION = "{version(documents)}"\n#: Operations that take an `Idempotency-Key`.\nKEYED = (\n{rows})\n'


def table_in_go(documents: dict[str, dict]) -> str:
    rows = "".join(f'\t"{path}",\n' for path in keyed(documents))
    return (
        f"// Code generated from openapi/ by `scripts/sdk.sh --generate`. DO NOT EDIT.\n\npackage eop\n\n"
        f'// Version of this SDK, which is that of the interface it was made from.\nconst Version = "{version(documents)}"\n\n'
        f"// keyed are the operations that take an Idempotency-Key.\nvar keyed = []string{{\n{rows}}}\n"
    )


def lists(documents: dict[str, dict]):
    """The operations that list something in pages, by the names of the bundle, and what they list."""
    platform = bundle(documents)
    for _, _, operation in walk(platform):
        if "cursor" in [one["name"] for one in operation.get("parameters", [])]:
            page = operation["responses"]["200"]["content"]["application/json"]["schema"]
            items = resolved(platform, page)["properties"]["items"]["items"]
            yield operation["operationId"], items["$ref"].rsplit("/", 1)[-1]


def table_in_rust(documents: dict[str, dict]) -> str:
    rows = "".join(f'    "{path}",\n' for path in keyed(documents))
    names = "".join(f"    {capital(name)} => {item},\n" for name, item in lists(documents))
    return f"""// {BANNER}

use crate::each::List;
use crate::error::Error;
use crate::generated::{{builder, types}};

/// Operations that take an `Idempotency-Key`.
pub(crate) const KEYED: &[&str] = &[
{rows}];

/// The operations that list something in pages.
macro_rules! lists {{
    ($($operation:ident => $item:ident,)*) => {{$(
        impl List for builder::$operation<'_> {{
            type Item = types::$item;

            fn at(self, cursor: String) -> Self {{
                self.cursor(cursor)
            }}

            async fn page(self) -> Result<(Vec<Self::Item>, Option<String>), Error> {{
                let page = self.send().await?.into_inner();
                Ok((page.items, page.next_cursor))
            }}
        }}
    )*}};
}}

lists! {{
{names}}}
"""


def table_in_java(documents: dict[str, dict]) -> str:
    rows = ",\n".join(f'        "{path}"' for path in keyed(documents))
    return (
        f"// {BANNER}\npackage eop.sdk;\n\nimport java.util.List;\n\n"
        "/** What the documents say that no type of the generated client does. */\nfinal class Operations {\n"
        f'    /** The version of this SDK, which is that of the interface it was made from. */\n    static final String VERSION = "{version(documents)}";\n'
        f"    /** Operations that take an {{@code Idempotency-Key}}. */\n    static final List<String> KEYED = List.of(\n{rows});\n\n"
        "    private Operations() {}\n}\n"
    )


# --- Collections ------------------------------------------------------------------------------------------


def resolved(document: dict, node: dict) -> dict:
    while "$ref" in node:
        target = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target
    return node


def requests(platform: dict):
    """Each operation as a request: its example where it has one."""
    for path, method, operation in walk(platform):
        values, query, headers = {}, [], {}
        for one in operation.get("parameters", []):
            example = one.get("example", one["schema"].get("example", ""))
            text = ",".join(map(str, example)) if isinstance(example, list) else str(example)
            if one["in"] == "path":
                values[one["name"]] = text
            elif one["in"] == "query":
                query.append((one["name"], text))
            elif one.get("required"):
                headers[one["name"]] = text
        if takes_key(operation):
            headers["Idempotency-Key"] = "{{$guid}}"
        if operation.get("security") != []:
            headers["Authorization"] = "Bearer {{token}}"
        body = resolved(platform, operation.get("requestBody", {})).get("content", {}).get("application/json", {})
        yield operation, method.upper(), path, values, query, headers, body.get("example")


def http_file(platform: dict) -> str:
    """For the HTTP clients of editors (JetBrains, Visual Studio Code)."""
    lines = [f"# {BANNER}", "# Log in first: `token` is taken from its answer.", "@url = http://127.0.0.1:3001", ""]
    for operation, method, path, values, _, headers, body in requests(platform):
        name = operation["operationId"]
        target = re.sub(r"{(\w+)}", lambda found: values[found[1]] or found[0], path)
        lines += [f"### {operation['summary']}", f"# @name {name}", f"{method} {{{{url}}}}{target}"]
        lines += [f"{key}: {value.replace('{{$guid}}', '{{$uuid}}')}" for key, value in headers.items()]
        if body is not None:
            lines += ["Content-Type: application/json", "", json.dumps(body, indent=2, ensure_ascii=False)]
        if name == "logIn":
            lines += ["", "> {% client.global.set('token', response.body.access_token) %}"]
        lines.append("")
    return "\n".join(lines)


def collection(platform: dict) -> str:
    """For Postman, and for Bruno and Insomnia, which import its form."""
    folders: dict[str, list] = {}
    for operation, method, path, values, query, headers, body in requests(platform):
        parts = [f":{part[1:-1]}" if part.startswith("{") else part for part in path.strip("/").split("/")]
        request = {
            "method": method,
            "description": operation.get("description", ""),
            "header": [{"key": key, "value": value} for key, value in headers.items() if key != "Authorization"],
            "url": {
                "raw": "{{url}}/" + "/".join(parts),
                "host": ["{{url}}"],
                "path": parts,
                "variable": [{"key": key, "value": value} for key, value in values.items()],
                "query": [{"key": key, "value": value, "disabled": True} for key, value in query],
            },
        }
        if "Authorization" not in headers:
            request["auth"] = {"type": "noauth"}
        if body is not None:
            request["header"].append({"key": "Content-Type", "value": "application/json"})
            raw = json.dumps(body, indent=2, ensure_ascii=False)
            request["body"] = {"mode": "raw", "raw": raw, "options": {"raw": {"language": "json"}}}
        item: dict = {"name": operation["summary"], "request": request}
        if operation["operationId"] == "logIn":
            script = ["pm.collectionVariables.set('token', pm.response.json().access_token);"]
            item["event"] = [{"listen": "test", "script": {"type": "text/javascript", "exec": script}}]
        folders.setdefault(operation["tags"][0], []).append(item)
    return (
        json.dumps(
            {
                "info": {
                    "name": platform["info"]["title"],
                    "description": f"{BANNER} Send “Log in” first: the others use its token.",
                    "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
                },
                "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "{{token}}", "type": "string"}]},
                "variable": [{"key": "url", "value": "http://127.0.0.1:3001"}, {"key": "token", "value": ""}],
                "item": [{"name": name, "item": items} for name, items in sorted(folders.items())],
            },
            indent=2,
            ensure_ascii=False,
        )
        + "\n"
    )


# --- The command line -------------------------------------------------------------------------------------


def made() -> dict[Path, str]:
    documents = {service: load(service) for service in SERVICES}
    platform = bundle(documents)
    files = {
        OPENAPI / "platform.json": json.dumps(platform, indent=2, ensure_ascii=False) + "\n",
        OPENAPI / "collections/eop.http": http_file(platform),
        OPENAPI / "collections/eop.postman.json": collection(platform),
        ROOT / "sdk/typescript/src/generated/operations.ts": table_of_operations(documents),
        ROOT / "sdk/python/src/eop/_operations.py": table_in_python(documents),
        ROOT / "sdk/go/table.gen.go": table_in_go(documents),
        ROOT / "sdk/rust/client/src/operations.rs": table_in_rust(documents),
        ROOT / "sdk/java/src/main/java/eop/sdk/Operations.java": table_in_java(documents),
    }
    # Only for the SDKs that are here.
    return {path: text for path, text in files.items() if OPENAPI in path.parents or readme_of(path).exists()}


def readme_of(path: Path) -> Path:
    return ROOT / "sdk" / path.relative_to(ROOT / "sdk").parts[0] / "README.md"


def main() -> int:
    action = sys.argv[1] if len(sys.argv) == 2 else ""
    if action == "write":
        for path, text in made().items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return 0
    if action == "check":
        stale = [path for path, text in made().items() if not path.exists() or path.read_text() != text]
        for path in stale:
            print(f"error: {path.relative_to(ROOT)} is older than the documents: run scripts/sdk.sh --generate", file=sys.stderr)
        return 1 if stale else 0
    if action == "released":
        return breaking.compare(OPENAPI / "released", {service: load(service) for service in SERVICES})
    if action == "release":
        (OPENAPI / "released").mkdir(exist_ok=True)
        for service in SERVICES:
            (OPENAPI / "released" / f"{service}.json").write_text((OPENAPI / f"{service}.json").read_text())
        return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
