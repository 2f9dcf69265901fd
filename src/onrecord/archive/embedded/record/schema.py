"""The tables of the record: plain ones, to be read in Datasette or with the sqlite3 command as well as by us.

`article` and `quotation` show the newest capture of each article, `capture` keeps them all with the record read from
each as JSON. `person` are those who speak over all articles, `appearance` where and under which name (none where only a
correction says so), `settled` whom each name was taken for when it was read, `quoted` who says which quotation, and
`correction` is what readers corrected. A quotation's `json` is that of the record and `about`, the dates (EDTF) that
its words speak of; `sign` has the hashes by which copies of an article are found. An article's `copy` says whether it
is the `first` printed of several copies, a `later` one, or alone in its story (""). `change` has one row an article,
numbered anew at each write of it: the rows after a sequence number are what an index that stands at that number has
not seen.
"""

from __future__ import annotations

VERSION = 5
"""Raised with every change of these tables that an older program could not read."""

PEOPLE = (
    """CREATE TABLE IF NOT EXISTS person (
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
    "CREATE INDEX IF NOT EXISTS person_quotations ON person (type, quotations DESC, id)",
    """CREATE INDEX IF NOT EXISTS person_shown
       ON person (CASE WHEN renamed <> '' THEN renamed ELSE name END, type)""",
    "CREATE INDEX IF NOT EXISTS person_gone ON person (number) WHERE articles = 0",
    """CREATE TABLE IF NOT EXISTS person_name (
        person INTEGER NOT NULL, name TEXT NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY (person, name)
    ) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS person_key (
        key TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (key, person)
    ) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS person_word (
        word TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (word, person)
    ) WITHOUT ROWID""",
    "CREATE TABLE IF NOT EXISTS mentioned (name TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS forwarded (id TEXT PRIMARY KEY, person INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE TABLE IF NOT EXISTS appearance (
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
    """CREATE TABLE IF NOT EXISTS settled (
        article TEXT NOT NULL,
        name TEXT NOT NULL,
        person TEXT NOT NULL,
        certainty REAL NOT NULL,
        basis TEXT NOT NULL,
        others TEXT NOT NULL,
        PRIMARY KEY (article, name)
    ) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS settled_person ON settled (person)",
    "CREATE INDEX IF NOT EXISTS appearance_person ON appearance (person, day)",
    """CREATE TABLE IF NOT EXISTS quoted (
        person INTEGER NOT NULL REFERENCES person (number),
        quotation INTEGER NOT NULL,
        said INTEGER NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (quotation, person)
    ) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS quoted_person ON quoted (person)",
    """CREATE TABLE IF NOT EXISTS correction (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL DEFAULT '',
        made TEXT NOT NULL,
        action TEXT NOT NULL,
        article TEXT NOT NULL,
        json TEXT NOT NULL,
        undone TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX IF NOT EXISTS correction_article ON correction (article) WHERE article <> ''",
    """CREATE TRIGGER IF NOT EXISTS quoted_added AFTER INSERT ON quoted BEGIN
        UPDATE person SET quotations = quotations + NEW.said WHERE number = NEW.person;
    END""",
    """CREATE TRIGGER IF NOT EXISTS quoted_removed AFTER DELETE ON quoted BEGIN
        UPDATE person SET quotations = quotations - OLD.said WHERE number = OLD.person;
    END""",
    """CREATE TRIGGER IF NOT EXISTS appearance_added AFTER INSERT ON appearance BEGIN
        UPDATE person SET articles = articles + 1 WHERE number = NEW.person
            AND (SELECT count(*) FROM appearance WHERE article = NEW.article AND person = NEW.person) = 1;
        INSERT INTO person_name SELECT NEW.person, NEW.name, 1 WHERE NOT NEW.corrected
            ON CONFLICT (person, name) DO UPDATE SET articles = articles + 1;
    END""",
    """CREATE TRIGGER IF NOT EXISTS appearance_removed AFTER DELETE ON appearance BEGIN
        UPDATE person SET articles = articles - 1 WHERE number = OLD.person
            AND NOT EXISTS (SELECT 1 FROM appearance WHERE article = OLD.article AND person = OLD.person);
        UPDATE person_name SET articles = articles - 1 WHERE person = OLD.person AND name = OLD.name;
        DELETE FROM person_name WHERE person = OLD.person AND name = OLD.name AND articles < 1;
    END""",
)
"""Who speaks, over all articles. Triggers count: `quotations` what was said or written, `articles` where.
`mentioned` has in how many articles each name stands, as `archive.people` compares them."""

PEOPLE_SINCE = 4
"""The first version that knows who speaks over all articles."""

ADDED = {
    ("article", "marks"): "TEXT NOT NULL DEFAULT '[]'",
    ("article", "story"): "INTEGER",
    ("article", "copy"): "TEXT NOT NULL DEFAULT ''",
    ("capture", "id"): "TEXT NOT NULL DEFAULT ''",
    ("correction", "id"): "TEXT NOT NULL DEFAULT ''",
    ("quotation", "act"): "TEXT NOT NULL DEFAULT 'said'",
    ("quotation", "certainty"): "REAL NOT NULL DEFAULT 0",
}
"""The columns that an older version's tables may lack, by table and name. Certainties were no probabilities before
version 3, so that no `certainty:` finds a quotation from then."""

ALSO = (
    """CREATE TABLE IF NOT EXISTS sign (hash INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (hash, article))
       WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS article_story ON article (story)",
    *PEOPLE,
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
    id TEXT NOT NULL DEFAULT '',
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

PUBLIC_IDS = (
    "CREATE UNIQUE INDEX IF NOT EXISTS capture_id ON capture (id)",
    "CREATE UNIQUE INDEX IF NOT EXISTS correction_id ON correction (id)",
)
"""What holds the ids of captures and corrections apart, once all have one (since version 5)."""

TABLES += "".join(f"{statement};\n" for statement in (*ALSO, *PUBLIC_IDS))
