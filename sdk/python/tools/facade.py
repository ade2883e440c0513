"""Prints operations.py: the generated functions as methods, by service, with the types that they have.

Usage: facade.py DOCUMENT GENERATED
"""

import ast
import json
import re
import sys
from pathlib import Path

TITLES = {
    "user": "Accounts, sessions and roles.",
    "order": "Orders, their life and history.",
    "notification": "Notifications, the inbox, dead letters.",
}
NAMES = {"user": "Users", "order": "Orders", "notification": "Notifications"}
HEAD = '''# Generated from openapi/ by `scripts/sdk.sh --generate`. Do not edit.
"""The operations of each service."""

{imports}

from ._core import AsyncCore, Core
'''


def snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def argument(node: ast.arg, default: ast.expr | None) -> str:
    text = f"{node.arg}: {ast.unparse(node.annotation)}" if node.annotation else node.arg
    return f"{text} = {ast.unparse(default)}" if default else text


class Operation:
    """One generated module, read without being run."""

    def __init__(self, file: Path, package: str, summary: str, description: str) -> None:
        tree = ast.parse(file.read_text())
        self.name, self.package = file.stem, package
        self.text = f"{summary}.\n\n{description}" if description not in ("", summary) else f"{summary}."
        function = next(one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name == "sync_detailed")
        given = function.args
        names = {one.arg: (one, default) for one, default in zip(given.kwonlyargs, given.kw_defaults, strict=True)}
        names.pop("client")
        path = [argument(one, None) for one in given.args]
        body = names.pop("body", None)
        positional = path + ([argument(*body)] if body else [])
        keywords = [argument(*one) for one in names.values()]
        self.parameters = ", ".join(["self", *positional, *(["*", *keywords] if keywords else [])])
        passed = [one.arg for one in given.args]
        named = [f"{name}={name}" for name in (["body"] if body else []) + list(names)]
        self.passed = ", ".join(passed + named)
        self.result = self.answer(ast.unparse(function.returns) if function.returns else "")
        self.imports = {
            f"from .{self.module(one)} import {alias.name}" if one.level else f"from {one.module} import {alias.name}"
            for one in tree.body
            if isinstance(one, ast.ImportFrom)
            for alias in one.names
            if re.search(rf"\b{alias.name}\b", f"{self.parameters} {self.result}")
        } | ({"import datetime"} if "datetime." in self.parameters else set())

    @staticmethod
    def module(node: ast.ImportFrom) -> str:
        return f"_generated.{node.module}" if node.module else "_generated"

    @staticmethod
    def answer(text: str) -> str:
        """`Response[Order | Problem]` is an Order, because a problem is raised; Any is the answer without a body."""
        parts = [one.strip() for one in text.removeprefix("Response[").removesuffix("]").split("|")]
        good = [one for one in parts if one != "Problem"]
        return "None" if good in ([], ["Any"]) else " | ".join(good)

    def method(self, word: str) -> str:
        function = "asyncio_detailed" if word else "sync_detailed"
        wait = "await " if word else ""
        comma = ", " if self.passed else ""
        call = f"{wait}self._core.call(_{self.name}.{function}{comma}{self.passed})"
        body = call if self.result == "None" else f"answer: {self.result} = {call}\n        return answer"
        text = self.text.replace("\\", "\\\\").replace('"""', "'''").replace("\n", "\n        ")
        return f'    {word}def {self.name}({self.parameters}) -> {self.result}:\n        """{text}"""\n        {body}\n'


def main() -> None:
    document = json.loads(Path(sys.argv[1]).read_text())
    generated = Path(sys.argv[2])
    services: dict[str, list[Operation]] = {name: [] for name in NAMES}
    for path, item in document["paths"].items():
        for operation in item.values():
            if any("text/event-stream" in one.get("content", {}) for one in operation["responses"].values()):
                continue
            (file,) = generated.glob(f"api/*/{snake(operation['operationId'])}.py")
            package = f"_generated.api.{file.parent.name}"
            made = Operation(file, package, operation["summary"], operation.get("description", ""))
            services[path.split("/")[2]].append(made)
    everything = [one for operations in services.values() for one in operations]
    imports = {f"from .{one.package} import {one.name} as _{one.name}" for one in everything}
    imports |= {line for one in everything for line in one.imports}
    print(HEAD.format(imports="\n".join(sorted(imports, key=lambda line: ("." in line.split()[1], line)))))
    for service, operations in services.items():
        for prefix, word in (("", ""), ("Async", "async ")):
            print(f'\nclass {prefix}{NAMES[service]}:\n    """{TITLES[service]}"""\n')
            print(f"    def __init__(self, core: {prefix}Core) -> None:\n        self._core = core\n")
            for one in sorted(operations, key=lambda one: one.name):
                print(one.method(word))


if __name__ == "__main__":
    main()
