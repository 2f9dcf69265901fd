"""How the pages look, as far as it can be computed: contrast, width, landmarks, headings, labels, console."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Browser, Page

from tests.helpers.paper import ODD_ID, changed, evidence_path, harbour, hostile

pytestmark = pytest.mark.browser

PAGES = [
    "/",
    "/quotes",
    "/quotes?q=winter+-tide&q=published:2021-02-20&q=kind:direct&sort=oldest",
    "/articles?q=gauge",
    "/quotes?q=nothing+at+all",
    "/article/harbour",
    "/article/never-again",
    "/article/the-bridge?capture=" + evidence_path(changed()[1]).rpartition("/")[2],
    "/article/hafenrat",
    f"/article/{quote(ODD_ID, safe='')}",
    "/people",
    "/people?same=ines-calder&type=all",
    "/people/ines-calder",
    "/people/lena-orr?into=ines-calder",
    "/correct?" + urlencode({"article": "harbour", "quotation": harbour().quotations[0].id}),
    "/corrections",
    evidence_path(harbour()),
]
REFUSED = ["/quotes?q=tide+(gauge&q=kind:direct", "/nowhere", "/people/nobody"]

# For each element with text of its own: its contrast as WCAG 2.2 (1.4.3) computes it, where that is not enough.
CONTRAST = """() => {
  const numbers = color => color.match(/[\\d.]+/g).map(Number);
  const linear = value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = color => {
    const [r, g, b] = numbers(color).map(value => linear(value / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if ((numbers(color)[3] ?? 1) === 1) return color;
    }
    throw new Error('no ground');
  };
  const weak = [];
  let checked = 0;
  for (const element of document.querySelectorAll('body, body *')) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.checkVisibility() || element.closest('.sr')) continue;
    const style = getComputedStyle(element);
    const ink = element.closest('svg') ? style.fill : style.color;
    const [a, b] = [light(ink), light(ground(element))].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize);
    const needed = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    const ratio = (a + 0.05) / (b + 0.05);
    checked += 1;
    if (ratio < needed) weak.push(`${ratio.toFixed(2)} ${element.tagName} ${element.className} ${element.textContent}`);
  }
  return [checked, weak];
}"""

STRUCTURE = """() => {
  const problems = [];
  const count = (selector, number) => {
    const found = document.querySelectorAll(selector).length;
    if (found !== number) problems.push(`${selector}: ${found}`);
  };
  ['main', 'body > header', 'body > footer', 'h1'].forEach(selector => count(selector, 1));
  if (document.documentElement.lang !== 'en') problems.push('no language');
  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3')) {
    if (!heading.checkVisibility() && !heading.closest('details')) continue;
    const next = Number(heading.tagName[1]);
    if (next > level + 1) problems.push(`h${next} after h${level}: ${heading.textContent}`);
    level = next;
  }
  for (const input of document.querySelectorAll('input:not([type=hidden]), select'))
    if (!input.labels.length) problems.push(`no label: ${input.name}`);
  for (const link of document.querySelectorAll('a, button'))
    if (!(link.getAttribute('aria-label') || link.textContent).trim()) problems.push(`no name: ${link.outerHTML}`);
  const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
  if (new Set(ids).size !== ids.length) problems.push('an id comes twice');
  for (const nav of document.querySelectorAll('nav'))
    if (!nav.getAttribute('aria-label')) problems.push('a nav without a name');
  return problems;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(chromium: Browser, site: str, scheme: str) -> None:
    context = chromium.new_context(base_url=site, color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    for path in PAGES + REFUSED:
        page.goto(path)
        checked, weak = page.evaluate(CONTRAST)
        assert checked > 3, path
        assert weak == [], path
    grounds = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert grounds == {"light": "rgb(252, 251, 248)", "dark": "rgb(21, 22, 24)"}[scheme]
    context.close()


def test_structure(desk: Page) -> None:
    for path in PAGES + REFUSED:
        desk.goto(path)
        assert desk.evaluate(STRUCTURE) == [], path


def test_nothing_is_wider_than_a_phone(phone: Page) -> None:
    for path in PAGES + REFUSED:
        phone.goto(path)
        for details in phone.locator("details").all():
            if details.is_visible():
                details.locator("summary").first.tap()
        assert phone.evaluate("document.documentElement.scrollWidth") == 360, path


def test_the_console_stays_quiet(desk: Page) -> None:
    said: list[str] = []
    desk.on("console", lambda message: said.append(message.text))
    desk.on("pageerror", lambda error: said.append(str(error)))
    desk.on("requestfailed", lambda request: said.append(request.url))
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        desk.goto(path, wait_until="networkidle")
    assert said == []
    origin = desk.url.split("/capture")[0]
    assert all(url.startswith(origin) for url in asked)
    assert desk.context.cookies() == []


def test_every_rule_of_the_stylesheet_is_parsed(desk: Page) -> None:
    desk.goto("/")
    rules = desk.evaluate("[...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).length")
    assert rules > 100
    assert "serif" in desk.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")


def test_the_source_of_a_page_is_shown_as_text(desk: Page) -> None:
    desk.goto(evidence_path(hostile()))
    desk.get_by_role("link", name="The captured source, as text").click()
    assert "<script>alert(1)</script>" in desk.locator("body").inner_text()
    assert desk.locator("script").count() == 0


def test_it_prints_without_its_controls(desk: Page) -> None:
    desk.goto("/quotes?q=winter")
    desk.emulate_media(media="print")
    assert not desk.locator("form.search").is_visible()
    assert desk.locator(".hits .words").first.is_visible()
