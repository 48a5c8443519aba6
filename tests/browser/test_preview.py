"""The preview as its user sees it: loading, editing, mistakes, sources, keys, languages."""

from __future__ import annotations

import json
import shutil
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TALK, wait_for_words, words

pytestmark = pytest.mark.browser


def here(page):
    """Return the number of the slide that is shown."""
    return page.locator("#thumbs [aria-current]").locator(".number").inner_text()


def test_the_slides_are_there_in_the_fonts_in_which_they_were_measured(seat):
    page = seat().open()
    expect(page.locator("#thumbs > li")).to_have_count(5)
    wait_for_words(page, "What we learnt")
    page.wait_for_function("() => [...document.fonts].some((face) => face.status === 'loaded')")
    assert "error" not in page.evaluate("[...document.fonts].map((face) => face.status)")
    expect(page.locator("#state")).to_contain_text("Live")


def test_an_edit_is_seen_and_the_place_is_kept(seat):
    desk = seat()
    page = desk.open()
    page.locator("#thumbs button").nth(1).click()
    wait_for_words(page, "at night")
    desk.edit("at night", "at night and cheaply")
    expect(page.locator("#canvas .spot.new")).to_have_count(1)  # first, as it does not stay long
    wait_for_words(page, "and cheaply")
    assert here(page) == "2"
    expect(page.locator("#thumbs li.is-changed")).to_have_count(1)
    expect(page.locator("#live")).to_have_text("Slide 2 has changed")


def test_slides_that_come_in_above_leave_the_same_slide_in_view(seat):
    desk = seat()
    page = desk.open()
    page.keyboard.press("End")
    wait_for_words(page, "Board")
    desk.edit("slides:\n", "slides:\n  - title: New\n  - title: Newer\n")
    expect(page.locator("#thumbs > li")).to_have_count(7)
    wait_for_words(page, "Board")
    assert here(page) == "7"
    desk.edit("  - title: New\n", "")
    expect(page.locator("#thumbs > li")).to_have_count(6)
    assert here(page) == "6"


def test_a_change_elsewhere_is_told_and_leads_there(seat):
    desk = seat()
    page = desk.open()
    desk.edit("Board", "Council")
    page.get_by_role("button", name="Go to slide 5").click()
    wait_for_words(page, "Council")


def test_a_mistake_stands_above_the_last_good_slide_until_it_is_mended(seat):
    desk = seat()
    page = desk.open()
    page.locator("#thumbs button").nth(1).click()
    wait_for_words(page, "Machines")
    desk.edit("    body:\n      - Machines", "    bodi:\n      - Machines")
    banner = page.locator("#banner")
    expect(banner).to_contain_text("unknown key bodi")
    expect(banner).to_contain_text("did you mean body?")
    expect(banner).to_contain_text("deck.yaml:9:5")
    expect(banner.locator("mark")).to_have_text("bodi")
    expect(banner.locator("a.open")).to_have_attribute("href", f"vscode://file{desk.path}:9:5")
    expect(page.locator("#thumbs li").nth(1).locator(".badge")).to_have_attribute(
        "data-problem", "error"
    )
    assert "Machines" in words(page)
    desk.edit("bodi", "body")
    expect(banner).to_be_hidden()
    expect(page.locator("#state")).to_contain_text("Live")
    expect(page.locator("#live")).to_have_text("The errors are gone")


def test_a_deck_that_is_broken_from_the_start_shows_what_is_wrong(seat):
    desk = seat("slides: [")
    page = desk.open()
    expect(page.locator("#banner")).to_be_visible()
    expect(page.locator("#canvas")).to_contain_text("Nothing to show yet")
    desk.save("slides: [{title: At last}]")
    wait_for_words(page, "At last")


def test_a_click_leads_to_the_lines_where_something_is_written(seat):
    desk = seat()
    page = desk.open()
    page.keyboard.press("ArrowRight")
    wait_for_words(page, "at night")
    page.locator("#canvas").get_by_text("Power is bought at night").click()
    expect(page.locator("#source .meant")).to_have_text(["11      - Power is bought at night"])
    expect(page.locator("#source a.open")).to_have_attribute(
        "href", f"vscode://file{desk.path}:11:9"
    )
    expect(page.locator("#canvas .spot.chosen")).to_have_count(1)
    page.keyboard.press("]")
    expect(page.locator("#source .meant")).to_contain_text("the figures")
    page.keyboard.press("Escape")
    expect(page.locator("#source h2")).to_have_text("The whole slide")


def test_the_lines_of_an_item_are_those_of_the_deck_as_it_is_now(seat):
    desk = seat()
    page = desk.open()
    page.keyboard.press("ArrowRight")
    wait_for_words(page, "at night")
    desk.edit("slides:\n", "# a remark\n\nslides:\n")
    page.wait_for_function("() => document.querySelector('#source .at')?.textContent === '6'")
    page.locator("#canvas").get_by_text("Machines are fewer").click()
    expect(page.locator("#source .meant .at")).to_have_text(["12"])


def test_an_editor_moves_the_slide(seat):
    desk = seat()
    page = desk.open()
    wait_for_words(page, "Quarterly")
    body = json.dumps({"file": str(desk.path), "line": 27}).encode()
    with urlopen(Request(f"{desk.address}cursor", body)) as answer:
        assert json.load(answer) == {"slide": 4}
    wait_for_words(page, "Board")


def settled_width(page):
    """Return how wide the slide is once it has the room that panels leave it."""
    frames = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    width = None
    while width != (width := page.locator(".sheet").bounding_box()["width"]):
        page.evaluate(frames)
    return width


def test_keys_do_what_they_say(seat):
    page = seat().open()
    wait_for_words(page, "Quarterly")
    press = page.keyboard.press
    for key, number in [("ArrowRight", "2"), ("PageDown", "3"), (" ", "4"), ("ArrowUp", "3")]:
        press(key)
        assert here(page) == number
    press("End")
    assert here(page) == "5"
    press("Home")
    assert here(page) == "1"
    for key, panel in [("n", "#notes"), ("i", "#side")]:
        press(key)
        expect(page.locator(panel)).to_be_hidden()
        press(key)
        expect(page.locator(panel)).to_be_visible()
    before = settled_width(page)
    press("+")
    assert settled_width(page) > before
    press("0")
    assert settled_width(page) == before
    press("?")
    expect(page.locator("#help")).to_be_visible()
    press("Escape")
    expect(page.locator("#help")).to_be_hidden()


def test_all_slides_are_walked_through_by_keys_and_one_is_opened(seat):
    page = seat().open()
    wait_for_words(page, "Quarterly")
    page.keyboard.press("g")
    expect(page.locator("#stage")).to_be_hidden()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#stage")).to_be_visible()
    wait_for_words(page, "Machines")


def test_dark_is_the_systems_wish_until_someone_chooses(seat):
    desk = seat()
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = desk.open(color_scheme="dark").evaluate(ground)
    page = desk.open(color_scheme="light")
    light = page.evaluate(ground)
    assert light != dark
    page.locator("#theme").click()
    assert page.evaluate(ground) == light
    page.locator("#theme").click()
    assert page.evaluate(ground) == dark
    page.reload()
    assert page.evaluate(ground) == dark


def test_the_page_speaks_the_readers_language(seat):
    desk = seat()
    page = desk.open(locale="ja-JP")
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    expect(page.locator("#present")).to_have_text("発表")
    page.locator("#language").click()
    expect(page.locator("#present")).to_have_text("Present")
    page.reload()
    expect(page.locator("#present")).to_have_text("Present")


def test_a_reader_of_neither_language_gets_that_of_the_deck(seat):
    page = seat(TALK.replace("language: en", "language: ja")).open(locale="fr-FR")
    expect(page.locator("#present")).to_have_text("発表")


def test_three_hundred_slides_scroll_smoothly(seat):
    slides = "".join(
        f"  - title: Slide {n}\n    body: [one, two, {{table: [[a, b], [c, d]]}}]\n"
        for n in range(300)
    )
    page = seat(f"slides:\n{slides}").open()
    expect(page.locator("#thumbs > li")).to_have_count(300)
    gaps = page.evaluate(
        """() => new Promise((done) => {
          const rail = document.getElementById("rail"), gaps = [];
          let last = performance.now();
          const frame = (now) => {
            gaps.push(now - last);
            last = now;
            rail.scrollTop += 120;
            if (gaps.length < 90) requestAnimationFrame(frame); else done(gaps);
          };
          requestAnimationFrame(frame);
        })"""
    )
    assert sorted(gaps)[len(gaps) // 2] < 50
    drawn = (
        "[...document.querySelectorAll('#thumbs .picture')].filter((e) => e.shadowRoot?.firstChild)"
    )
    page.wait_for_function(f"() => {drawn}.length > 0")
    assert page.evaluate(f"{drawn}.length") < 60
    page.keyboard.press("End")
    wait_for_words(page, "Slide 299")


def test_nothing_of_a_deck_runs(seat, tmp_path):
    tmp_path.joinpath("evil.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="top.hacked=1">'
        "<script>top.hacked = 1</script><rect width='9' height='9'/></svg>"
    )
    page = seat(
        """\
slides:
  - title: "<img src=x onerror=top.hacked=1><script>top.hacked=1</script>"
    notes: "<script>top.hacked=1</script>"
    body:
      - "**<svg onload=top.hacked=1>**"
      - image: {src: evil.svg, alt: "\\"><script>top.hacked=1</script>"}
"""
    ).open()
    wait_for_words(page, "top.hacked")
    page.locator("#canvas .picture").click()
    page.keyboard.press("p")
    page.wait_for_timeout(300)
    assert page.evaluate("window.hacked") is None


def test_libreoffice_draws_the_slide_beside_ours(seat):
    if shutil.which("soffice") is None or shutil.which("pdftoppm") is None:
        pytest.skip("soffice or pdftoppm is not installed, so nothing can be compared")
    page = seat().open()
    wait_for_words(page, "Quarterly")
    page.keyboard.press("ArrowRight")
    wait_for_words(page, "Machines")
    page.keyboard.press("l")
    expect(page.locator(".proof figure").first).to_contain_text("drawn in", timeout=300_000)
    expect(page.locator(".proof figure").last).to_contain_text("of the pixels differ")
    share = page.locator(".proof figure").last.locator("span").inner_text().split()[0]
    assert 0 < float(share) < 20


def test_a_narrow_window_is_for_the_slide(seat):
    page = seat().open(viewport={"width": 560, "height": 800})
    wait_for_words(page, "Quarterly")
    expect(page.locator("#side")).to_be_hidden()
    page.locator("#side-toggle").click()
    expect(page.locator("#source .meant").first).to_be_visible()
