"""The state of a page is its URL: it survives the round trip, and every chip has a link that removes it."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from onrecord.api import SearchParameters, search_parameters
from onrecord.archive.query.grammar import parse
from onrecord.archive.query.tree import Field, both
from onrecord.archive.requests import Copies, Sort
from onrecord.web.search_url import State, read_state

FIELDS = st.builds(
    Field, st.sampled_from(["speaker", "outlet"]), st.from_regex(r"[a-zé\"\\:&=+#% ]*[a-z]", fullmatch=True)
)
DATES = st.builds(
    Field, st.just("published"), st.sampled_from(["2021", "2021-02", "2021-02-21", "2021-01/2021-03", "none"])
)
BOXES = st.sampled_from(["", "grief", '"due date"', "grief OR loss", "-photos", '"a b"~3 (x OR -y)'])


def back(state: State) -> State:
    """The state parsed from the URL of a state."""
    url = urlsplit(state.href())
    return read_state(url.path, search_parameters(parse_qsl(url.query), lenient=True))


def asked(path: str, *queries: str) -> State:
    return read_state(path, SearchParameters(q=queries))


def clean(field: Field) -> Field:
    return Field(field.name, " ".join(field.value.split()))


@given(
    fields=st.lists(FIELDS.map(clean) | DATES, max_size=4, unique=True),
    box=BOXES,
    sort=st.sampled_from(Sort),
    copies=st.sampled_from(Copies),
)
def test_a_state_survives_its_url(fields: list[Field], box: str, sort: Sort, copies: Copies) -> None:
    state = State(path="/quotes", box=box, fields=tuple(fields), sort=sort, copies=copies)
    assert back(state) == state
    assert back(state).node == both(parse(box), *fields)


@given(fields=st.lists(FIELDS.map(clean) | DATES, min_size=1, max_size=4, unique=True), box=BOXES)
def test_a_chip_links_to_the_page_without_it(fields: list[Field], box: str) -> None:
    state = State(path="/quotes", box=box, fields=tuple(fields))
    for chip, gone in zip(state.chips, fields, strict=True):
        assert chip.remove == state.without(gone).href()
        assert back(state.without(gone)).fields == tuple(field for field in fields if field != gone)


def test_folded_copies_are_a_chip_that_links_to_all() -> None:
    state = read_state("/articles", SearchParameters(q=("outlet:Tarn",), copies=Copies.FOLDED))
    assert [chip.label for chip in state.chips] == ["outlet Tarn", "copies folded"]
    assert state.chips[0].remove == "/articles?copies=folded"
    assert state.chips[1].remove == "/articles?q=outlet:Tarn"


def test_filters_typed_in_the_box_become_chips() -> None:
    typed = asked("/quotes", 'grief published:2021-02-21 speaker:"Mara Velden"')
    added = asked("/quotes", "grief", "published:2021-02-21", 'speaker:"Mara Velden"')
    assert typed == added
    assert typed.box == "grief"
    assert [chip.label for chip in typed.chips] == ["date 2021-02-21", "speaker Mara Velden"]


def test_filters_below_the_top_stay_in_the_box() -> None:
    state = asked("/quotes", "published:2021 OR speaker:Calder", "-outlet:x")
    assert state.fields == ()
    assert state.box == "(published:2021 OR speaker:Calder) -outlet:x"


def test_a_narrower_date_replaces_the_wider_one() -> None:
    state = asked("/quotes", "published:2021", "speaker:Calder").narrowed("published", "2021-02")
    assert [chip.label for chip in state.chips] == ["speaker Calder", "date 2021-02"]


def test_an_invalid_query_stays_as_typed_and_the_chips_stay() -> None:
    state = asked("/quotes", "kind:direct", "grief (photos")
    assert state.problem is not None
    assert state.box[state.problem.position] == "("
    assert [chip.label for chip in state.chips] == ["kind direct"]
    assert state.box == "grief (photos"


def test_an_unknown_order_means_the_default() -> None:
    found = search_parameters([("sort", "loudest"), ("copies", "burned")], lenient=True)
    assert (found.sort, found.copies) == (Sort.NEWEST, Copies.ALL)
