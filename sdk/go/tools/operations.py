"""Prints operations.gen.go: a method for each operation that gives what was answered, and for each list one that goes through it.

Usage: operations.py DOCUMENT GENERATED
"""

import json
import re
import sys
from pathlib import Path

HEAD = """// Code generated from openapi/ by `scripts/sdk.sh --generate`. DO NOT EDIT.

package eop

import (
	"context"
	"iter"

	openapi_types "github.com/oapi-codegen/runtime/types"

	"eop.example/sdk/go/api"
)
"""


def comment(name: str, operation: dict) -> str:
    description = operation.get("description", "")
    text = f"{name}: {operation['summary']}."
    if description and description != operation["summary"]:
        text += f"\n\n{description}"
    return "\n".join(f"// {line}".rstrip() for line in text.splitlines())


def reference(schema: dict) -> str:
    return schema["$ref"].rsplit("/", 1)[-1]


def answer_of(operation: dict) -> str | None:
    """The name of what a success answers."""
    for status, answer in operation["responses"].items():
        if status.startswith("2") and "application/json" in answer.get("content", {}):
            return reference(answer["content"]["application/json"]["schema"])
    return None


def main() -> None:
    document = json.loads(Path(sys.argv[1]).read_text())
    schemas = document["components"]["schemas"]
    generated = Path(sys.argv[2]).read_text()
    signatures = dict(re.findall(r"^func \(c \*Client\) (\w+)\(ctx context\.Context, (.*?)reqEditors", generated, re.MULTILINE))
    print(HEAD)
    for item in document["paths"].values():
        for operation in item.values():
            if any("text/event-stream" in one.get("content", {}) for one in operation["responses"].values()):
                continue
            name = operation["operationId"][0].upper() + operation["operationId"][1:]
            # What takes a form is called so by the generator, because it could take JSON too.
            called = name if name in signatures else f"{name}WithFormdataBody"
            pairs = [one.split(" ", 1) for one in signatures[called].removesuffix(", ").split(", ") if one]
            passed = ", ".join(["ctx", *(key for key, _ in pairs)])
            # What is in the path first, then the body; the rest may be nil.
            order = {"params": 2, "body": 1}
            typed = {key: re.sub(r"^(\*?)(?=[A-Z])", r"\1api.", kind) for key, kind in pairs}
            if "body" in typed:
                body = next(iter(operation["requestBody"]["content"].values()))["schema"]
                typed["body"] = f"api.{reference(body)}"
            sorted_ = sorted(typed, key=lambda key: order.get(key, 0))
            parameters = ", ".join(["ctx context.Context", *(f"{key} {typed[key]}" for key in sorted_)])
            answer = answer_of(operation)
            print(comment(name, operation))
            if answer is None:
                print(f"func (c *Client) {name}({parameters}) error {{\n\treturn done(c.raw.{called}({passed}))\n}}\n")
                continue
            print(f"func (c *Client) {name}({parameters}) (*api.{answer}, error) {{")
            print(f"\treturn decode[api.{answer}](c.raw.{called}({passed}))\n}}\n")
            if "cursor" in [one["name"] for one in operation.get("parameters", [])]:
                items = f"api.{reference(schemas[answer]['properties']['items']['items'])}"
                kind = typed["params"].removeprefix("*")
                arguments = ", ".join(["ctx", *(key for key in sorted_)])
                every = "All" + name.removeprefix("List")
                print(f"// {every} goes through {name}, page by page: a page is asked for when its first item is wanted.")
                print(f"func (c *Client) {every}({parameters}) iter.Seq2[{items}, error] {{")
                print(f"\treturn all(params, func(params *{kind}, cursor *string) ([]{items}, *string, error) {{")
                print("\t\tif cursor != nil {\n\t\t\tparams.Cursor = cursor\n\t\t}")
                print(f"\t\tpage, err := c.{name}({arguments})")
                print("\t\tif err != nil {\n\t\t\treturn nil, nil, err\n\t\t}")
                print("\t\treturn page.Items, page.NextCursor, nil\n\t})\n}\n")


if __name__ == "__main__":
    main()
