"""Tables of the record, in its present version; plain ones, which Datasette or the sqlite3 command can read as well.

meta          the version of the tables, and the archive's own name
article       each article as its newest capture has it, with corrections applied. `labels` are its tags, doubts and
              flags as a query writes them; `story` is the number of the story's first article to be added, and `copy`
              says whether the article is the `first` published of several copies, a `later` one, or has no copy ("")
capture       all captures, each with the record read from it (JSON)
quotation     the quotations of `article`; `json` is that of the record with `about`, the dates (EDTF) it mentions
rejected      pages that were rejected, with the reason
fingerprint   the hashes by which copies of an article are found
person        the people quoted, over all articles: persons, organisations, groups and documents. `name` is the name
              most articles use, `renamed` the name given by a correction, `shown` the one to show. Triggers keep the
              counts: `quotations` (said or written) and `articles`
person_name, person_key, person_word
              a person's names, and the keys and words by which they are found
mentioned     in how many articles a name is mentioned
appearance    the names that an article gives its speakers, and which person each is ("": only a correction says so)
assignment    which person each of these names was assigned to when the article was read; corrections do not change it
forwarded     ids of people who were merged, with the person they are now
quoted        who said each quotation; `place` counts the speakers of one quotation
correction    what readers corrected; `undone` is when it was undone
change        one row an article, with a new number at each change: an index that is up to date to a number has not
              seen the rows after it
"""

from __future__ import annotations

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
    labels TEXT NOT NULL DEFAULT '[]',
    story INTEGER,
    copy TEXT NOT NULL DEFAULT '',
    quotations INTEGER NOT NULL,
    captures INTEGER NOT NULL,
    newest INTEGER NOT NULL REFERENCES capture (number),
    text TEXT NOT NULL
);
CREATE INDEX article_story ON article (story);

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
CREATE UNIQUE INDEX capture_id ON capture (id);

CREATE TABLE quotation (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL REFERENCES article (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    act TEXT NOT NULL DEFAULT 'said',
    content TEXT NOT NULL,
    source TEXT NOT NULL,
    cue TEXT NOT NULL,
    speaker TEXT NOT NULL,
    said TEXT NOT NULL,
    venue TEXT NOT NULL,
    certainty REAL NOT NULL DEFAULT 0,
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

CREATE TABLE fingerprint (hash INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (hash, article)) WITHOUT ROWID;

CREATE TABLE person (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    renamed TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL,
    wikidata TEXT NOT NULL DEFAULT '',
    quotations INTEGER NOT NULL DEFAULT 0,
    articles INTEGER NOT NULL DEFAULT 0,
    profile TEXT NOT NULL,
    shown TEXT AS (CASE WHEN renamed <> '' THEN renamed ELSE name END) VIRTUAL
);
CREATE INDEX person_quotations ON person (type, quotations DESC, id);
CREATE INDEX person_shown ON person (shown, type);
CREATE INDEX person_gone ON person (number) WHERE articles = 0;
CREATE TABLE person_name (
    person INTEGER NOT NULL, name TEXT NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY (person, name)
) WITHOUT ROWID;
CREATE TABLE person_key (key TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (key, person)) WITHOUT ROWID;
CREATE TABLE person_word (word TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (word, person)) WITHOUT ROWID;
CREATE TABLE mentioned (name TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE forwarded (id TEXT PRIMARY KEY, person INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE appearance (
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
) WITHOUT ROWID;
CREATE INDEX appearance_person ON appearance (person, day);
CREATE TABLE assignment (
    article TEXT NOT NULL,
    name TEXT NOT NULL,
    person TEXT NOT NULL,
    certainty REAL NOT NULL,
    basis TEXT NOT NULL,
    others TEXT NOT NULL,
    PRIMARY KEY (article, name)
) WITHOUT ROWID;
CREATE INDEX assignment_person ON assignment (person);
CREATE TABLE quoted (
    person INTEGER NOT NULL REFERENCES person (number),
    quotation INTEGER NOT NULL,
    said INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (quotation, person)
) WITHOUT ROWID;
CREATE INDEX quoted_person ON quoted (person);

CREATE TABLE correction (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL DEFAULT '',
    made TEXT NOT NULL,
    action TEXT NOT NULL,
    article TEXT NOT NULL,
    json TEXT NOT NULL,
    undone TEXT NOT NULL DEFAULT ''
);
CREATE INDEX correction_article ON correction (article) WHERE article <> '';
CREATE UNIQUE INDEX correction_id ON correction (id);

CREATE TRIGGER quoted_added AFTER INSERT ON quoted BEGIN
    UPDATE person SET quotations = quotations + NEW.said WHERE number = NEW.person;
END;
CREATE TRIGGER quoted_removed AFTER DELETE ON quoted BEGIN
    UPDATE person SET quotations = quotations - OLD.said WHERE number = OLD.person;
END;
CREATE TRIGGER appearance_added AFTER INSERT ON appearance BEGIN
    UPDATE person SET articles = articles + 1 WHERE number = NEW.person
        AND (SELECT count(*) FROM appearance WHERE article = NEW.article AND person = NEW.person) = 1;
    INSERT INTO person_name SELECT NEW.person, NEW.name, 1 WHERE NOT NEW.corrected
        ON CONFLICT (person, name) DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER appearance_removed AFTER DELETE ON appearance BEGIN
    UPDATE person SET articles = articles - 1 WHERE number = OLD.person
        AND NOT EXISTS (SELECT 1 FROM appearance WHERE article = OLD.article AND person = OLD.person);
    UPDATE person_name SET articles = articles - 1 WHERE person = OLD.person AND name = OLD.name;
    DELETE FROM person_name WHERE person = OLD.person AND name = OLD.name AND articles < 1;
END;

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
