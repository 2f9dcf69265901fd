"""Records in the order in which they last changed, each with a cursor from which later changes can be asked for.

Adding, reading again and correcting an article change it; a change replaces the earlier ones of the same article.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from onrecord.archive.embedded.record import changes, corrections_apply, people_search
from onrecord.archive.results import Change
from onrecord.model import Record
from onrecord.model.errors import QueryError

_CURSOR = re.compile(r"([0-9a-f]{8})\.(\d{1,18})")
_CHANGED = (
    "SELECT change.seq, change.id, capture.record FROM change LEFT JOIN article USING (id) "
    "LEFT JOIN capture ON capture.number = article.newest WHERE change.seq > ? ORDER BY change.seq"
)


def records(connection: sqlite3.Connection, since: str | None) -> Iterator[Change]:
    """Yield every article, or every one that changed after the cursor `since`; a deleted one without a record.

    Raises QueryError for a cursor of another archive, or one that is ahead of this archive (a copy that was put back).
    """
    name = str(connection.execute("SELECT value FROM meta WHERE name = 'archive'").fetchone()[0])[:8]
    seq = _seq(connection, name, since) if since is not None else 0
    for row in connection.execute(_CHANGED, (seq,)):
        cursor, id = f"{name}.{row['seq']}", str(row["id"])
        if row["record"] is None:
            yield Change(cursor, id, None)
        else:
            shown = corrections_apply.apply(connection, Record.decode(row["record"]))
            yield Change(cursor, id, shown.record, people_search.speaking_in(connection, id))


def _seq(connection: sqlite3.Connection, name: str, since: str) -> int:
    match = _CURSOR.fullmatch(since)
    if match is None or match[1] != name:
        raise QueryError(f"“{since[:60]}” is not a place in the changes of this archive; begin without it", position=0)
    if int(match[2]) > changes.last(connection):
        raise QueryError(f"“{since}” is ahead of this archive, which is an older copy; begin without it", position=0)
    return int(match[2])
