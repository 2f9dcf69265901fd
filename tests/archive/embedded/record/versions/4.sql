BEGIN TRANSACTION;
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
INSERT INTO "appearance" VALUES('429cfc5bf46a5f67','',5,'2022-03-08','[]',1.0,'a reader’s correction','[]',1);
INSERT INTO "appearance" VALUES('429cfc5bf46a5f67','Orla Gill',1,'2022-03-08','[]',1.0,'no one known by such a name','[]',0);
INSERT INTO "appearance" VALUES('bc4b079e9a36cdd0','Orla Gill',1,'2022-03-11','[]',0.825,'same name','[]',0);
INSERT INTO "appearance" VALUES('bc4b079e9a36cdd0','Tom Rowe',2,'2022-03-11','[]',1.0,'a reader’s correction','[]',0);
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
INSERT INTO "article" VALUES(1,'429cfc5bf46a5f67','https://courier.example/slip','Wire','Slip opens','["Mara Quill"]','en','2022-03-08','day','test',NULL,NULL,NULL,'2022-03-08T10:00:00Z','second','test','Farrow','[]',1,'first',2,1,1,'The old slip at Farrow opened again on Tuesday after two winters of storms, with a new winch, a longer ramp and a shed for nets. The harbour board had voted for the work by one voice in spring, and the county paid half of what it cost. Ferries will call there twice a day until the end of summer, then once, unless the tide table says otherwise. Boats of more than nine metres still have to land at the north quay, where the crane was mended last month. The board meets again in June to talk about lights along the ramp, which fishers have asked for since the first winter.

“The slip will outlive us all,” Orla Gill said.

“Half a bridge is none,” Tom Roe said.');
INSERT INTO "article" VALUES(2,'eb6003c7993aea18','https://courier.example/slip-again','Gull','Ferry news','["Mara Quill"]','en','2022-03-09','day','test',NULL,NULL,NULL,'2022-03-09T10:00:00Z','second','test','','[]',1,'later',0,1,2,'The old slip at Farrow opened again on Tuesday after two winters of storms, with a new winch, a longer ramp and a shed for nets. The harbour board had voted for the work by one voice in spring, and the county paid half of what it cost. Ferries will call there twice a day until the end of summer, then once, unless the tide table says otherwise. Boats of more than nine metres still have to land at the north quay, where the crane was mended last month. The board meets again in June to talk about lights along the ramp, which fishers have asked for since the first winter.');
INSERT INTO "article" VALUES(3,'bc4b079e9a36cdd0','https://courier.example/wall','Tarn','Wall falls','["Mara Quill"]','en','2022-03-11','day','test',NULL,NULL,NULL,'2022-03-12T10:00:00Z','second','test','','[]',3,'',2,2,4,'The wall stood. It fell on Friday.

“Mend the wall,” Orla Gill said.

“No lights,” Tom Rowe said.');
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
INSERT INTO "capture" VALUES(1,'429cfc5bf46a5f67','2022-03-08T10:00:00Z','2022-03-08T10:00:00.000000','https://courier.example/slip','','made.warc.gz',0,'sha256:7afef56a263985777c43e664ee5052fa87156a9da41accba830a278442158e38','{"id": "429cfc5bf46a5f67", "url": "https://courier.example/slip", "outlet": "Wire", "title": "Slip opens", "authors": ["Mara Quill"], "language": "en", "published": {"value": "2022-03-08", "precision": "day", "basis": "test"}, "modified": null, "captured": {"value": "2022-03-08T10:00:00Z", "precision": "second", "basis": "test"}, "candidates": [], "doubts": [], "dateline": {"place": "Farrow", "span": [0, 0]}, "section": "", "tags": [], "canonical": "", "domain": "", "flags": [], "text": "The old slip at Farrow opened again on Tuesday after two winters of storms, with a new winch, a longer ramp and a shed for nets. The harbour board had voted for the work by one voice in spring, and the county paid half of what it cost. Ferries will call there twice a day until the end of summer, then once, unless the tide table says otherwise. Boats of more than nine metres still have to land at the north quay, where the crane was mended last month. The board meets again in June to talk about lights along the ramp, which fishers have asked for since the first winter.\n\n“The slip will outlive us all,” Orla Gill said.\n\n“Half a bridge is none,” Tom Roe said.", "blocks": [], "captions": [], "quotations": [{"id": "eb22fb8a8c90", "kind": "direct", "act": "said", "content": [[575, 606]], "source": [[607, 616]], "cue": [[617, 621]], "speaker": {"name": "Orla Gill", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": null, "venue": null, "certainty": 1.0}, {"id": "dc484163cb03", "kind": "direct", "act": "said", "content": [[624, 648]], "source": [[649, 656]], "cue": [[657, 661]], "speaker": {"name": "Tom Roe", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": null, "venue": null, "certainty": 1.0}], "times": [], "people": [], "evidence": {"file": "made.warc.gz", "offset": 0, "digest": "sha256:7afef56a263985777c43e664ee5052fa87156a9da41accba830a278442158e38"}}');
INSERT INTO "capture" VALUES(2,'eb6003c7993aea18','2022-03-09T10:00:00Z','2022-03-09T10:00:00.000000','https://courier.example/slip-again','','made.warc.gz',0,'sha256:f48c982ccfd137c043216190ac7991451efdd7e05f9f4d7256e4ecb2bac1dd11','{"id": "eb6003c7993aea18", "url": "https://courier.example/slip-again", "outlet": "Gull", "title": "Ferry news", "authors": ["Mara Quill"], "language": "en", "published": {"value": "2022-03-09", "precision": "day", "basis": "test"}, "modified": null, "captured": {"value": "2022-03-09T10:00:00Z", "precision": "second", "basis": "test"}, "candidates": [], "doubts": [], "dateline": null, "section": "", "tags": [], "canonical": "", "domain": "", "flags": [], "text": "The old slip at Farrow opened again on Tuesday after two winters of storms, with a new winch, a longer ramp and a shed for nets. The harbour board had voted for the work by one voice in spring, and the county paid half of what it cost. Ferries will call there twice a day until the end of summer, then once, unless the tide table says otherwise. Boats of more than nine metres still have to land at the north quay, where the crane was mended last month. The board meets again in June to talk about lights along the ramp, which fishers have asked for since the first winter.", "blocks": [], "captions": [], "quotations": [], "times": [], "people": [], "evidence": {"file": "made.warc.gz", "offset": 0, "digest": "sha256:f48c982ccfd137c043216190ac7991451efdd7e05f9f4d7256e4ecb2bac1dd11"}}');
INSERT INTO "capture" VALUES(3,'bc4b079e9a36cdd0','2022-03-11T10:00:00Z','2022-03-11T10:00:00.000000','https://courier.example/wall','','made.warc.gz',0,'sha256:cf398e7c3932f7c085ba7c7e06577f08a7fab7d0aeb6d53643e77cf56b1fcc80','{"id": "bc4b079e9a36cdd0", "url": "https://courier.example/wall", "outlet": "Tarn", "title": "Wall", "authors": ["Mara Quill"], "language": "en", "published": {"value": "2022-03-11", "precision": "day", "basis": "test"}, "modified": null, "captured": {"value": "2022-03-11T10:00:00Z", "precision": "second", "basis": "test"}, "candidates": [], "doubts": [], "dateline": null, "section": "", "tags": [], "canonical": "", "domain": "", "flags": [], "text": "The wall stood. It stood for years.\n\n“Mend the wall,” Orla Gill said.\n\n“No lights,” Tom Rowe said.", "blocks": [], "captions": [], "quotations": [{"id": "c5ec3e735446", "kind": "direct", "act": "said", "content": [[37, 53]], "source": [[54, 63]], "cue": [[64, 68]], "speaker": {"name": "Orla Gill", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": {"value": "2022-03-10", "basis": [], "how": "stated"}, "venue": null, "certainty": 1.0}, {"id": "f19cf7e5513d", "kind": "direct", "act": "said", "content": [[71, 83]], "source": [[84, 92]], "cue": [[93, 97]], "speaker": {"name": "Tom Rowe", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": null, "venue": null, "certainty": 1.0}], "times": [], "people": [], "evidence": {"file": "made.warc.gz", "offset": 0, "digest": "sha256:cf398e7c3932f7c085ba7c7e06577f08a7fab7d0aeb6d53643e77cf56b1fcc80"}}');
INSERT INTO "capture" VALUES(4,'bc4b079e9a36cdd0','2022-03-12T10:00:00Z','2022-03-12T10:00:00.000000','https://courier.example/wall','','made.warc.gz',0,'sha256:c00c7f948f29e1d1538b4153eae932c7d5d2f4fe8997b28e0c9d3058f12a107b','{"id": "bc4b079e9a36cdd0", "url": "https://courier.example/wall", "outlet": "Tarn", "title": "Wall falls", "authors": ["Mara Quill"], "language": "en", "published": {"value": "2022-03-11", "precision": "day", "basis": "test"}, "modified": null, "captured": {"value": "2022-03-12T10:00:00Z", "precision": "second", "basis": "test"}, "candidates": [], "doubts": [], "dateline": null, "section": "", "tags": [], "canonical": "", "domain": "", "flags": [], "text": "The wall stood. It fell on Friday.\n\n“Mend the wall,” Orla Gill said.\n\n“No lights,” Tom Rowe said.", "blocks": [], "captions": [], "quotations": [{"id": "c5ec3e735446", "kind": "direct", "act": "said", "content": [[36, 52]], "source": [[53, 62]], "cue": [[63, 67]], "speaker": {"name": "Orla Gill", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": {"value": "2022-03-10", "basis": [], "how": "stated"}, "venue": null, "certainty": 1.0}, {"id": "f19cf7e5513d", "kind": "direct", "act": "said", "content": [[70, 82]], "source": [[83, 91]], "cue": [[92, 96]], "speaker": {"name": "Tom Rowe", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": null, "venue": null, "certainty": 1.0}], "times": [], "people": [], "evidence": {"file": "made.warc.gz", "offset": 0, "digest": "sha256:c00c7f948f29e1d1538b4153eae932c7d5d2f4fe8997b28e0c9d3058f12a107b"}}');
CREATE TABLE change (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE);
INSERT INTO "change" VALUES(6,'eb6003c7993aea18');
INSERT INTO "change" VALUES(11,'bc4b079e9a36cdd0');
INSERT INTO "change" VALUES(15,'429cfc5bf46a5f67');
CREATE TABLE correction (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        made TEXT NOT NULL,
        action TEXT NOT NULL,
        article TEXT NOT NULL,
        json TEXT NOT NULL,
        undone TEXT NOT NULL DEFAULT ''
    );
INSERT INTO "correction" VALUES(1,'2026-11-28T12:46:22+00:00','rename','','{"action": "rename", "person": "orla-gill", "name": "Orla Gill-Hand", "anchors": [["429cfc5bf46a5f67", "Orla Gill"]]}','');
INSERT INTO "correction" VALUES(2,'2026-11-28T12:46:22+00:00','merge','','{"action": "merge", "person": "tom-rowe", "into": "tom-roe", "note": "one man", "anchors": [["bc4b079e9a36cdd0", "Tom Rowe"]], "into_anchors": [["429cfc5bf46a5f67", "Tom Roe"]]}','');
INSERT INTO "correction" VALUES(3,'2026-11-28T12:46:23+00:00','speaker','429cfc5bf46a5f67','{"action": "speaker", "person": "ida-lunt", "name": "Ida Lunt", "article": "429cfc5bf46a5f67", "quotation": "dc484163cb03", "words": "“Half a bridge is none,”", "type": "person"}','2026-11-28T12:46:23+00:00');
INSERT INTO "correction" VALUES(4,'2026-11-28T12:46:23+00:00','speaker','429cfc5bf46a5f67','{"action": "speaker", "person": "nils-ravn", "name": "Nils Ravn", "article": "429cfc5bf46a5f67", "quotation": "dc484163cb03", "words": "“Half a bridge is none,”", "type": "person"}','');
CREATE TABLE forwarded (id TEXT PRIMARY KEY, person INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO "forwarded" VALUES('tom-rowe',2);
CREATE TABLE mentioned (name TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO "meta" VALUES('version','4');
INSERT INTO "meta" VALUES('archive','1f0c2a7d9e4b4c0f8a6d3b5e7c9f1a2b');
CREATE TABLE person (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        renamed TEXT NOT NULL DEFAULT '',
        type TEXT NOT NULL,
        wikidata TEXT NOT NULL DEFAULT '',
        quotations INTEGER NOT NULL DEFAULT 0,
        articles INTEGER NOT NULL DEFAULT 0,
        profile TEXT NOT NULL
    );
INSERT INTO "person" VALUES(1,'orla-gill','Orla Gill','Orla Gill-Hand','person','',2,2,'{"type":"person","count":2,"names":{"Orla Gill":2},"places":{"farrow":1},"outlets":{"wire":1,"tarn":1},"first":"2022-03-08","last":"2022-03-11"}');
INSERT INTO "person" VALUES(2,'tom-roe','Tom Rowe','','person','',1,1,'{"type":"person","count":2,"names":{"Tom Roe":1,"Tom Rowe":1},"places":{"farrow":1},"outlets":{"wire":1,"tarn":1},"first":"2022-03-08","last":"2022-03-11"}');
INSERT INTO "person" VALUES(5,'nils-ravn','Nils Ravn','','person','',1,1,'');
CREATE TABLE person_key (
        key TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (key, person)
    ) WITHOUT ROWID;
INSERT INTO "person_key" VALUES('p:gill',1);
INSERT INTO "person_key" VALUES('p:gillhand',1);
INSERT INTO "person_key" VALUES('p:hand',1);
INSERT INTO "person_key" VALUES('p:ravn',5);
INSERT INTO "person_key" VALUES('p:roe',2);
INSERT INTO "person_key" VALUES('p:rowe',2);
CREATE TABLE person_name (
        person INTEGER NOT NULL, name TEXT NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY (person, name)
    ) WITHOUT ROWID;
INSERT INTO "person_name" VALUES(1,'Orla Gill',2);
INSERT INTO "person_name" VALUES(2,'Tom Rowe',1);
CREATE TABLE person_word (
        word TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (word, person)
    ) WITHOUT ROWID;
INSERT INTO "person_word" VALUES('gill',1);
INSERT INTO "person_word" VALUES('hand',1);
INSERT INTO "person_word" VALUES('nils',5);
INSERT INTO "person_word" VALUES('orla',1);
INSERT INTO "person_word" VALUES('ravn',5);
INSERT INTO "person_word" VALUES('roe',2);
INSERT INTO "person_word" VALUES('rowe',2);
INSERT INTO "person_word" VALUES('tom',2);
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
INSERT INTO "quotation" VALUES(1,'429cfc5bf46a5f67','eb22fb8a8c90','direct','said','“The slip will outlive us all,”','Orla Gill','said','Orla Gill','','',1.0,'{"id": "eb22fb8a8c90", "kind": "direct", "act": "said", "content": [[575, 606]], "source": [[607, 616]], "cue": [[617, 621]], "speaker": {"name": "Orla Gill", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": null, "venue": null, "certainty": 1.0, "about": []}');
INSERT INTO "quotation" VALUES(2,'429cfc5bf46a5f67','dc484163cb03','direct','said','“Half a bridge is none,”','Tom Roe','said','Nils Ravn','','',1.0,'{"id": "dc484163cb03", "kind": "direct", "act": "said", "content": [[624, 648]], "source": [[649, 656]], "cue": [[657, 661]], "speaker": {"name": "Nils Ravn", "type": "person", "certainty": 1.0, "basis": "corrected on 2026-11-28"}, "said": null, "venue": null, "certainty": 1.0, "about": []}');
INSERT INTO "quotation" VALUES(3,'bc4b079e9a36cdd0','c5ec3e735446','direct','said','“Mend the wall,”','Orla Gill','said','Orla Gill','2022-03-10','',1.0,'{"id": "c5ec3e735446", "kind": "direct", "act": "said", "content": [[36, 52]], "source": [[53, 62]], "cue": [[63, 67]], "speaker": {"name": "Orla Gill", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": {"value": "2022-03-10", "basis": [], "how": "stated"}, "venue": null, "certainty": 1.0, "about": []}');
INSERT INTO "quotation" VALUES(4,'bc4b079e9a36cdd0','f19cf7e5513d','direct','said','“No lights,”','Tom Rowe','said','Tom Rowe','','',1.0,'{"id": "f19cf7e5513d", "kind": "direct", "act": "said", "content": [[70, 82]], "source": [[83, 91]], "cue": [[92, 96]], "speaker": {"name": "Tom Rowe", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": null, "venue": null, "certainty": 1.0, "about": []}');
CREATE TABLE quoted (
        person INTEGER NOT NULL REFERENCES person (number),
        quotation INTEGER NOT NULL,
        said INTEGER NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (quotation, person)
    ) WITHOUT ROWID;
INSERT INTO "quoted" VALUES(1,1,1,0);
INSERT INTO "quoted" VALUES(5,2,1,0);
INSERT INTO "quoted" VALUES(1,3,1,0);
INSERT INTO "quoted" VALUES(2,4,1,0);
CREATE TABLE rejected (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL,
    record TEXT NOT NULL,
    reason TEXT NOT NULL,
    url TEXT NOT NULL,
    UNIQUE (file, record, reason, url)
);
INSERT INTO "rejected" VALUES(1,'made.warc.gz','offset 7','no text','https://courier.example/none');
CREATE TABLE settled (
        article TEXT NOT NULL,
        name TEXT NOT NULL,
        person TEXT NOT NULL,
        certainty REAL NOT NULL,
        basis TEXT NOT NULL,
        others TEXT NOT NULL,
        PRIMARY KEY (article, name)
    ) WITHOUT ROWID;
INSERT INTO "settled" VALUES('429cfc5bf46a5f67','Orla Gill','orla-gill',1.0,'no one known by such a name','[]');
INSERT INTO "settled" VALUES('429cfc5bf46a5f67','Tom Roe','tom-roe',1.0,'no one known by such a name','[]');
INSERT INTO "settled" VALUES('bc4b079e9a36cdd0','Orla Gill','orla-gill',0.825,'same name','[]');
INSERT INTO "settled" VALUES('bc4b079e9a36cdd0','Tom Rowe','tom-rowe',1.0,'no one known by such a name','[]');
CREATE TABLE sign (hash INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (hash, article))
       WITHOUT ROWID;
INSERT INTO "sign" VALUES(414358782297376728,1);
INSERT INTO "sign" VALUES(414358782297376728,2);
INSERT INTO "sign" VALUES(4974367106592994472,1);
INSERT INTO "sign" VALUES(7422510661998618656,1);
INSERT INTO "sign" VALUES(7422510661998618656,2);
INSERT INTO "sign" VALUES(8077110291562778856,1);
INSERT INTO "sign" VALUES(8077110291562778856,2);
INSERT INTO "sign" VALUES(8446562710472155112,1);
INSERT INTO "sign" VALUES(8446562710472155112,2);
CREATE INDEX capture_payload ON capture (payload) WHERE payload <> '';
CREATE INDEX quotation_article ON quotation (article);
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
CREATE INDEX article_story ON article (story);
CREATE INDEX person_quotations ON person (type, quotations DESC, id);
CREATE INDEX person_shown
       ON person (CASE WHEN renamed <> '' THEN renamed ELSE name END, type);
CREATE INDEX person_gone ON person (number) WHERE articles = 0;
CREATE INDEX settled_person ON settled (person);
CREATE INDEX appearance_person ON appearance (person, day);
CREATE INDEX quoted_person ON quoted (person);
CREATE INDEX correction_article ON correction (article) WHERE article <> '';
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('capture',4);
INSERT INTO "sqlite_sequence" VALUES('change',15);
INSERT INTO "sqlite_sequence" VALUES('article',7);
INSERT INTO "sqlite_sequence" VALUES('quotation',4);
INSERT INTO "sqlite_sequence" VALUES('person',5);
INSERT INTO "sqlite_sequence" VALUES('rejected',1);
INSERT INTO "sqlite_sequence" VALUES('correction',4);
COMMIT;
