"""How each SDK is made, driven and tried from an empty folder."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SDK = ROOT / "sdk"
cache = Path()


class Failure(Exception):
    """A program that failed, with what it said."""


def run(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        command, cwd=folder, env=os.environ | (environment or {}), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=900,
    )  # fmt: skip
    if done.returncode != 0:
        raise Failure(f"`{' '.join(command)}` failed:\n{done.stdout[-6000:]}")
    return done.stdout


def first_block(text: str) -> tuple[str, str]:
    """The language and the code of a page's first fenced block that is no shell."""
    blocks = re.findall(r"^```(\w+)\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return next((kind, code) for kind, code in blocks if kind != "sh")


def follow(name: str, file: str) -> Callable[[Path, str, dict[str, str]], str]:
    """Does what a README says: its first commands, the program, its next commands."""

    def start(folder: Path, program: str, environment: dict[str, str]) -> str:
        text = (SDK / name / "README.md").read_text().replace("/path/to/the/repository", str(ROOT))
        before, after = re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE)[:2]
        run(["bash", "-ec", before], folder)
        (folder / file).write_text(program)
        return run(["bash", "-ec", after], folder, environment)

    return start


@dataclass
class Language:
    """One SDK. `make` compiles it and says when what is generated is stale; `quickstart` gets a folder and a program."""

    name: str
    title: str
    tools: tuple[str, ...]
    weight: int
    generate: Callable[[], None]
    make: Callable[[], None]
    runner: list[str]
    start: Callable[[Path, str, dict[str, str]], str]
    #: What is added to the name of a case, for each kind of client that does it.
    ways: tuple[str, ...] = ("",)

    @property
    def folder(self) -> Path:
        return SDK / self.name

    @property
    def is_here(self) -> bool:
        return (self.folder / "README.md").exists()

    def missing_tool(self) -> str | None:
        return next((tool for tool in self.tools if shutil.which(tool) is None), None)

    def run(self, command: list[str], *arguments: str) -> str:
        known = {"cache": cache, "classpath": java_classpath() if self.name == "java" else ""}
        return run([part.format_map(known) for part in command] + list(arguments), self.folder)

    def quickstart(self, folder: Path, program: str, environment: dict[str, str]) -> str:
        return self.start(folder, program, environment)


def prepare(folder: Path) -> None:
    """Names the folder that keeps what was fetched or compiled."""
    global cache
    cache = folder
    cache.mkdir(parents=True, exist_ok=True)


# --- TypeScript -------------------------------------------------------------------------------------------


def npm_packages(folder: Path) -> None:
    lock, mark = folder / "package-lock.json", folder / "node_modules/.installed"
    if not mark.exists() or mark.read_text() != lock.read_text():
        run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], folder)
        mark.write_text(lock.read_text())


def generate_typescript(*arguments: str) -> None:
    folder = SDK / "typescript"
    npm_packages(folder)
    run(["npm", "run", "--silent", "generate", "--", *arguments], folder)


def make_typescript() -> None:
    folder = SDK / "typescript"
    generate_typescript("--check")
    run(["npm", "run", "--silent", "build"], folder)
    run(["npx", "tsc", "-p", "test"], folder)


# --- Python -----------------------------------------------------------------------------------------------


def generate_python(*arguments: str) -> None:
    run(["bash", "generate.sh", *arguments], SDK / "python", {"SDK_CACHE": str(cache)})


def make_python() -> None:
    generate_python("--check")
    run([str(cache / "python/bin/mypy"), "--strict", "src", "tests"], SDK / "python")


# --- Go ---------------------------------------------------------------------------------------------------


def generate_go(*arguments: str) -> None:
    run(["bash", "generate.sh", *arguments], SDK / "go", {"SDK_CACHE": str(cache)})


def make_go() -> None:
    generate_go("--check")
    run(["go", "vet", "./..."], SDK / "go")
    run(["go", "build", "-o", str(cache / "go-runner"), "./internal/contract"], SDK / "go")


# --- Rust -------------------------------------------------------------------------------------------------


def rust_target() -> dict[str, str]:
    return {"CARGO_TARGET_DIR": str(cache / "rust-target"), "CARGO_PROFILE_DEV_DEBUG": "0", "CARGO_INCREMENTAL": "0"}


def generate_rust(*arguments: str) -> None:
    run(["bash", "generate.sh", *arguments], SDK / "rust", rust_target())


def make_rust() -> None:
    generate_rust("--check")
    # Without TLS, which is a feature of the HTTP client and takes a minute to compile.
    said = run(
        ["cargo", "build", "--locked", "--quiet", "-p", "eop-sdk", "--no-default-features", "--examples"],
        SDK / "rust", rust_target(),
    )  # fmt: skip
    if "warning" in said:
        raise Failure(said)


def start_rust(folder: Path, program: str, environment: dict[str, str]) -> str:
    # The example is compiled with the SDK: a crate of its own would compile all that it stands on once more.
    if (SDK / "rust/client/examples/place.rs").read_text() != program:
        raise Failure("sdk/rust/client/examples/place.rs is not the example of the README")
    return run([str(cache / "rust-target/debug/examples/place")], folder, environment)


# --- Java -------------------------------------------------------------------------------------------------


def generate_java() -> None:
    """Nothing: the build makes it each time, so it cannot be stale."""


def make_java() -> None:
    run(
        ["mvn", "--quiet", "--batch-mode", "-Dstyle.color=never", "test-compile", "dependency:build-classpath",
         f"-Dmdep.outputFile={cache / 'java-classpath'}", f"-DbuildDirectory={cache / 'java-target'}"],
        SDK / "java",
    )  # fmt: skip
    front = (SDK / "java/src/main/java/eop/sdk/Platform.java").read_text()
    for api in (cache / "java-target/generated-sources/openapi/src/main/java/eop/sdk/api").glob("*Api.java"):
        if f"new {api.stem}(" not in front:
            raise Failure(f"Platform.java leads to no {api.stem}: a tag of the documents is new")


def java_classpath() -> str:
    target = cache / "java-target"
    return f"{target}/test-classes:{target}/classes:{(cache / 'java-classpath').read_text()}"


def start_java(folder: Path, program: str, environment: dict[str, str]) -> str:
    (folder / "Place.java").write_text(program)
    return run(["java", "-cp", java_classpath(), "Place.java"], folder, environment)


ALL = [
    Language(
        "typescript", "TypeScript", ("node", "npm"), 1,
        generate_typescript, make_typescript, ["node", "test/dist/runner.js"],
        follow("typescript", "place.mjs"),
    ),
    Language(
        "python", "Python", ("python3",), 1,
        generate_python, make_python, ["env", "PYTHONPATH=src", "{cache}/python/bin/python", "tests/runner.py"],
        follow("python", "place.py"),
        ("", ".async"),
    ),
    Language("go", "Go", ("go",), 2, generate_go, make_go, ["{cache}/go-runner"], follow("go", "main.go")),
    Language("rust", "Rust", ("cargo",), 4, generate_rust, make_rust, ["{cache}/rust-target/debug/examples/contract"], start_rust),
    Language("java", "Java", ("java", "mvn"), 3, generate_java, make_java, ["java", "-cp", "{classpath}", "contract.Runner"], start_java),
]  # fmt: skip
