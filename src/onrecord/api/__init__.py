"""Which parameters do requests have, and what does JSON look like? The types, for the command line and the web."""

from onrecord.api.answers import (
    answer,
    article_file,
    checkup,
    corrections,
    person_file,
    quotation_hit,
    shown_correction,
    unchanged,
)
from onrecord.api.outcomes import AddOutcome, FetchOutcome, ImportOutcome, LinkOutcome
from onrecord.api.parameters import PeopleParameters, PeopleType, SearchParameters, people_parameters, search_parameters
from onrecord.api.problems import Problem, http_problem, problem
from onrecord.api.schemas import schemas
from onrecord.api.venues import placed

__all__ = [
    "AddOutcome",
    "FetchOutcome",
    "ImportOutcome",
    "LinkOutcome",
    "PeopleParameters",
    "PeopleType",
    "Problem",
    "SearchParameters",
    "answer",
    "article_file",
    "checkup",
    "corrections",
    "http_problem",
    "people_parameters",
    "person_file",
    "placed",
    "problem",
    "quotation_hit",
    "schemas",
    "search_parameters",
    "shown_correction",
    "unchanged",
]
