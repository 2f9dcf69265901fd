"""Query language: the tree of a query, and the error messages for text that is not one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.archive import And, Everything, Field, Node, Not, Or, Words, both, conjuncts, either, parse, write
from onrecord.archive.query.tree import FIELDS
from onrecord.model.errors import QueryError

A, B, C = Words("a"), Words("b"), Words("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", Everything()),
        ("  \n ", Everything()),
        ("a", A),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a OR b", Or((A, B))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("((a)) (b c)", And((A, B, C))),
        ("a -b", And((A, Not(B)))),
        ("NOT a", Not(A)),
        ("-(a b)", Not(And((A, B)))),
        ("cease-fire", Words("cease-fire")),
        ('"sea  wall"', Words("sea wall")),
        ('"a b"~5', Words("a b", 5)),
        ("“sea wall”", Words("sea wall")),
        ("„sea wall“ «quay»", And((Words("sea wall"), Words("quay")))),
        ('"she said “no” twice"', Words("she said “no” twice")),
        ("we’ve", Words("we’ve")),
        ("tides & quays – what next?", And((Words("tides"), Words("quays"), Words("what"), Words("next?")))),
        ('speaker:"Ines Calder"', Field("speaker", "Ines Calder")),
        ("Speaker:“Ines Calder”", Field("speaker", "Ines Calder")),
        ('speaker:"Ada \\"Ace\\" Roe"', Field("speaker", 'Ada "Ace" Roe')),
        ("kind:Direct", Field("kind", "direct")),
        ("published:2021-01/2021-03", Field("published", "2021-01/2021-03")),
        ("captured:../2021 said:None", And((Field("captured", "../2021"), Field("said", "none")))),
        ('outlet:(a OR "b c")', Or((Field("outlet", "a"), Field("outlet", "b c")))),
        ("outlet:(a) -outlet:b", And((Field("outlet", "a"), Not(Field("outlet", "b"))))),
        ('"12:30" "OR"', And((Words("12:30"), Words("OR")))),
        ("a a b", And((A, B))),
    ],
)
def test_a_query_becomes_a_tree(text: str, tree: Node) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("12:30", 0, 'write "12:30"'),
        ("a https://courier.example/x", 2, 'write "https://courier.example/x"'),
        ("publishd:2021", 0, "did you mean published:?"),
        (":", 0, "a colon needs a field before it"),
        (":b", 0, "a colon needs a field before it"),
        ("OR", 0, "OR needs something on both sides"),
        ("a OR", 4, "OR needs something on both sides"),
        ("a OR OR b", 5, "OR needs something on both sides"),
        ("(a OR ) b", 6, "OR needs something on both sides"),
        ("AND a", 0, "AND needs something before it"),
        ("a AND", 5, "AND needs something after it"),
        ("a NOT", 2, "this excludes nothing"),
        ("a -)", 2, "this excludes nothing"),
        ("()", 1, "nothing between these parentheses"),
        ("a (b", 2, "this ( is not closed"),
        ("a)", 1, "this ) closes nothing"),
        (")", 0, "this ) closes nothing"),
        ('a "b', 2, "this quotation mark is not closed"),
        ('speaker:"b', 8, "this quotation mark is not closed"),
        ('"—"', 0, "no word between these quotes"),
        ("? – !", 0, "no word to search for here"),
        ('"a b"~', 5, "~ needs a number up to 100"),
        ('"a b"~101', 5, "~ needs a number up to 100"),
        ("speaker:", 8, "speaker: has no value"),
        ("speaker: b", 8, "speaker: has no value"),
        ("outlet:(a b)", 10, "write OR between the values"),
        ("outlet:(a OR b", 7, "this ( is not closed"),
        ("kind:spoken", 5, "write direct, mixed, indirect"),
        ("published:2021-02-30", 10, "2021-02-30 is no day in the calendar"),
        ("published:2021-13", 10, "2021-13 is no day in the calendar"),
        ("said:yesterday", 5, "“yesterday” is no date; write 2021"),
        ("said:2021/2020", 5, "2021/2020 ends before it begins"),
        ("a" * 10_001, 10_000, "keep it under 10,000"),
        ("(" * 51 + "a" + ")" * 51, 50, "nested more than 50 deep"),
        ("-" * 51 + "a", 50, "nested more than 50 deep"),
        ("a \ud800", 2, "half of a character"),
    ],
)
def test_what_means_nothing_is_refused_with_place_and_advice(text: str, position: int, says: str) -> None:
    with pytest.raises(QueryError) as refused:
        parse(text)
    assert says in refused.value.reason
    assert refused.value.position == position


LETTERS = st.text(st.sampled_from('aé1 "“”«»()\\:-~—ORAND/.'), min_size=1, max_size=12)
PHRASES = LETTERS.map(lambda text: " ".join(text.split())).filter(lambda text: any(char.isalnum() for char in text))
LEAVES: st.SearchStrategy[Node] = st.one_of(
    st.builds(Words, PHRASES, st.sampled_from([0, 0, 1, 100])),
    st.builds(Field, st.sampled_from(["speaker", "outlet", "place", "language", "title"]), PHRASES),
    st.builds(Field, st.just("kind"), st.sampled_from(["direct", "mixed", "indirect"])),
    st.builds(Field, st.sampled_from(["published", "said"]), st.sampled_from(["2021", "2021-02/..", "none"])),
)


def _joined(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(nodes, min_size=1, max_size=4)
    return st.one_of(
        st.builds(Not, nodes), several.map(lambda parts: both(*parts)), several.map(lambda parts: either(*parts))
    )


@given(st.recursive(LEAVES, _joined, max_leaves=12))
def test_what_is_written_reads_back_as_the_same_tree(node: Node) -> None:
    assert parse(write(node)) == node


@given(st.text(st.sampled_from('ab "“”()-:~\\OR AND NOT published speaker 2021/..'), max_size=40))
def test_any_text_gives_a_tree_that_reads_back_or_a_query_error(text: str) -> None:
    node, position = None, 0
    try:
        node = parse(text)
    except QueryError as refused:
        position = refused.position
    assert 0 <= position <= len(text)
    assert node is None or parse(write(node)) == node


def test_the_parts_of_a_query_are_its_chips() -> None:
    query = parse("wall outlet:a published:2021")
    assert conjuncts(query) == (Words("wall"), Field("outlet", "a"), Field("published", "2021"))
    assert conjuncts(Everything()) == ()
    assert both(query, Field("outlet", "a")) == query
    assert both(Everything(), A) == A
    assert set(FIELDS) >= {part.name for part in conjuncts(query) if isinstance(part, Field)}
