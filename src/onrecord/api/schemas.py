"""JSON Schema (draft 2020-12) of every public type, made from the types themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from onrecord.api import answers, outcomes, parameters
from onrecord.api.problems import Problem
from onrecord.archive.corrections.correction import Correction
from onrecord.archive.results import ArticleHit, PersonHit, Regrouped
from onrecord.model import Json
from onrecord.model.record import WireRecord

PUBLIC: dict[str, Any] = {
    "Record": WireRecord,
    "QuotationAnswer": answers.Answer[answers.QuotationHit],
    "ArticleAnswer": answers.Answer[ArticleHit],
    "PersonAnswer": answers.Answer[PersonHit],
    "QuotationHit": answers.QuotationHit,
    "ArticleHit": ArticleHit,
    "PersonHit": PersonHit,
    "ArticleFile": answers.ArticleFile,
    "PersonFile": answers.PersonFile,
    "Correction": Correction,
    "ShownCorrection": answers.ShownCorrection,
    "Corrections": answers.Corrections,
    "Checkup": answers.Checkup,
    "AddOutcome": outcomes.AddOutcome,
    "FetchOutcome": outcomes.FetchOutcome,
    "LinkOutcome": outcomes.LinkOutcome,
    "ImportOutcome": outcomes.ImportOutcome,
    "Regrouped": Regrouped,
    "Problem": Problem,
    "SearchParameters": parameters.SearchParameters,
    "PeopleParameters": parameters.PeopleParameters,
}
"""The type of each answer, of each input and of the parameters of requests, by its public name."""


def schemas() -> Json:
    """Return `{"$schema", "$defs"}`: a definition for each name in `PUBLIC`, and for each type that those use."""
    roots, parts = msgspec.json.schema_components(PUBLIC.values(), ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {**dict(zip(PUBLIC, roots, strict=True)), **parts},
    }
