"""What an archive answers, as plain JSON values: takes the types of `archive.base`, gives dicts.

Made once and used by `--json` on the command line and by the JSON twin of each web page, so that both say the same.
Spans are `[begin, end]` pairs of offsets, half-open, in code points of the text beside them; absent values are null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import TypeVar

from msgspec import structs

from onrecord.archive.corrections.correction import Correction
from onrecord.archive.requests import Copies
from onrecord.archive.results import (
    Answer,
    ArticleHit,
    Bucket,
    Capture,
    Checkup,
    Counts,
    Facet,
    Named,
    PersonFile,
    PersonHit,
    QuotationHit,
    Snippet,
    Stored,
)
from onrecord.model import Dated, Json, Rejected, Said, Span, Speaker

T = TypeVar("T")


def answer_json(answer: Answer[T], hit_json: Callable[[T], Json], *, copies: Copies = Copies.ALL) -> Json:
    """One page of results: `{"total", "results", "facets", "next"}`; `next` is null on the last page.

    With copies folded, `total` counts each story once, and `unfolded` tells how many there are with all copies.
    """
    return {
        "total": answer.total,
        **({"unfolded": answer.unfolded} if copies is Copies.FOLDED else {}),
        "results": [hit_json(hit) for hit in answer.results],
        "facets": {name: _facet(facet) for name, facet in answer.facets.items()},
        "next": answer.next,
    }


def article_hit_json(hit: ArticleHit) -> Json:
    """An article in a list of results; `quotations`, `captures` and `copies` are counts.

    `story` is the id by which the query `story:ID` finds all copies, the article itself among them.
    """
    return {
        "id": hit.id,
        "url": hit.url,
        "outlet": hit.outlet,
        "title": hit.title,
        "authors": list(hit.authors),
        "language": hit.language,
        "published": _dated(hit.published),
        "captured": _dated(hit.captured),
        "quotations": hit.quotations,
        "captures": hit.captures,
        "story": hit.story,
        "copies": hit.copies,
        "snippet": _snippet(hit.snippet),
    }


def quotation_hit_json(hit: QuotationHit) -> Json:
    """A quotation in a list of results, with the article that it stands in.

    `content`, `source` and `cue` are lists of words as printed, one string a piece: the marks of a direct quotation
    are in its content, and where `kind` is "indirect" the content is a paraphrase, to be shown without marks. `people`
    are those for whom `speaker` stands over all articles, `described` what this article calls them. `story` and
    `copies` are those of the article.
    """
    return {
        "id": hit.id,
        "kind": str(hit.kind),
        "act": str(hit.act),
        "content": list(hit.content),
        "source": list(hit.source),
        "cue": list(hit.cue),
        "speaker": _speaker(hit.speaker),
        "people": [_named(who) for who in hit.people],
        "described": list(hit.described),
        "said": _said(hit.said),
        "venue": hit.venue or None,
        "certainty": hit.certainty,
        "snippet": {**_snippet(hit.snippet), "quoted": _spans(hit.quoted)},
        "article": {
            "id": hit.article,
            "url": hit.url,
            "outlet": hit.outlet,
            "title": hit.title,
            "published": _dated(hit.published),
            "captured": _dated(hit.captured),
        },
        "story": hit.story,
        "copies": hit.copies,
    }


def stored_json(stored: Stored) -> Json:
    """An article as kept: its record (see `Record.to_json`) with readers' corrections, its captures and copies.

    `capture` is the one it was read from, `speaking` are those who speak in it, by the ids of its quotations; each of
    its corrections says which quotation it speaks of (`read`), and the speaker as read.
    """
    return {
        **stored.record.to_json(),
        "capture": _capture(stored.capture),
        "captures": [_capture(capture) for capture in stored.captures],
        "copies": [
            {"id": c.id, "outlet": c.outlet, "title": c.title, "url": c.url, "published": _dated(c.published)}
            for c in stored.copies
        ],
        "speaking": {id: [_named(who) for who in people] for id, people in stored.people.items()},
        "corrections": [
            {**correction_json(one), "read": {"quotation": read.id, "speaker": _speaker(read.speaker)}}
            for one in stored.corrections
            for read in [stored.as_read[one.id]]
        ],
    }


def person_hit_json(hit: PersonHit) -> Json:
    """A person in a list: whoever is quoted under a name. Days are EDTF, null where no article is dated."""
    return {
        "id": hit.id,
        "name": hit.name,
        "label": hit.label,
        "type": str(hit.type),
        "names": list(hit.names),
        "described": {"words": hit.described, "day": hit.described_on or None} if hit.described else None,
        "quotations": hit.quotations,
        "articles": hit.articles,
        "first": hit.first or None,
        "last": hit.last or None,
        "wikidata": hit.wikidata or None,
    }


def person_file_json(file: PersonFile) -> Json:
    """All that is known of a person: the fields of `person_hit_json` and lists; days are EDTF or null."""
    return {
        **person_hit_json(file.person),
        "standings": [
            {"words": one.words, "first": one.first or None, "last": one.last or None, "articles": one.articles}
            for one in file.roles
        ],
        "outlets": [{"value": one.value, "count": one.count} for one in file.outlets],
        "topics": [{"value": one.value, "count": one.count} for one in file.topics],
        "beside": [{**_named(one.person), "articles": one.articles} for one in file.quoted_alongside],
        "gaps": [{"last": gap.last, "next": gap.next, "days": gap.days} for gap in file.gaps],
        "namesakes": [_named(who) for who in file.namesakes],
        "maybe": [_named(who) for who in file.possible_matches],
        "appearances": [
            {
                "article": one.article,
                "title": one.title,
                "outlet": one.outlet,
                "url": one.url,
                "published": one.published or None,
                "name": one.name,
                "described": list(one.described),
                "quotations": one.quotations,
                "certainty": one.certainty,
                "basis": one.basis,
            }
            for one in file.appearances
        ],
        "corrections": [correction_json(correction) for correction in file.corrections],
    }


def correction_json(correction: Correction) -> Json:
    """A correction as it is kept and exported, and what it says in words; `undone` only where it is."""
    return {**correction.to_json(), "sentence": correction.sentence()}


def rejected_json(rejected: Rejected) -> Json:
    """An input that was refused: `{"file", "record", "reason", "url"}`."""
    return structs.asdict(rejected)


def counts_json(counts: Counts) -> Json:
    """How much an archive holds: `{"articles", "captures", "quotations", "rejected"}`."""
    return asdict(counts)


def checkup_json(checkup: Checkup) -> Json:
    """What `doctor` found: its problems in words, how many were mended, and the counts of record and index."""
    return {
        "problems": list(checkup.problems),
        "mended": checkup.mended,
        "counts": counts_json(checkup.counts),
        "indexed": {"articles": checkup.indexed_articles, "quotations": checkup.indexed_quotations},
    }


def _facet(facet: Facet) -> Json:
    return {
        "buckets": _buckets(facet.buckets),
        "more": facet.more,
        "missing": facet.missing,
        "coarser": _buckets(facet.imprecise),
    }


def _buckets(buckets: Iterable[Bucket]) -> list[Json]:
    """Values and counts; a value that is an id has the name as its label."""
    return [
        {"value": bucket.value, "count": bucket.count, **({"label": bucket.label} if bucket.label else {})}
        for bucket in buckets
    ]


def _named(who: Named) -> Json:
    return {"id": who.id, "label": who.label}


def _snippet(snippet: Snippet) -> Json:
    return {"text": snippet.text, "marks": _spans(snippet.highlights), "cut": list(snippet.truncated)}


def _capture(capture: Capture) -> Json:
    return {
        "id": capture.id,
        "captured": _dated(capture.captured),
        "file": capture.file,
        "offset": capture.offset,
        "digest": capture.digest,
        "newest": capture.newest,
    }


def _dated(dated: Dated | None) -> Json | None:
    return {"value": dated.value, "precision": str(dated.precision), "basis": dated.basis} if dated else None


def _speaker(speaker: Speaker | None) -> Json | None:
    if speaker is None:
        return None
    return {
        "name": speaker.name,
        "type": str(speaker.type),
        "certainty": speaker.certainty,
        "basis": speaker.basis,
    }


def _said(said: Said | None) -> Json | None:
    return {"value": said.value, "basis": _spans(said.basis), "how": said.how} if said else None


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [list(span) for span in spans]
