"""What `onrecord` reads in texts."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from onrecord import Reader, Rejected, Settings, read_text


def records(rows: Iterable[dict[str, str]], *options: str) -> dict[str, dict[str, Any]]:
    """Return the record of each row as JSON, by id; `options` are those of `onrecord read`.

    A row has "id" and "text", and may have the other fields of a line of JSON Lines ("title", "published", …).
    """
    given = dict(zip(options[::2], options[1::2], strict=True))
    settings = Settings(reader=Reader(given.get("--reader", str(Reader.FAST))))
    read: dict[str, dict[str, Any]] = {}
    for row in rows:
        record = read_text(settings=settings, **row)  # type: ignore[arg-type]
        if isinstance(record, Rejected):
            sys.exit(str(record))
        read[row["id"]] = json.loads(json.dumps(record.to_json()))
    return read
