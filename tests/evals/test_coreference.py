"""The evaluation of coreference, on an invented document in GUM's format."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from evals import coreference, gum

WORDS = """\
# newdoc id = ours
# newpar
# text = Jane Doe's bridge opened.
1	Jane	Jane	PROPN	NNP	_	0	root	_	Entity=(1-place-n-n-c-4-coref(2-person-n-n-c-1,2-coref-J_%28x%29
2-3	Doe's	_	_	_	_	_	_	_	_
2	Doe	Doe	PROPN	NNP	_	1	flat	_	Entity=2)
3	's	's	PART	POS	_	1	case	_	_
4	bridge	bridge	NOUN	NN	_	0	root	_	Entity=1)
5	opened	open	VERB	VBD	_	0	root	_	SpaceAfter=No
5.1	open	open	VERB	VBD	_	_	_	_	_
6	.	.	PUNCT	.	_	0	punct	_	_

# newpar
# text = She praised it.
1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(2-person-giv:act-nnnnn-cf1-1-ana)
2	praised	praise	VERB	VBD	_	0	root	_	_
3	it	it	PRON	PRP	_	2	obj	_	Entity=(1-place-giv:act-nnnnn-cf2-1-ana)|SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ours.conllu"
    path.write_text(WORDS, "utf-8")
    return path


def test_a_document_has_its_text_and_its_mentions(file: Path) -> None:
    (document,) = gum.documents(file)
    assert document.text == "Jane Doe's bridge opened.\n\nShe praised it. "
    told = [(document.text[slice(*one.span)], one.entity, one.type, one.form) for one in document.mentions]
    assert told == [
        ("Jane Doe", "2", "person", "name"),
        ("Jane Doe's bridge", "1", "place", "nominal"),
        ("She", "2", "person", "pronoun"),
        ("it", "1", "place", "pronoun"),
    ]
    assert document.text[slice(*document.mentions[1].head)] == "bridge"


def test_names_pronouns_and_roles_make_an_entity() -> None:
    text = "Mayor Jane Doe opened the bridge. She waved. The mayor laughed. It stood."
    (spans,) = coreference.entities(text)
    assert sorted(text[slice(*span)] for span in spans) == ["Jane Doe", "She", "The mayor"]


def test_a_mention_is_found_by_its_head_or_exactly() -> None:
    gold = [
        gum.Mention((0, 17), (4, 12), "1", "person", "name"),
        gum.Mention((20, 23), (20, 23), "1", "person", "pronoun"),
    ]
    said: list[set[gum.Span]] = [{(4, 12), (20, 23)}, {(13, 17)}]
    assert coreference.aligned(gold, said, exact=False) == [{0, 1}, {(13, 17)}]
    assert coreference.aligned(gold, said, exact=True) == [{(4, 12), 1}, {(13, 17)}]


def test_the_figures_of_the_document(file: Path) -> None:
    found = coreference.measure(file)
    assert found["persons and organisations"] == {
        "mentions": 100.0,
        "MUC": 100.0,
        "B-cubed": 100.0,
        "CEAF-e": 100.0,
        "CoNLL": 100.0,
    }
    assert found["all gold mentions"]["mentions"] == round(200 * 2 / (4 + 2), 1)


def test_without_the_corpus_it_says_so(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "evals.coreference", "--file", str(tmp_path / "none")]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told.startswith("skipped: not there: ")
