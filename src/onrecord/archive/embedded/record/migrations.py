"""Migrations: numbered steps that bring the tables of an older version up to the present one.

Each step makes the tables of one version those of the next and changes nothing else; the SQL of a step never changes
once it is released. What has to be computed from the articles (who is who, which copy is the first) is not a matter of
tables: `database.upgrade` does it after the last step.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from itertools import count

from onrecord.archive.public_ids import capture_id, correction_id


def to_2(connection: sqlite3.Connection) -> None:
    """Add the act and the certainty of quotations. Certainties were not probabilities before version 3: they stay 0."""
    _add_column(connection, "quotation", "act", "TEXT NOT NULL DEFAULT 'said'")
    _add_column(connection, "quotation", "certainty", "REAL NOT NULL DEFAULT 0")


def to_3(connection: sqlite3.Connection) -> None:
    """Add the labels of articles, and stories of copies.

    Version 2 was written in three forms, by programs that had one or the other of these and lacked those of `to_2`.
    """
    to_2(connection)
    _add_column(connection, "article", "marks", "TEXT NOT NULL DEFAULT '[]'")
    _add_column(connection, "article", "story", "INTEGER")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS sign (hash INTEGER NOT NULL, article INTEGER NOT NULL, "
        "PRIMARY KEY (hash, article)) WITHOUT ROWID"
    )
    connection.execute("CREATE INDEX IF NOT EXISTS article_story ON article (story)")


def to_4(connection: sqlite3.Connection) -> None:
    """Add which copy was published first, people across articles, and corrections."""
    _add_column(connection, "article", "copy", "TEXT NOT NULL DEFAULT ''")
    for statement in _PEOPLE:
        connection.execute(statement)


def to_5(connection: sqlite3.Connection) -> None:
    """Add public ids of captures and corrections and the name shown of people; give three names their present form."""
    _add_column(connection, "capture", "id", "TEXT NOT NULL DEFAULT ''")
    _add_column(connection, "correction", "id", "TEXT NOT NULL DEFAULT ''")
    _fill_public_ids(connection)
    for statement in (
        "CREATE UNIQUE INDEX capture_id ON capture (id)",
        "CREATE UNIQUE INDEX correction_id ON correction (id)",
        "DROP INDEX person_shown",
        "ALTER TABLE person ADD COLUMN shown TEXT AS (CASE WHEN renamed <> '' THEN renamed ELSE name END) VIRTUAL",
        "CREATE INDEX person_shown ON person (shown, type)",
        "ALTER TABLE article RENAME COLUMN marks TO labels",
        "ALTER TABLE sign RENAME TO fingerprint",
        "DROP INDEX settled_person",
        "ALTER TABLE settled RENAME TO assignment",
        "CREATE INDEX assignment_person ON assignment (person)",
    ):
        connection.execute(statement)


STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (to_2, to_3, to_4, to_5)
"""The steps in order: the first brings version 1 to version 2."""

VERSION = len(STEPS) + 1
"""The present version of the tables. An older program refuses to open an archive of a later one."""


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring tables of `version` up to `VERSION`, inside the caller's transaction."""
    for step in STEPS[version - 1 :]:
        step(connection)


def _add_column(connection: sqlite3.Connection, table: str, column: str, definition: str) -> None:
    """Add a column to a table, unless it exists."""
    if not connection.execute("SELECT 1 FROM pragma_table_info(?) WHERE name = ?", (table, column)).fetchone():
        connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} {definition}")


def _fill_public_ids(connection: sqlite3.Connection) -> None:
    """Give captures and corrections the ids that they would get if they were added today."""
    connection.create_function("capture_id", 3, capture_id, deterministic=True)
    connection.execute("UPDATE capture SET id = capture_id(article, captured, digest)")
    taken: set[str] = set()
    for number, made, json in connection.execute(
        "SELECT number, made, json FROM correction ORDER BY number"
    ).fetchall():
        id = next(id for attempt in count() if (id := correction_id(made, json, attempt)) not in taken)
        taken.add(id)
        connection.execute("UPDATE correction SET id = ? WHERE number = ?", (id, number))


_PEOPLE = (
    """CREATE TABLE person (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        renamed TEXT NOT NULL DEFAULT '',
        type TEXT NOT NULL,
        wikidata TEXT NOT NULL DEFAULT '',
        quotations INTEGER NOT NULL DEFAULT 0,
        articles INTEGER NOT NULL DEFAULT 0,
        profile TEXT NOT NULL
    )""",
    "CREATE INDEX person_quotations ON person (type, quotations DESC, id)",
    "CREATE INDEX person_shown ON person (CASE WHEN renamed <> '' THEN renamed ELSE name END, type)",
    "CREATE INDEX person_gone ON person (number) WHERE articles = 0",
    """CREATE TABLE person_name (
        person INTEGER NOT NULL, name TEXT NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY (person, name)
    ) WITHOUT ROWID""",
    "CREATE TABLE person_key (key TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (key, person)) WITHOUT ROWID",
    "CREATE TABLE person_word (word TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (word, person)) WITHOUT ROWID",
    "CREATE TABLE mentioned (name TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE forwarded (id TEXT PRIMARY KEY, person INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE TABLE appearance (
        article TEXT NOT NULL,
        name TEXT NOT NULL,
        person INTEGER NOT NULL REFERENCES person (number),
        day TEXT NOT NULL,
        described TEXT NOT NULL,
        certainty REAL NOT NULL,
        basis TEXT NOT NULL,
        others TEXT NOT NULL,
        corrected INTEGER NOT NULL,
        PRIMARY KEY (article, name, person)
    ) WITHOUT ROWID""",
    """CREATE TABLE settled (
        article TEXT NOT NULL,
        name TEXT NOT NULL,
        person TEXT NOT NULL,
        certainty REAL NOT NULL,
        basis TEXT NOT NULL,
        others TEXT NOT NULL,
        PRIMARY KEY (article, name)
    ) WITHOUT ROWID""",
    "CREATE INDEX settled_person ON settled (person)",
    "CREATE INDEX appearance_person ON appearance (person, day)",
    """CREATE TABLE quoted (
        person INTEGER NOT NULL REFERENCES person (number),
        quotation INTEGER NOT NULL,
        said INTEGER NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (quotation, person)
    ) WITHOUT ROWID""",
    "CREATE INDEX quoted_person ON quoted (person)",
    """CREATE TABLE correction (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        made TEXT NOT NULL,
        action TEXT NOT NULL,
        article TEXT NOT NULL,
        json TEXT NOT NULL,
        undone TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX correction_article ON correction (article) WHERE article <> ''",
    """CREATE TRIGGER quoted_added AFTER INSERT ON quoted BEGIN
        UPDATE person SET quotations = quotations + NEW.said WHERE number = NEW.person;
    END""",
    """CREATE TRIGGER quoted_removed AFTER DELETE ON quoted BEGIN
        UPDATE person SET quotations = quotations - OLD.said WHERE number = OLD.person;
    END""",
    """CREATE TRIGGER appearance_added AFTER INSERT ON appearance BEGIN
        UPDATE person SET articles = articles + 1 WHERE number = NEW.person
            AND (SELECT count(*) FROM appearance WHERE article = NEW.article AND person = NEW.person) = 1;
        INSERT INTO person_name SELECT NEW.person, NEW.name, 1 WHERE NOT NEW.corrected
            ON CONFLICT (person, name) DO UPDATE SET articles = articles + 1;
    END""",
    """CREATE TRIGGER appearance_removed AFTER DELETE ON appearance BEGIN
        UPDATE person SET articles = articles - 1 WHERE number = OLD.person
            AND NOT EXISTS (SELECT 1 FROM appearance WHERE article = OLD.article AND person = OLD.person);
        UPDATE person_name SET articles = articles - 1 WHERE person = OLD.person AND name = OLD.name;
        DELETE FROM person_name WHERE person = OLD.person AND name = OLD.name AND articles < 1;
    END""",
)
