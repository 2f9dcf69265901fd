"""What a command loads: Python imports the package's top before any module of it, and `read` must not wait for more."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord

TEXT = "“The bridge is safe,” the mayor, Ann Lund, said on Tuesday. " + "The council has looked at it twice. " * 20
# The archive and its index, the web server, the fetcher; and what only pages, feeds and odd charsets need.
UNWANTED = (
    *("onrecord.archive", "onrecord.pipeline", "onrecord.web", "onrecord.api", "tantivy", "sqlite3"),
    *("starlette", "uvicorn", "jinja2", "httpx", "multiprocessing", "asyncio", "rich"),
    *("trafilatura", "justext", "htmldate", "urllib3", "fastfeedparser", "charset_normalizer"),
)


def loaded(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after `code`."""
    report = "\nimport sys; print(ascii(sorted(sys.modules)), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code + report], capture_output=True, text=True, check=True)
    return set(ast.literal_eval(done.stderr.splitlines()[-1]))


def test_read_loads_no_archive_no_server_and_no_parser_of_pages(tmp_path: Path) -> None:
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps({"id": "1", "text": TEXT}), "utf-8")
    modules = loaded(f"from onrecord.cli import onrecord\nonrecord(['read', {str(file)!r}], standalone_mode=False)")
    assert {"onrecord.annotate", "onnxruntime"} <= modules
    assert not modules & set(UNWANTED)


def test_the_package_itself_loads_nothing() -> None:
    assert {name for name in loaded("import onrecord") if name.startswith("onrecord")} == {"onrecord"}
    assert "onrecord.archive" not in loaded("from onrecord import read, Settings, Reader, Record, Rejected")


def test_every_name_of_the_package_is_there() -> None:
    assert {"read", "read_page", "read_text", "open_archive", "Record"} <= set(onrecord.__all__) <= set(dir(onrecord))
    for home, names in onrecord._HOMES.items():
        for name in names:
            assert getattr(onrecord, name).__module__.startswith(f"onrecord.{home}")
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        onrecord.write  # type: ignore[attr-defined]  # noqa: B018


def test_type_checkers_see_the_names_that_are_loaded_lazily() -> None:
    tree = ast.parse(Path(onrecord.__file__).read_text("utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    seen = {
        (node.module, name.name) for node in imports for name in node.names if str(node.module).startswith("onrecord.")
    }
    assert seen == {(f"onrecord.{home}", name) for home, names in onrecord._HOMES.items() for name in names}
