BEGIN TRANSACTION;
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
    quotations INTEGER NOT NULL,
    captures INTEGER NOT NULL,
    newest INTEGER NOT NULL REFERENCES capture (number),
    text TEXT NOT NULL
);
INSERT INTO "article" VALUES(1,'429cfc5bf46a5f67','https://courier.example/slip','Wire','Slip opens','["Mara Quill"]','en','2022-03-08','day','test',NULL,NULL,NULL,'2022-03-08T10:00:00Z','second','test','Farrow',2,1,1,'The old slip at Farrow opened again on Tuesday after two winters of storms, with a new winch, a longer ramp and a shed for nets. The harbour board had voted for the work by one voice in spring, and the county paid half of what it cost. Ferries will call there twice a day until the end of summer, then once, unless the tide table says otherwise. Boats of more than nine metres still have to land at the north quay, where the crane was mended last month. The board meets again in June to talk about lights along the ramp, which fishers have asked for since the first winter.

“The slip will outlive us all,” Orla Gill said.

“Half a bridge is none,” Tom Roe said.');
INSERT INTO "article" VALUES(2,'eb6003c7993aea18','https://courier.example/slip-again','Gull','Ferry news','["Mara Quill"]','en','2022-03-09','day','test',NULL,NULL,NULL,'2022-03-09T10:00:00Z','second','test','',0,1,2,'The old slip at Farrow opened again on Tuesday after two winters of storms, with a new winch, a longer ramp and a shed for nets. The harbour board had voted for the work by one voice in spring, and the county paid half of what it cost. Ferries will call there twice a day until the end of summer, then once, unless the tide table says otherwise. Boats of more than nine metres still have to land at the north quay, where the crane was mended last month. The board meets again in June to talk about lights along the ramp, which fishers have asked for since the first winter.');
INSERT INTO "article" VALUES(3,'bc4b079e9a36cdd0','https://courier.example/wall','Tarn','Wall falls','["Mara Quill"]','en','2022-03-11','day','test',NULL,NULL,NULL,'2022-03-12T10:00:00Z','second','test','',2,2,4,'The wall stood. It fell on Friday.

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
INSERT INTO "capture" VALUES(1,'429cfc5bf46a5f67','2022-03-08T10:00:00Z','2022-03-08T10:00:00.000000','https://courier.example/slip','','made.warc.gz',0,'sha256:7afef56a263985777c43e664ee5052fa87156a9da41accba830a278442158e38','{"id": "429cfc5bf46a5f67", "url": "https://courier.example/slip", "outlet": "Wire", "title": "Slip opens", "authors": ["Mara Quill"], "language": "en", "published": {"value": "2022-03-08", "precision": "day", "basis": "test"}, "modified": null, "captured": {"value": "2022-03-08T10:00:00Z", "precision": "second", "basis": "test"}, "dateline": {"place": "Farrow", "span": [0, 0]}, "text": "The old slip at Farrow opened again on Tuesday after two winters of storms, with a new winch, a longer ramp and a shed for nets. The harbour board had voted for the work by one voice in spring, and the county paid half of what it cost. Ferries will call there twice a day until the end of summer, then once, unless the tide table says otherwise. Boats of more than nine metres still have to land at the north quay, where the crane was mended last month. The board meets again in June to talk about lights along the ramp, which fishers have asked for since the first winter.\n\n“The slip will outlive us all,” Orla Gill said.\n\n“Half a bridge is none,” Tom Roe said.", "quotations": [{"id": "eb22fb8a8c90", "kind": "direct", "act": "said", "content": [[575, 606]], "source": [[607, 616]], "cue": [[617, 621]], "speaker": {"name": "Orla Gill", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": null, "venue": null, "certainty": 1.0}, {"id": "dc484163cb03", "kind": "direct", "act": "said", "content": [[624, 648]], "source": [[649, 656]], "cue": [[657, 661]], "speaker": {"name": "Tom Roe", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": null, "venue": null, "certainty": 1.0}], "times": [], "people": [], "evidence": {"file": "made.warc.gz", "offset": 0, "digest": "sha256:7afef56a263985777c43e664ee5052fa87156a9da41accba830a278442158e38"}}');
INSERT INTO "capture" VALUES(2,'eb6003c7993aea18','2022-03-09T10:00:00Z','2022-03-09T10:00:00.000000','https://courier.example/slip-again','','made.warc.gz',0,'sha256:f48c982ccfd137c043216190ac7991451efdd7e05f9f4d7256e4ecb2bac1dd11','{"id": "eb6003c7993aea18", "url": "https://courier.example/slip-again", "outlet": "Gull", "title": "Ferry news", "authors": ["Mara Quill"], "language": "en", "published": {"value": "2022-03-09", "precision": "day", "basis": "test"}, "modified": null, "captured": {"value": "2022-03-09T10:00:00Z", "precision": "second", "basis": "test"}, "dateline": null, "text": "The old slip at Farrow opened again on Tuesday after two winters of storms, with a new winch, a longer ramp and a shed for nets. The harbour board had voted for the work by one voice in spring, and the county paid half of what it cost. Ferries will call there twice a day until the end of summer, then once, unless the tide table says otherwise. Boats of more than nine metres still have to land at the north quay, where the crane was mended last month. The board meets again in June to talk about lights along the ramp, which fishers have asked for since the first winter.", "quotations": [], "times": [], "people": [], "evidence": {"file": "made.warc.gz", "offset": 0, "digest": "sha256:f48c982ccfd137c043216190ac7991451efdd7e05f9f4d7256e4ecb2bac1dd11"}}');
INSERT INTO "capture" VALUES(3,'bc4b079e9a36cdd0','2022-03-11T10:00:00Z','2022-03-11T10:00:00.000000','https://courier.example/wall','','made.warc.gz',0,'sha256:cf398e7c3932f7c085ba7c7e06577f08a7fab7d0aeb6d53643e77cf56b1fcc80','{"id": "bc4b079e9a36cdd0", "url": "https://courier.example/wall", "outlet": "Tarn", "title": "Wall", "authors": ["Mara Quill"], "language": "en", "published": {"value": "2022-03-11", "precision": "day", "basis": "test"}, "modified": null, "captured": {"value": "2022-03-11T10:00:00Z", "precision": "second", "basis": "test"}, "dateline": null, "text": "The wall stood. It stood for years.\n\n“Mend the wall,” Orla Gill said.\n\n“No lights,” Tom Rowe said.", "quotations": [{"id": "c5ec3e735446", "kind": "direct", "act": "said", "content": [[37, 53]], "source": [[54, 63]], "cue": [[64, 68]], "speaker": {"name": "Orla Gill", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": {"value": "2022-03-10", "basis": [], "how": "stated"}, "venue": null, "certainty": 1.0}, {"id": "f19cf7e5513d", "kind": "direct", "act": "said", "content": [[71, 83]], "source": [[84, 92]], "cue": [[93, 97]], "speaker": {"name": "Tom Rowe", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": null, "venue": null, "certainty": 1.0}], "times": [], "people": [], "evidence": {"file": "made.warc.gz", "offset": 0, "digest": "sha256:cf398e7c3932f7c085ba7c7e06577f08a7fab7d0aeb6d53643e77cf56b1fcc80"}}');
INSERT INTO "capture" VALUES(4,'bc4b079e9a36cdd0','2022-03-12T10:00:00Z','2022-03-12T10:00:00.000000','https://courier.example/wall','','made.warc.gz',0,'sha256:c00c7f948f29e1d1538b4153eae932c7d5d2f4fe8997b28e0c9d3058f12a107b','{"id": "bc4b079e9a36cdd0", "url": "https://courier.example/wall", "outlet": "Tarn", "title": "Wall falls", "authors": ["Mara Quill"], "language": "en", "published": {"value": "2022-03-11", "precision": "day", "basis": "test"}, "modified": null, "captured": {"value": "2022-03-12T10:00:00Z", "precision": "second", "basis": "test"}, "dateline": null, "text": "The wall stood. It fell on Friday.\n\n“Mend the wall,” Orla Gill said.\n\n“No lights,” Tom Rowe said.", "quotations": [{"id": "c5ec3e735446", "kind": "direct", "act": "said", "content": [[36, 52]], "source": [[53, 62]], "cue": [[63, 67]], "speaker": {"name": "Orla Gill", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": {"value": "2022-03-10", "basis": [], "how": "stated"}, "venue": null, "certainty": 1.0}, {"id": "f19cf7e5513d", "kind": "direct", "act": "said", "content": [[70, 82]], "source": [[83, 91]], "cue": [[92, 96]], "speaker": {"name": "Tom Rowe", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": null, "venue": null, "certainty": 1.0}], "times": [], "people": [], "evidence": {"file": "made.warc.gz", "offset": 0, "digest": "sha256:c00c7f948f29e1d1538b4153eae932c7d5d2f4fe8997b28e0c9d3058f12a107b"}}');
CREATE TABLE change (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE);
INSERT INTO "change" VALUES(1,'429cfc5bf46a5f67');
INSERT INTO "change" VALUES(2,'eb6003c7993aea18');
INSERT INTO "change" VALUES(4,'bc4b079e9a36cdd0');
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO "meta" VALUES('version','2');
INSERT INTO "meta" VALUES('archive','1f0c2a7d9e4b4c0f8a6d3b5e7c9f1a2b');
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
INSERT INTO "quotation" VALUES(1,'429cfc5bf46a5f67','eb22fb8a8c90','direct','said','“The slip will outlive us all,”','Orla Gill','said','Orla Gill','','',1.0,'{"id": "eb22fb8a8c90", "kind": "direct", "act": "said", "content": [[575, 606]], "source": [[607, 616]], "cue": [[617, 621]], "speaker": {"name": "Orla Gill", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": null, "venue": null, "certainty": 1.0}');
INSERT INTO "quotation" VALUES(2,'429cfc5bf46a5f67','dc484163cb03','direct','said','“Half a bridge is none,”','Tom Roe','said','Tom Roe','','',1.0,'{"id": "dc484163cb03", "kind": "direct", "act": "said", "content": [[624, 648]], "source": [[649, 656]], "cue": [[657, 661]], "speaker": {"name": "Tom Roe", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": null, "venue": null, "certainty": 1.0}');
INSERT INTO "quotation" VALUES(3,'bc4b079e9a36cdd0','c5ec3e735446','direct','said','“Mend the wall,”','Orla Gill','said','Orla Gill','2022-03-10','',1.0,'{"id": "c5ec3e735446", "kind": "direct", "act": "said", "content": [[36, 52]], "source": [[53, 62]], "cue": [[63, 67]], "speaker": {"name": "Orla Gill", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": {"value": "2022-03-10", "basis": [], "how": "stated"}, "venue": null, "certainty": 1.0}');
INSERT INTO "quotation" VALUES(4,'bc4b079e9a36cdd0','f19cf7e5513d','direct','said','“No lights,”','Tom Rowe','said','Tom Rowe','','',1.0,'{"id": "f19cf7e5513d", "kind": "direct", "act": "said", "content": [[70, 82]], "source": [[83, 91]], "cue": [[92, 96]], "speaker": {"name": "Tom Rowe", "type": "person", "certainty": 0.9, "basis": "named here"}, "said": null, "venue": null, "certainty": 1.0}');
CREATE TABLE rejected (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL,
    record TEXT NOT NULL,
    reason TEXT NOT NULL,
    url TEXT NOT NULL,
    UNIQUE (file, record, reason, url)
);
INSERT INTO "rejected" VALUES(1,'made.warc.gz','offset 7','no text','https://courier.example/none');
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('capture',4);
INSERT INTO "sqlite_sequence" VALUES('change',4);
INSERT INTO "sqlite_sequence" VALUES('article',4);
INSERT INTO "sqlite_sequence" VALUES('quotation',4);
INSERT INTO "sqlite_sequence" VALUES('rejected',1);
COMMIT;
