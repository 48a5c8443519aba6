"""The page that presents, in a real browser. Run with `pytest -m browser`; needs Chromium."""

from __future__ import annotations

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe

from deckgen.compiler import build_text
from deckgen.export.model import ExportChoice

pytestmark = pytest.mark.browser

TALK = """\
deck: {language: LANGUAGE}
title: {title: Quarterly review, subtitle: What we learnt}
slides:
  - title: Costs fell again
    id: costs
    notes: Say first why **this** matters.
    body:
      - Machines are fewer
      - The rest is in [the figures](#figures), or [elsewhere](https://example.org)
  - title: Figures
    id: figures
    build: true
    body: [One after, another]
  - title: Who decides
    table:
      - [What, Who]
      - [Budget, 役員会]
"""


def written(folder, language="en"):
    made = build_text(TALK.replace("LANGUAGE", language)).export(("html",), ExportChoice())
    path = folder / "talk.html"
    path.write_bytes(made.files["html"][0].data)
    return path.as_uri()


@pytest.fixture
def page(browser, tmp_path):
    """A page that is open, offline; it fails where it complains or asks for anything."""
    context = browser.new_context(viewport={"width": 1280, "height": 760}, offline=True)
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: _note(request, complaints))
    opened.goto(written(tmp_path))
    yield opened
    assert complaints == []
    context.close()


def _note(request, complaints):
    if not request.url.startswith(("file:", "data:", "about:")):
        complaints.append(request.url)


def shown(page):
    return page.locator(".slide.now").get_attribute("id"), page.url.partition("#")[2]


def until(page, condition):
    """Wait for a condition; the page's own policy lets no library look for it in the page."""
    for _ in range(1_200):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(condition)


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_keys_lead_through_slides_and_steps(page):
    assert shown(page) == ("1", "1")
    press(page, "ArrowRight", "ArrowRight")
    assert shown(page) == ("3", "3")
    later = page.locator(".slide.now .picture .later")
    assert later.count() == 2
    press(page, "Space")
    assert (shown(page), later.count()) == (("3", "3.1"), 1)
    press(page, "ArrowLeft", "ArrowLeft")
    assert shown(page) == ("2", "2")
    press(page, "End")
    assert shown(page) == ("4", "4")
    press(page, "2", "Enter")
    assert shown(page) == ("2", "2")


def test_an_address_leads_to_a_slide_and_a_step(page):
    page.goto(page.url.partition("#")[0] + "#3.1")
    page.reload()
    assert shown(page) == ("3", "3.1")
    page.locator(".slide.now").click(position={"x": 300, "y": 200})
    assert shown(page) == ("3", "3.2")


@pytest.mark.parametrize("place", ["#99", "#%", "#x.y", ""])
def test_an_address_that_leads_nowhere_shows_the_first_slide(page, place):
    address = page.url.partition("#")[0]
    page.goto("about:blank")
    page.goto(address + place)
    assert shown(page)[0] == "1"


def test_a_link_on_a_slide_leads_to_another(page):
    press(page, "ArrowRight")
    page.locator(".slide.now .picture a").first.click()
    page.wait_for_selector(".slide.now[id='3']")
    assert shown(page) == ("3", "3")


def test_the_slide_fills_the_window_and_text_is_as_wide_as_measured(page):
    box = page.locator(".slide.now .picture").bounding_box()
    assert box["width"] == pytest.approx(1272, abs=12)
    press(page, "ArrowRight")
    widths = page.evaluate(
        """() => [...document.querySelectorAll('.slide.now text[textLength]')].map((text) =>
            [text.getComputedTextLength(), Number(text.getAttribute('textLength'))])"""
    )
    assert len(widths) > 3
    for drawn, measured in widths:
        assert drawn == pytest.approx(measured, abs=0.6)


def test_all_slides_are_seen_at_once_and_one_is_chosen(page):
    press(page, "g")
    assert page.locator(".slide:visible").count() == 4
    page.locator(".slide").nth(3).click()
    assert shown(page) == ("4", "4")
    assert page.locator(".slide:visible").count() == 1


def test_search_finds_slides_and_notes(page):
    press(page, "/")
    page.keyboard.type("MATTERS")
    assert page.locator(".search li").all_inner_texts()[0].startswith("2. Costs fell again")
    press(page, "Enter")
    assert shown(page) == ("2", "2")


def test_search_finds_nothing_in_what_the_page_says_of_slides_without_notes(page):
    press(page, "/")
    page.keyboard.type("no notes")
    assert page.locator(".search li").count() == 0


def test_the_presenters_window_and_the_page_move_together(page):
    press(page, "ArrowRight")
    with page.context.expect_page() as opened:
        press(page, "p")
    other = opened.value
    other.wait_for_selector(".slide.next")
    assert other.locator(".slide.now .notes").inner_text().endswith("Say first why this matters.")
    until(other, "document.querySelector('.clock').textContent.includes(':')")
    press(other, "ArrowRight")
    until(page, "location.hash === '#3'")
    press(page, "ArrowRight")
    until(other, "location.hash === '#3.1'")
    press(other, "g", "Escape")
    assert other.locator(".slide:visible").count() == 2
    press(other, "b")
    until(page, "document.body.classList.contains('black')")


def test_where_no_window_opens_the_presenters_view_is_in_the_page(page):
    page.evaluate("window.open = () => null")
    press(page, "ArrowRight", "p")
    assert page.locator(".slide:visible").count() == 2
    press(page, "p")
    assert page.locator(".slide:visible").count() == 1


def test_fingers_move_slides(browser, tmp_path):
    context = browser.new_context(viewport={"width": 400, "height": 700}, has_touch=True)
    page = context.new_page()
    page.goto(written(tmp_path))
    for before, after in (
        ((300, 200), (80, 210)),
        ((80, 200), (300, 210)),
        ((200, 100), (210, 400)),
    ):
        page.evaluate(
            """([[x, y], [u, v]]) => {
              const at = (clientX, clientY) =>
                new Touch({identifier: 1, target: document.body, clientX, clientY});
              const fire = (name, touches, changedTouches) => document.body.dispatchEvent(
                new TouchEvent(name, {touches, changedTouches, bubbles: true, cancelable: true}));
              fire('touchstart', [at(x, y)], [at(x, y)]);
              fire('touchend', [], [at(u, v)]);
            }""",
            [before, after],
        )
        if before == (300, 200):
            assert shown(page)[0] == "2"
    assert shown(page)[0] == "1"
    context.close()


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser, tmp_path, language, scheme):
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(written(tmp_path, language))
    for key in (None, "ArrowRight", "g", "n", "?", "/"):
        if key is not None:
            press(page, key)
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], key
        if key in {"g", "?", "/"}:
            press(page, "Escape")
    page.goto(page.url.partition("#")[0] + "?presenter#2")
    assert Axe().run(page).response["violations"] == []
    context.close()


def test_paper_has_a_slide_a_sheet_or_one_with_its_notes(page, tmp_path):
    press(page, "ArrowRight")
    data = page.pdf(prefer_css_page_size=True, print_background=True)
    with pypdfium2.PdfDocument(data) as pdf:
        sizes = [tuple(map(round, sheet.get_size())) for sheet in pdf]
        words = [sheet.get_textpage().get_text_range() for sheet in pdf]
    assert sizes == [(960, 540)] * 4
    assert "Costs fell again" in words[1]
    assert not any("Say first" in text for text in words)
    page.evaluate("document.body.classList.add('with-notes')")
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as pdf:
        assert [tuple(map(round, sheet.get_size())) for sheet in pdf] == [(595, 842)] * 4
        assert "Say first" in pdf[1].get_textpage().get_text_range()


def test_without_script_all_slides_are_there(browser, tmp_path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(written(tmp_path))
    assert page.locator(".slide:visible").count() == 4
    assert page.locator(".bar:visible").count() == 0
    context.close()


def test_screen_readers_are_told_what_is_on_the_slide(page):
    press(page, "ArrowRight")
    told = page.locator(".slide.now").aria_snapshot()
    assert 'heading "Costs fell again" [level=2]' in told
    assert "listitem: Machines are fewer" in told
    assert 'link "the figures"' in told
    assert page.locator(".spoken").inner_text() == "Slide 2 of 4: Costs fell again"
    press(page, "End")
    assert 'columnheader "Who"' in page.locator(".slide.now").aria_snapshot()
