"""The pages as a reader uses them: with mouse, keyboard and phone, and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser


def expect_chips(page: Page, *labels: str) -> None:
    """Wait until the page shows these chips and no others."""
    expect(page.locator(".chip")).to_have_text(labels)


def focus_by_keyboard(page: Page, name: str) -> None:
    """Press Tab until the link with that name has the focus."""
    link = page.get_by_role("link", name=name, exact=True)
    for _ in range(20):
        page.keyboard.press("Tab")
        if link.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{name} was not reached in 20 steps")


def test_filter_by_a_day_and_remove_it_by_keyboard(desk: Page) -> None:
    desk.goto("/articles")
    filters = desk.get_by_role("navigation", name="Filters")
    filters.get_by_role("link", name="February 2021").click()
    filters.get_by_role("link", name="21 Feb").click()
    expect_chips(desk, "date 2021-02-21 ✖")
    expect(desk).to_have_url(re.compile(r"/articles\?q=published:2021-02-21$"))
    expect(desk.locator(".hits article")).to_have_count(1)
    focus_by_keyboard(desk, "Remove filter date 2021-02-21")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile(r"/articles$"))
    expect_chips(desk)


def test_the_cross_of_a_chip_is_hidden_from_screen_readers(desk: Page) -> None:
    desk.goto("/quotes?q=published:2021-02-21")
    tree = desk.get_by_role("main").aria_snapshot()
    assert 'link "Remove filter date 2021-02-21"' in tree
    assert 'link "date 2021-02-21' not in tree


def test_search_by_the_form_keeps_the_chips(desk: Page) -> None:
    desk.goto("/quotes?q=published:2021-02-21&sort=oldest")
    desk.get_by_role("searchbox").fill("due date")
    desk.get_by_role("searchbox").press("Enter")
    expect_chips(desk, "date 2021-02-21 ✖")
    expect(desk.get_by_role("searchbox")).to_have_value("due date")
    expect(desk.locator(".hits article")).to_have_count(1)
    assert "sort=oldest" in desk.url


def test_a_bar_of_the_histogram_filters(desk: Page) -> None:
    desk.goto("/articles")
    desk.get_by_role("link", name="February 2021: 3").click()
    expect_chips(desk, "date 2021-02 ✖")
    expect(desk.locator(".hits article")).to_have_count(3)


def test_the_date_form_filters(desk: Page) -> None:
    desk.goto("/articles")
    desk.get_by_label("From").fill("2021-01-05")
    desk.get_by_label("To", exact=True).fill("2021-01-07")
    desk.get_by_role("button", name="Set dates").click()
    expect_chips(desk, "date 2021-01-05 to 2021-01-07 ✖")
    expect(desk.locator(".hits article")).to_have_count(3)


def test_a_result_links_to_its_words(desk: Page) -> None:
    desk.goto("/quotes?q=winter")
    desk.get_by_role("link", name="Harbour").click()
    words = desk.locator("mark:target")
    expect(words).to_contain_text("We will not wait for another winter")
    expect(words).to_be_in_viewport()


def test_jump_to_a_quotation_from_the_list_of_speakers(desk: Page) -> None:
    desk.goto("/article/harbour")
    desk.get_by_role("link", name="Quotation 3, paraphrase").click()
    expect(desk.locator("mark:target")).to_contain_text("patient for long enough")


def test_the_first_tab_skips_to_the_content(desk: Page) -> None:
    desk.goto("/quotes")
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("link", name="Skip to the content")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("main")).to_be_focused()


def test_filters_unfold_on_a_phone_and_stand_open_on_a_desk(phone: Page, desk: Page) -> None:
    for page in (phone, desk):
        page.goto("/quotes")
    inside = phone.get_by_role("link", name="Ines Calder 4")
    expect(inside).to_be_hidden()
    phone.get_by_text("Filters", exact=True).tap()
    inside.tap()
    expect_chips(phone, "speaker Ines Calder ✖")
    expect(desk.get_by_role("link", name="Ines Calder 4")).to_be_visible()


def test_everything_works_without_scripts(without_scripts: BrowserContext) -> None:
    page = without_scripts.new_page()
    page.goto("/")
    page.get_by_role("searchbox").fill("speaker:Calder")
    page.get_by_role("button", name="Search").click()
    expect_chips(page, "speaker Calder ✖")
    page.get_by_role("link", name="paraphrase (indirect)").click()
    expect_chips(page, "speaker Calder ✖", "kind indirect ✖")
    page.get_by_role("link", name="Remove filter speaker Calder").click()
    expect_chips(page, "kind indirect ✖")


def test_correct_a_quotation_see_it_and_undo_it_without_scripts(without_scripts: BrowserContext) -> None:
    """A form sent by a real browser has headers that our protection against other sites accepts."""
    page = without_scripts.new_page()
    page.goto("/article/harbour")
    page.get_by_role("link", name="Correct quotation 2").click()
    page.get_by_label("Name or id").fill("Otto Brandt")
    page.get_by_label("Reason").first.fill("The minutes say so")
    page.get_by_role("button", name="Set the speaker").click()
    expect(page).to_have_url(re.compile(r"/article/harbour#q-"))
    expect(page.locator("mark:target")).to_contain_text("the delay “a disgrace”")
    expect(page.get_by_role("listitem").filter(has_text="Quotation 2 was said by Otto Brandt")).to_contain_text(
        "before the correction: Ines Calder"
    )
    page.get_by_role("link", name="Otto Brandt").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Otto Brandt")
    page.get_by_role("link", name="Corrections", exact=True).click()
    page.get_by_role("button", name="Undo correction").click()
    expect(page.locator(".undone")).to_have_count(1)
    page.goto("/article/harbour")
    expect(page.locator("#corrections")).to_have_count(0)


def test_split_off_articles_on_a_phone(phone: Page) -> None:
    phone.goto("/people/lena-orr")
    phone.get_by_text("Split off articles").tap()
    for day in ("Tide 3", "Tide 4"):
        phone.get_by_role("checkbox", name=f"{day} Northmoor Gazette").check()
    phone.get_by_label("Name of the other").fill("Lena Orr the younger")
    phone.get_by_role("button", name="Split off").tap()
    expect(phone).to_have_url(re.compile(r"/people/lena-orr$"))
    expect(phone.locator(".portrait .totals")).to_contain_text("28 quotations in 28 articles")
    phone.get_by_role("button", name="Undo correction").tap()
    expect(phone.locator(".portrait .totals")).to_contain_text("30 quotations in 30 articles")
