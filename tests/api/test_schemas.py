"""JSON Schema of the public types: complete, and about what answers really have."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from onrecord.api import schemas
from onrecord.api.schemas import PUBLIC

DOCS = Path(__file__).parents[2] / "docs"


def references(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["$ref"]} if "$ref" in value else set()
        return own.union(*map(references, value.values()))
    return set().union(*map(references, value)) if isinstance(value, list) else set()


def properties(name: str) -> dict[str, Any]:
    """The properties of a public type, through the reference that may stand for it."""
    found = schemas()["$defs"][name]
    while "$ref" in found:
        found = schemas()["$defs"][found["$ref"].rpartition("/")[2]]
    return dict(found["properties"])


def test_each_public_type_has_a_schema_and_each_reference_a_definition() -> None:
    made = json.loads(json.dumps(schemas()))
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(PUBLIC) <= set(made["$defs"])
    assert {name.removeprefix("#/$defs/") for name in references(made)} <= set(made["$defs"])


def test_the_record_in_the_docs_has_the_keys_of_its_schema() -> None:
    (shown,) = re.findall(r"```json\n(.*?)```", (DOCS / "archive.md").read_text("utf-8"), flags=re.DOTALL)
    assert list(json.loads(shown)) == list(properties("Record"))


def test_the_keys_in_the_docs_are_those_of_the_types() -> None:
    """docs/json.md lists the keys of each answer as "| Type | `key`, `key` |"."""
    rows = re.findall(r"^\| `(\w+)` \|.*\| (`.*`) \|$", (DOCS / "json.md").read_text("utf-8"), flags=re.MULTILINE)
    documented = {name: re.findall(r"`(\w+)`", keys) for name, keys in rows}
    assert set(documented) == set(PUBLIC)
    for name, keys in documented.items():
        assert keys == list(properties(name)), name
