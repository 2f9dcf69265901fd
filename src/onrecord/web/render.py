"""Templates rendered as responses (every value is escaped), and the static files that pages load.

The stylesheet and the icon are read once; their addresses contain a digest of their bytes, so browsers can cache them.
"""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from onrecord.api import placed
from onrecord.dates.words import in_words
from onrecord.model import Dated

_YEAR = 365 * 24 * 3600
_TYPES = {"style.css": "text/css", "icon.svg": "image/svg+xml"}
_BYTES = {name: files("onrecord.web").joinpath("static", name).read_bytes() for name in _TYPES}
_VERSIONS = {name: sha256(data).hexdigest()[:12] for name, data in _BYTES.items()}


def page(
    template: str, *, status: int = 200, headers: dict[str, str] | None = None, **variables: object
) -> HTMLResponse:
    """Render a template with its variables."""
    return HTMLResponse(_ENVIRONMENT.get_template(template).render(variables), status_code=status, headers=headers)


def asset(name: str, version: str) -> Response | None:
    """Return a static file, cacheable if `version` is its current one; None if there is no such file."""
    if name not in _BYTES:
        return None
    keep = f"public, max-age={_YEAR}, immutable" if version == _VERSIONS[name] else "no-cache"
    return Response(_BYTES[name], media_type=_TYPES[name], headers={"cache-control": keep})


def asset_href(name: str) -> str:
    """Return the address of a static file."""
    return f"/static/{name}?v={_VERSIONS[name]}"


def live(url: str) -> str:
    """Return a URL that is safe as a link (http or https), "" for any other: a `javascript:` URL would run."""
    return url if url.lower().startswith(("http://", "https://")) else ""


def site(url: str) -> str:
    """Return a URL without its scheme and "www."."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url


def dated(value: Dated | None, missing: str = "not stated") -> str:
    """Return a date in words."""
    return in_words(value.value) if value else missing


def number(count: int) -> str:
    """Return a number with thousands separators: 1234 → "1,234"."""
    return f"{count:,}"


def many(count: int, one: str, several: str = "") -> str:
    """Return a number with its noun: 1 → "1 article", 1200 → "1,200 articles"."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(live=live, site=site, dated=dated, number=number, placed=placed, in_words=in_words)
    environment.globals.update(asset_href=asset_href, many=many)
    return environment


_ENVIRONMENT = _environment()
