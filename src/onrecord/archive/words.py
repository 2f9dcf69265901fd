"""Words as every search compares them: case and accents aside, and unstemmed, since a quotation is found by its words.

The tokenizer is tantivy's, used here as a library of its own: whatever is looked up in SQLite or highlighted in a text
must be split exactly as the index splits it.
"""

from __future__ import annotations

from unicodedata import normalize

import tantivy


def analyzer() -> tantivy.TextAnalyzer:
    """Return the tokenizer; it expects `composed` text."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold()).build()


_ANALYZER = analyzer()


def words_of(text: str) -> list[str]:
    """Return the words of a text, in order."""
    return list(_ANALYZER.analyze(composed(text)))


def composed(text: str) -> str:
    """Return the text in Unicode's composed form (NFC); the tokenizer would split a word at a combining accent."""
    return normalize("NFC", text)
