"""Parameters of requests: what a URL may say, and what is said about what it may not."""

from __future__ import annotations

import pytest

from onrecord.api import PeopleParameters, SearchParameters, people_parameters, search_parameters
from onrecord.archive import Copies, Level, PeopleSort, Sort, parse
from onrecord.model import SpeakerType
from onrecord.model.errors import ParameterError, QueryError


def test_a_search_has_its_defaults_where_the_url_says_nothing() -> None:
    assert search_parameters([("utm_source", "x"), ("sort", "")]) == SearchParameters()
    assert people_parameters([]) == PeopleParameters()


def test_every_parameter_of_a_search_reaches_the_request() -> None:
    pairs = [("q", "a"), ("q", "b OR c"), ("sort", "oldest"), ("copies", "folded"), ("step", "day"), ("size", "7")]
    request = search_parameters([*pairs, ("after", "x")]).request()
    assert request.query == parse("a (b OR c)")
    assert (request.sort, request.copies, request.level) == (Sort.OLDEST, Copies.FOLDED, Level.DAY)
    assert (request.size, request.after) == (7, "x")


def test_every_parameter_of_people_reaches_the_request() -> None:
    request = people_parameters([("q", " ruiz "), ("type", "org"), ("sort", "name"), ("size", "7")]).request()
    assert (request.text, request.type, request.sort, request.size) == ("ruiz", SpeakerType.ORG, PeopleSort.NAME, 7)
    assert people_parameters([("type", "all")]).request().type is None


@pytest.mark.parametrize(
    ("name", "value"), [("size", "0"), ("size", "1001"), ("size", "many"), ("sort", "loudest"), ("step", "week")]
)
def test_a_wrong_value_is_named_or_for_pages_ignored(name: str, value: str) -> None:
    with pytest.raises(ParameterError) as wrong:
        search_parameters([("q", "a"), (name, value)])
    assert wrong.value.parameter == name
    assert search_parameters([("q", "a"), (name, value)], lenient=True) == SearchParameters(q=("a",))


@pytest.mark.parametrize("lenient", [False, True])
def test_queries_and_names_that_are_too_long_are_refused(lenient: bool) -> None:
    with pytest.raises(ParameterError, match="longer than 2,000"):
        search_parameters([("q", "a" * 1_500), ("q", "b" * 501)], lenient=lenient)
    with pytest.raises(ParameterError, match="at most 200 characters"):
        people_parameters([("q", "a" * 201)], lenient=lenient)


def test_a_query_that_cannot_be_parsed_says_where() -> None:
    with pytest.raises(QueryError) as wrong:
        search_parameters([("q", "grief (")]).request()
    assert wrong.value.position == 7
