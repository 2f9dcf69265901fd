"""Date values of a query: any EDTF value, or `none` for no date."""

from __future__ import annotations

from onrecord.dates.edtf import Days, days_of

NONE = "none"
HINT = (
    "write 2021, 2021-02, 2021-02-20, an interval like 2021-01/2021-03, ../2021 or 2021-02/.., P1W/2021-02-20, or none"
)


def days_asked(value: str) -> Days | None:
    """Return the days that a query's date value covers; None for `none`. Raise ValueError with the reason."""
    return None if value.lower() == NONE else days_of(value)
