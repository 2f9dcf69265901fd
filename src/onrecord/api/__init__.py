"""In which shape do answers leave the house? JSON shapes, made once, for the command line and the web."""

from onrecord.api.shapes import (
    answer_json,
    article_hit_json,
    checkup_json,
    counts_json,
    quotation_hit_json,
    rejected_json,
    stored_json,
)
from onrecord.api.venues import placed

__all__ = [
    "answer_json",
    "article_hit_json",
    "checkup_json",
    "counts_json",
    "placed",
    "quotation_hit_json",
    "rejected_json",
    "stored_json",
]
