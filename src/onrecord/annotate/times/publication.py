"""What a page says of its publication, as far as its time expressions depend on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Publication:
    """The date that relative expressions count from, and where the article was published.

    `date` is an EDTF or ISO 8601 value ("2021-02-20", "2021-02", with or without a time of day), `domain` a host name
    (www.example.co.uk), `locale` a BCP 47 or POSIX tag (en-GB); each is "" if unknown.
    """

    date: str = ""
    domain: str = ""
    locale: str = ""
