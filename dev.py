"""Set up and run On Record from a checkout, with nothing but Python 3.11 or later.

usage: python3 dev.py demo           set up, build the demo archive and show one question answered
       python3 dev.py test [ARGS]    set up, check style, types and layers, and run all tests (ARGS go to pytest)
       python3 dev.py serve [ARGS]   set up and serve the demo archive (ARGS go to `onrecord serve`)
       python3 dev.py lint           set up and check style, types and layers only
       python3 dev.py run ARGS       set up and run `onrecord ARGS`

The first call makes `.venv` from `requirements.lock`, every package pinned by hash; later calls find it finished.
It uses uv where there is one, else this Python's pip; it needs no ensurepip (Debian's python3 without python3-venv).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "onrecord-installed"
DEMO = ROOT / "demo.onrecord"
# Called with .venv's own Python, set-up must not remove the interpreter that it still needs.
BASE = getattr(sys, "_base_executable", "") or sys.executable


def run(*command: str | Path) -> None:
    """Run a command in the checkout; end with its exit code if it fails."""
    code = call(*command)
    if code:
        sys.exit(code)


def call(*command: str | Path) -> int:
    """Run a command in the checkout and return its exit code; Ctrl-C is the command's to handle."""
    process = subprocess.Popen([str(part) for part in command], cwd=ROOT)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


def wanted() -> str:
    """What a finished installation must have been made from."""
    parts = [sys.version, str(ROOT)] + [
        (ROOT / name).read_text("utf-8") for name in ("requirements.lock", "pyproject.toml")
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def set_up() -> None:
    """Make `.venv` and install into it, unless that has been done for these very pins."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything checks the version
        sys.exit(f"On Record needs Python 3.11 or later; this is {sys.version.split()[0]} ({sys.executable})")
    if STAMP.is_file() and STAMP.read_text("utf-8") == wanted():
        return
    print("setting up .venv (once) ...", file=sys.stderr, flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    uv = shutil.which("uv")
    if uv:
        run(uv, "venv", "--quiet", "--python", BASE, VENV)
        install: tuple[str | Path, ...] = (uv, "pip", "install", "--quiet", "--python", PYTHON)
    else:
        if subprocess.run([BASE, "-m", "pip", "--version"], capture_output=True, check=False).returncode:
            sys.exit("On Record's set-up needs pip or uv: on Debian, apt install python3-pip")
        run(BASE, "-m", "venv", "--without-pip", VENV)
        install = (BASE, "-m", "pip", "--python", PYTHON, "--quiet", "--disable-pip-version-check", "install")
    run(*install, "--require-hashes", "--requirement", ROOT / "requirements.lock")
    run(*install, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    STAMP.write_text(wanted(), "utf-8")


def lint() -> None:
    """Style, types, and the order of the layers."""
    run(PYTHON, "-m", "ruff", "check", ".")
    run(PYTHON, "-m", "ruff", "format", "--check", ".")
    run(PYTHON, "-m", "mypy")
    run(PYTHON, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")


def main() -> None:
    """Read the command line and do what it says."""
    command, arguments = (sys.argv[1] if len(sys.argv) > 1 else "help"), sys.argv[2:]
    if command not in {"demo", "test", "serve", "lint", "run"}:
        print(__doc__)
        sys.exit(0 if command in {"help", "-h", "--help"} else 2)
    set_up()
    if command == "demo":
        sys.exit(call(PYTHON, "-m", "onrecord", "demo", "--archive", DEMO, *arguments))
    if command == "serve":
        if not DEMO.exists():
            run(PYTHON, "-m", "onrecord", "demo", "--archive", DEMO)
        sys.exit(call(PYTHON, "-m", "onrecord", "serve", "--archive", DEMO, *arguments))
    if command == "run":
        sys.exit(call(PYTHON, "-m", "onrecord", *arguments))
    lint()
    if command == "test":
        sys.exit(call(PYTHON, "-m", "pytest", *arguments))


if __name__ == "__main__":
    main()
