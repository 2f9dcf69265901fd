"""Offsets of time zones."""

from __future__ import annotations

import pytest

from onrecord.dates.zones import offset_of


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("Z", "Z"),
        ("gmt", "Z"),
        ("EST", "-05:00"),
        ("BST", "+01:00"),
        ("CET", "+01:00"),
        ("CEST", "+02:00"),
        ("SAST", "+02:00"),
        ("JST", "+09:00"),
        ("-0500", "-05:00"),
        ("+05:30", "+05:30"),
        ("+01", "+01:00"),
        ("+99:00", ""),
        ("+01:75", ""),
        ("ET", ""),
        ("IST", ""),
        ("", ""),
    ],
)
def test_offset(zone: str, offset: str) -> None:
    assert offset_of(zone) == offset
