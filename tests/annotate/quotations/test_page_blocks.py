"""Posts as quotations: they keep their own date, from which their words count, and replace quotations found in them."""

from __future__ import annotations

from onrecord.annotate import annotate
from onrecord.model import Act, Article, Block, Dated, Doubt, DoubtKind, Evidence, Precision, Record, Role, Said
from onrecord.spans import text_of

POST = "The ferry sails today, and nobody pays."
SOURCE = "Ines Calder (@inescalder) March 5, 2022"
TEXT = f"The harbour board met on Monday.\n\n{POST}\n\n— {SOURCE}\n\nThe slip is closed."
BEGIN, NAMED = TEXT.index(POST), TEXT.index(SOURCE)


def record(*, dated: bool = True, language: str = "en", doubts: tuple[Doubt, ...] = (), captured: str = "") -> Record:
    block = Block(
        span=(BEGIN, NAMED + len(SOURCE)),
        role=Role.POST,
        words=(BEGIN, BEGIN + len(POST)),
        source=(NAMED, NAMED + len("Ines Calder (@inescalder)")),
        name="Ines Calder",
        handle="@inescalder",
        network="Twitter",
        date=Dated("2022-03-05", Precision.DAY, "the post's address") if dated else None,
    )
    article = Article(
        id="a1",
        url="",
        outlet="",
        title="",
        text=TEXT,
        language=language,
        published=Dated("2022-03-08", Precision.DAY, "meta date"),
        captured=Dated(captured, Precision.DAY, "WARC-Date") if captured else None,
        blocks=(block,),
        doubts=doubts,
    )
    return annotate(article, Evidence("x", 0, "sha256:00"))


def test_a_post_is_one_quotation_of_its_own_day() -> None:
    (quotation,) = [one for one in record().quotations if POST in text_of(TEXT, one.content)]
    assert (quotation.act, quotation.venue) == (Act.SAID, "Twitter")
    assert quotation.said == Said("2022-03-05", (), "post")


def test_a_day_named_in_a_post_counts_from_its_own() -> None:
    times = {TEXT[slice(*time.span)]: time.value for time in record().times}
    assert times["today"] == "2022-03-05"
    assert times["Monday"] == "2022-03-07"


def test_a_post_without_a_date_of_its_own_has_its_stamps() -> None:
    (quotation,) = [one for one in record(dated=False).quotations if POST in text_of(TEXT, one.content)]
    assert quotation.said is not None
    assert (quotation.said.value, quotation.said.how) == ("2022-03-05", "post")


def test_a_post_in_an_article_that_is_not_read_has_its_day() -> None:
    (quotation,) = record(language="de").quotations
    assert quotation.id
    assert quotation.said == Said("2022-03-05", (), "post")


def test_a_contradiction_between_dates_is_reported_once() -> None:
    known = Doubt(DoubtKind.FUTURE, "published after the capture")
    assert record(captured="2022-03-01", doubts=(known,)).article.doubts == (known,)
    (found,) = record(captured="2022-03-01").article.doubts
    assert (found.kind, found.about) == (DoubtKind.FUTURE, "published")
