"""What passes between the stages? Frozen values, and the exception tree (`errors`)."""

from onrecord.model.article import Article, Block, Caption, Dateline, Flag, Role, article_id
from onrecord.model.dated import Candidate, Dated, Doubt, DoubtKind, Precision
from onrecord.model.evidence import Evidence
from onrecord.model.page import Given, Page, Rejected, Revisit
from onrecord.model.quotation import NETWORKS, Act, Kind, Quotation, Said, Speaker, SpeakerType, quotation_id
from onrecord.model.record import Json, Person, Reader, Record, Time
from onrecord.model.span import Span

__all__ = [
    "NETWORKS",
    "Act",
    "Article",
    "Block",
    "Candidate",
    "Caption",
    "Dated",
    "Dateline",
    "Doubt",
    "DoubtKind",
    "Evidence",
    "Flag",
    "Given",
    "Json",
    "Kind",
    "Page",
    "Person",
    "Precision",
    "Quotation",
    "Reader",
    "Record",
    "Rejected",
    "Revisit",
    "Role",
    "Said",
    "Span",
    "Speaker",
    "SpeakerType",
    "Time",
    "article_id",
    "quotation_id",
]
