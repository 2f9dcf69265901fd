"""Rows of articles, captures, quotations and rejected pages: adding and reading them.

All functions that write run inside the caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from msgspec import structs

from onrecord.archive.embedded.record import copies, corrections_apply, people_assign
from onrecord.archive.public_ids import capture_id
from onrecord.archive.results import Added, Counts
from onrecord.dates.edtf import known_days
from onrecord.model import Article, Dated, Quotation, Record, Rejected, Revisit, Time, article_id, codec
from onrecord.model.record import wire_quotation
from onrecord.spans import text_of

_COLUMNS = (
    *("number", "article", "id", "kind", "act", "content", "source", "cue", "speaker", "said", "venue", "certainty"),
    "json",
)


def knows(connection: sqlite3.Connection, article: str, captured: str, digest: str) -> bool:
    """True if this capture was added before."""
    found = connection.execute(
        "SELECT 1 FROM capture WHERE article = ? AND captured = ? AND digest = ?", (article, captured, digest)
    )
    return found.fetchone() is not None


def add(connection: sqlite3.Connection, record: Record, payload: str) -> Added:
    """Add the record read from one capture."""
    record, text = _storable(record)
    article, evidence = record.article, record.evidence
    captured = article.captured.value if article.captured else ""
    if knows(connection, article.id, captured, evidence.digest):
        return Added.KNOWN
    id = capture_id(article.id, captured, evidence.digest)
    row = (id, article.id, captured, instant(captured), article.url, payload)
    number = connection.execute(
        "INSERT INTO capture (id, article, captured, instant, url, payload, file, offset, digest, record) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, evidence.file, evidence.offset, evidence.digest, text),
    ).lastrowid
    newest, captures = connection.execute(
        "SELECT number, count(*) OVER () FROM capture WHERE article = ? ORDER BY instant DESC, number DESC LIMIT 1",
        (article.id,),
    ).fetchone()
    if newest == number:
        shown = _show(connection, record, number=newest, captures=captures)
        if captures == 1:
            copies.assign_story(connection, shown, record.article.text)
            people_assign.count_names(connection, record)
        else:
            copies.mark_story_of(connection, shown)
    else:
        connection.execute("UPDATE article SET captures = ? WHERE id = ?", (captures, article.id))
    return Added.NEW if captures == 1 else Added.CAPTURE


def revisit(connection: sqlite3.Connection, revisit: Revisit) -> Added | None:
    """Add a capture with the same bytes as an earlier one of the same URL; return None if there is no such capture."""
    earlier = connection.execute(
        "SELECT record, digest FROM capture WHERE payload = ? AND payload <> '' AND (article = ? OR url = ?) "
        "ORDER BY number DESC LIMIT 1",
        (revisit.payload, article_id(url=revisit.url), revisit.url),
    ).fetchone()
    if earlier is None:
        return None
    record = Record.decode(earlier["record"])
    evidence = (
        revisit.evidence if revisit.evidence.digest else structs.replace(revisit.evidence, digest=earlier["digest"])
    )
    article = replace(record.article, captured=revisit.captured)
    return add(connection, replace(record, article=article, evidence=evidence), revisit.payload)


def reject(connection: sqlite3.Connection, rejected: Rejected) -> None:
    """Keep a rejected page with the reason, once."""
    row = tuple(codec.clean(part) for part in (rejected.file, rejected.record, rejected.reason, rejected.url))
    connection.execute("INSERT OR IGNORE INTO rejected (file, record, reason, url) VALUES (?, ?, ?, ?)", row)


def rejected(connection: sqlite3.Connection) -> Iterator[Rejected]:
    """Yield all rejected pages in their order."""
    for row in connection.execute("SELECT file, record, reason, url FROM rejected ORDER BY number"):
        yield Rejected(*row)


def counts(connection: sqlite3.Connection) -> Counts:
    """Return how many rows the tables have."""
    count = {
        table: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 (our own names)
        for table in ("article", "capture", "quotation", "rejected")
    }
    return Counts(
        articles=count["article"],
        captures=count["capture"],
        quotations=count["quotation"],
        rejected=count["rejected"],
    )


def instant(value: str) -> str:
    """Return a capture time in UTC, as text that sorts by time; "" if unknown, which sorts first."""
    try:
        moment = datetime.fromisoformat(value)
        if "T" in value and moment.tzinfo:
            moment = moment.astimezone(UTC).replace(tzinfo=None)
        return moment.replace(tzinfo=None).isoformat(timespec="microseconds")
    except (ValueError, OverflowError):
        known = known_days(value)
        return known.first_date.isoformat() if known else ""


def newest(connection: sqlite3.Connection, id: str) -> Record:
    """Return the record read from an article's newest capture, without corrections."""
    row = connection.execute(
        "SELECT record FROM article JOIN capture ON capture.number = article.newest WHERE article.id = ?", (id,)
    ).fetchone()
    return Record.decode(row["record"])


def show_again(connection: sqlite3.Connection, id: str) -> None:
    """Write the rows of an article again, with the corrections now in force."""
    row = connection.execute("SELECT newest, captures FROM article WHERE id = ?", (id,)).fetchone()
    _show(connection, newest(connection, id), number=row["newest"], captures=row["captures"])


def _show(connection: sqlite3.Connection, record: Record, *, number: int, captures: int) -> int:
    """Write the rows of an article and its quotations from this capture, corrected; return the article's number."""
    shown = corrections_apply.apply(connection, record)
    record, article = shown.record, record.article
    columns: dict[str, Any] = {
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "authors": json.dumps(article.authors, ensure_ascii=False),
        "language": article.language,
        **_dated("published", article.published),
        **_dated("modified", article.modified),
        **_dated("captured", article.captured),
        "place": article.dateline.place if article.dateline else "",
        "labels": json.dumps(_labels(article), ensure_ascii=False),
        "quotations": len(record.quotations),
        "captures": captures,
        "newest": number,
        "text": article.text,
    }
    names = ", ".join(columns)
    updates = ", ".join(f"{name} = excluded.{name}" for name in columns)
    connection.execute(
        f"INSERT INTO article ({names}) VALUES ({', '.join('?' * len(columns))}) "  # noqa: S608 (our own names)
        f"ON CONFLICT (id) DO UPDATE SET {updates}",
        tuple(columns.values()),
    )
    people_assign.remove_quotations(connection, article.id)
    _show_quotations(connection, record)
    people_assign.assign_speakers(connection, record, shown.fixed)
    row = connection.execute("SELECT number FROM article WHERE id = ?", (article.id,)).fetchone()
    return int(row["number"])


def _show_quotations(connection: sqlite3.Connection, record: Record) -> None:
    """Replace an article's quotation rows. A quotation that stays keeps its number, so that result pages are stable."""
    id, text = record.article.id, record.article.text
    numbers: dict[str, list[int]] = {}
    for number, name in connection.execute("SELECT number, id FROM quotation WHERE article = ? ORDER BY 1 DESC", (id,)):
        numbers.setdefault(name, []).append(number)
    connection.execute("DELETE FROM quotation WHERE article = ?", (id,))
    begins = [time.span[0] for time in record.times]
    connection.executemany(
        f"INSERT INTO quotation ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})",  # noqa: S608
        [
            (
                numbers[q.id].pop() if numbers.get(q.id) else None,
                id,
                *_words(q, text),
                _kept(q, _about(q, record.times, begins)),
            )
            for q in record.quotations
        ],
    )


def _kept(quotation: Quotation, about: list[str]) -> str:
    """Return the JSON of a quotation's row: that of the record, and the dates it mentions."""
    return codec.encode({**structs.asdict(wire_quotation(quotation)), "about": about}).decode()


def _labels(article: Article) -> list[str]:
    """Return an article's labels as queries write them (`field:value`): tags, doubts, kind of page."""
    tags = [tag for tag in (article.section, *article.tags) if tag]
    labels = [("tag", tag) for tag in tags]
    labels += [("doubt", str(doubt.kind)) for doubt in article.doubts] + [("is", str(flag)) for flag in article.flags]
    return list(dict.fromkeys(f"{name}:{value}" for name, value in labels))


def _words(quotation: Quotation, text: str) -> tuple[str | float, ...]:
    return (
        quotation.id,
        str(quotation.kind),
        str(quotation.act),
        text_of(text, quotation.content),
        text_of(text, quotation.source),
        text_of(text, quotation.cue),
        quotation.speaker.name if quotation.speaker else "",
        quotation.said.value if quotation.said else "",
        quotation.venue,
        quotation.certainty,
    )


def _about(quotation: Quotation, times: tuple[Time, ...], begins: list[int]) -> list[str]:
    """Return the dates that a quotation mentions: the EDTF values of the time expressions in it, each once.

    `begins` are the offsets at which `times` begin, in order.
    """
    within = (
        time.edtf
        for begin, end in quotation.content
        for time in times[bisect_left(begins, begin) : bisect_left(begins, end)]
        if time.edtf
    )
    return list(dict.fromkeys(value.partition("T")[0] for value in within))


def _dated(name: str, dated: Dated | None) -> dict[str, str | None]:
    return {
        name: dated.value if dated else None,
        f"{name}_precision": str(dated.precision) if dated else None,
        f"{name}_basis": dated.basis if dated else None,
    }


def _storable(record: Record) -> tuple[Record, str]:
    """Return the record and its JSON, both without lone surrogates; offsets stay."""
    text = record.encode().decode()
    return (Record.decode(text) if codec.REPLACEMENT in text else record), text
