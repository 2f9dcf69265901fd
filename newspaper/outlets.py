"""The three outlets: names, addresses, quotation marks, and where their pages are stored."""

from __future__ import annotations

from dataclasses import dataclass

from newspaper.newsfile import Item

STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class Outlet:
    """One of the three newspapers; `keeps` is the file or folder of package data with its pages."""

    name: str
    site: str
    place: str
    keeps: str

    def file(self, item: Item) -> str:
        """Return the path of an article below the package data."""
        return f"{self.keeps}/{item.get('url').rpartition('/')[2]}.html" if self.keeps == "courier" else self.keeps


OUTLETS = {
    "courier": Outlet("The Verity Courier", "https://veritycourier.example", "Port Verity", "courier"),
    "gazette": Outlet("Harrow Falls Gazette", "https://harrowfallsgazette.example", "Harrow Falls", "gazette.warc.gz"),
    "ledger": Outlet("The Merrin Ledger", "https://merrinledger.example", "Kestrel Point", "ledger.xml"),
}


def url_of(item: Item) -> str:
    """Return the address of an article."""
    return OUTLETS[item.outlet].site + item.get("url")


def straighten(text: str) -> str:
    """Return the text with straight quotation marks, one for one, so that offsets stay."""
    return text.translate(STRAIGHT)


def written(item: Item, text: str) -> str:
    """Return `text` with its outlet's quotation marks: the Gazette uses straight ones, except in German."""
    return straighten(text) if item.outlet == "gazette" and not item.get("language") else text
