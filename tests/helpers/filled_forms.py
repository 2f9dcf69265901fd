"""Forms filled in and sent as a browser does."""

from __future__ import annotations

from urllib.parse import urlencode

from tests.helpers.html_query import Html, select
from tests.helpers.paper import council

VOTE = council()[0].quotations[0].id
"""The quotation of the article `the-vote`."""


def fill(page: Html, action: str, **fields: object) -> tuple[str, dict[str, object]]:
    """Return the address of a page's form with this action, and what a browser would send with these fields."""
    for form in select(page, "form.correction-form"):
        sent = dict(form.form_values())
        if sent["action"] == action:
            names = {control.get("name") for control in select(form, "input, select, button")}
            assert set(fields) <= names, f"no such field: {set(fields) - names}"
            return form.get("action"), {**sent, **fields}
    raise AssertionError(f"no form to {action}")


def about(quotation: str, article: str = "the-vote") -> str:
    """Return the address of the form that corrects a quotation."""
    return f"/correct?{urlencode({'article': article, 'quotation': quotation})}"
