"""The preview is for all: axe finds nothing, and the keyboard reaches everything."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import TALK, wait_for_words

pytestmark = pytest.mark.browser


def complaints(page):
    """Return what axe finds, as lines that tell where it is."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
        for each in found
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("wishes", [{}, {"color_scheme": "dark"}, {"locale": "ja-JP"}], ids=str)
def test_axe_finds_nothing_in_the_page(seat, wishes):
    page = seat().open(**wishes)
    page.keyboard.press("ArrowRight")
    wait_for_words(page, "Machines")
    page.keyboard.press("]")
    expect(page.locator("#source .meant")).to_have_count(1)
    assert complaints(page) == []
    page.keyboard.press("End")
    wait_for_words(page, "Board")
    assert complaints(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_the_deck_is_broken(seat, scheme):
    desk = seat(TALK.replace("table:", "tabel:"))
    page = desk.open(color_scheme=scheme)
    expect(page.locator("#banner")).to_be_visible()
    page.locator("#tab-problems").click()
    page.locator("#problems summary").first.click()
    assert complaints(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_grid_the_keys_and_the_presentation(seat, scheme):
    page = seat().open(color_scheme=scheme)
    wait_for_words(page, "Quarterly")
    page.keyboard.press("g")
    assert complaints(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert complaints(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    wait_for_words(page, "Quarterly", "#show .picture")
    assert complaints(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_presenters_window(seat, scheme):
    page = seat().open("presenter", color_scheme=scheme)
    wait_for_words(page, "Quarterly", "#current .picture")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#script")).to_contain_text("why this matters")
    assert complaints(page) == []


def test_every_control_is_reached_by_tab_and_shows_it(seat):
    page = seat().open()
    wait_for_words(page, "Quarterly")
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    buttons = page.locator("#bar button:visible").evaluate_all("all => all.map((e) => e.id)")
    assert set(buttons) <= reached
    assert {"canvas", "tab-source"} <= reached


def test_a_slide_is_read_with_its_structure(seat):
    page = seat().open()
    page.keyboard.press("ArrowRight")
    wait_for_words(page, "Machines")
    slide = page.locator("#canvas")
    expect(slide.get_by_role("heading", name="Costs fell again")).to_have_count(1)
    expect(slide.get_by_role("listitem")).to_have_count(3)
    expect(page.locator("#live")).to_have_text("Slide 2 of 5: Costs fell again")
    page.keyboard.press("End")
    wait_for_words(page, "Board")
    expect(slide.get_by_role("cell")).to_have_count(2)
