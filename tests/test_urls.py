"""Domains, and links at the end of a post."""

from __future__ import annotations

import pytest

from onrecord.urls import domain, without_trailing_links


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.marrowbayledger.example:8080/a", "marrowbayledger.example"),
        ("https://NEWS.example/", "news.example"),
        ("https://[broken/", ""),
        ("a/path", ""),
        ("", ""),
    ],
)
def test_domain(url: str, expected: str) -> None:
    assert domain(url) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The pier reopens. https://t.example/a1 pic.twitter.com/b2", "The pier reopens."),
        ("See https://t.example/a1 for more", "See https://t.example/a1 for more"),
        ("https://t.example/a1", "https://t.example/a1"),
    ],
)
def test_links_at_the_end_of_a_post_are_no_words_of_it(words: str, expected: str) -> None:
    assert without_trailing_links(words) == expected
