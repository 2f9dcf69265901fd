"""The tables of the record: plain ones, to be read in Datasette or with the sqlite3 command as well as by us.

`article` and `quotation` show the newest capture of each article, `capture` keeps them all with the record read from
each as JSON. A quotation's `json` is that of the record and `about`, the dates (EDTF) that its words speak of; `sign`
has the hashes by which copies of an article are found. An article's `copy` says whether it is the `first` printed of
several copies, a `later` one, or alone in its story (""). `change` has one row an article, numbered anew at each write
of it: the rows after a sequence number are what an index that stands at that number has not seen.
"""

from __future__ import annotations

VERSION = 4
"""Raised with every change of these tables that an older program could not read."""

ADDED = {
    ("article", "marks"): "TEXT NOT NULL DEFAULT '[]'",
    ("article", "story"): "INTEGER",
    ("article", "copy"): "TEXT NOT NULL DEFAULT ''",
    ("quotation", "act"): "TEXT NOT NULL DEFAULT 'said'",
    ("quotation", "certainty"): "REAL NOT NULL DEFAULT 0",
}
"""The columns that an older version's tables may lack, by table and name. Certainties were no probabilities before
version 3, so that no `certainty:` finds a quotation from then."""

ALSO = (
    """CREATE TABLE IF NOT EXISTS sign (hash INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (hash, article))
       WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS article_story ON article (story)",
)
"""The tables and indexes that an older version's may lack."""

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE article (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    outlet TEXT NOT NULL,
    title TEXT NOT NULL,
    authors TEXT NOT NULL,
    language TEXT NOT NULL,
    published TEXT, published_precision TEXT, published_basis TEXT,
    modified TEXT, modified_precision TEXT, modified_basis TEXT,
    captured TEXT, captured_precision TEXT, captured_basis TEXT,
    place TEXT NOT NULL,
    marks TEXT NOT NULL,
    story INTEGER,
    copy TEXT NOT NULL DEFAULT '',
    quotations INTEGER NOT NULL,
    captures INTEGER NOT NULL,
    newest INTEGER NOT NULL REFERENCES capture (number),
    text TEXT NOT NULL
);

CREATE TABLE capture (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL REFERENCES article (id),
    captured TEXT NOT NULL,
    instant TEXT NOT NULL,
    url TEXT NOT NULL,
    payload TEXT NOT NULL,
    file TEXT NOT NULL,
    offset INTEGER NOT NULL,
    digest TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (article, captured, digest)
);
CREATE INDEX capture_payload ON capture (payload) WHERE payload <> '';

CREATE TABLE quotation (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL REFERENCES article (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    act TEXT NOT NULL,
    content TEXT NOT NULL,
    source TEXT NOT NULL,
    cue TEXT NOT NULL,
    speaker TEXT NOT NULL,
    said TEXT NOT NULL,
    venue TEXT NOT NULL,
    certainty REAL NOT NULL,
    json TEXT NOT NULL
);
CREATE INDEX quotation_article ON quotation (article);

CREATE TABLE rejected (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL,
    record TEXT NOT NULL,
    reason TEXT NOT NULL,
    url TEXT NOT NULL,
    UNIQUE (file, record, reason, url)
);

CREATE TABLE change (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE);
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
    DELETE FROM change WHERE id = NEW.id;
    INSERT INTO change (id) VALUES (NEW.id);
END;
CREATE TRIGGER article_changed AFTER UPDATE ON article BEGIN
    DELETE FROM change WHERE id = NEW.id;
    INSERT INTO change (id) VALUES (NEW.id);
END;
CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
    DELETE FROM change WHERE id = OLD.id;
    INSERT INTO change (id) VALUES (OLD.id);
END;
"""

TABLES += "".join(f"{statement};\n" for statement in ALSO)
