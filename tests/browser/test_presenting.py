"""Presenting from the preview: the audience's window and the presenter's."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import wait_for_words

pytestmark = pytest.mark.browser

SHOWN = "#show .picture"
SEEN = """(of) => [...document.querySelector(of).shadowRoot.querySelectorAll("text")]
  .filter((each) => getComputedStyle(each).visibility !== "hidden")
  .map((each) => each.textContent).join(" ")"""


def present(seat):
    desk = seat()
    page = desk.open()
    wait_for_words(page, "Quarterly")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("p")
    wait_for_words(page, "Machines", SHOWN)
    return desk, page


def wait_until_seen(page, of, text, missing=""):
    holds = "s.includes(t) && (!m || !s.includes(m))"
    script = f"([of, t, m]) => {{ const s = ({SEEN})(of); return {holds} }}"
    page.wait_for_function(script, arg=[of, text, missing])


def test_a_click_brings_in_the_next_part_and_then_the_next_slide(seat):
    _, page = present(seat)
    page.keyboard.press("ArrowRight")
    wait_until_seen(page, SHOWN, "Figures", "less power")
    page.keyboard.press("ArrowRight")
    wait_until_seen(page, SHOWN, "less power", "machines")
    page.keyboard.press(" ")
    wait_until_seen(page, SHOWN, "machines")
    page.locator("#show").click()
    wait_until_seen(page, SHOWN, "Board")
    page.keyboard.press("ArrowLeft")
    wait_until_seen(page, SHOWN, "machines")


def test_the_screen_is_blank_on_request_and_slides_are_reached_by_number(seat):
    _, page = present(seat)
    page.keyboard.press("b")
    expect(page.locator("#show")).to_have_attribute("data-blank", "black")
    page.keyboard.press("b")
    page.keyboard.press("5")
    page.keyboard.press("Enter")
    wait_for_words(page, "Board", SHOWN)


def test_after_the_last_slide_is_the_end_and_leaving_keeps_the_place(seat):
    _, page = present(seat)
    page.keyboard.press("End")
    wait_for_words(page, "Board", SHOWN)
    page.keyboard.press("ArrowRight")
    expect(page.locator("#show .end")).to_have_text("End of the presentation")
    page.keyboard.press("Escape")
    expect(page.locator("#show")).to_be_hidden()
    wait_for_words(page, "Board")


def test_an_edit_is_seen_while_presenting(seat):
    desk, page = present(seat)
    desk.edit("at night", "by day")
    wait_for_words(page, "by day", SHOWN)


def test_the_presenter_sees_what_comes_and_leads(seat):
    _, page = present(seat)
    page.keyboard.press("Escape")
    with page.context.expect_page() as opening:
        page.keyboard.press("s")
    desk = opening.value
    page.keyboard.press("p")
    wait_for_words(desk, "Machines", "#current .picture")
    wait_for_words(desk, "Figures", "#following .picture")
    expect(desk.locator("#script")).to_have_text("Say first why this matters.")
    expect(desk.locator("#place")).to_have_text("2 / 5")
    expect(desk.locator("#plan")).to_contain_text("planned 3:00")
    desk.keyboard.press("ArrowRight")
    wait_until_seen(page, SHOWN, "Figures", "less power")
    expect(desk.locator("#clicks")).to_have_text("Click 0 of 2")
    page.keyboard.press("ArrowRight")
    expect(desk.locator("#clicks")).to_have_text("Click 1 of 2")
    expect(desk.locator("#script")).to_have_text("This slide has no notes.")


def test_a_slide_that_comes_late_is_as_far_as_the_clicks_were_meanwhile(seat):
    page = seat().open("presenter")
    wait_for_words(page, "Machines", "#following .picture")
    held = []

    def hold(route):
        held.append(route)

    page.route("**/slide/*", hold)
    with page.expect_request("**/slide/*"):
        for key in ("3", "Enter", "ArrowRight"):
            page.keyboard.press(key)
    expect(page.locator("#clicks")).to_have_text("Click 1 of 2")
    for route in held:
        route.continue_()
    page.unroute("**/slide/*")
    wait_until_seen(page, "#current .picture", "less power", "machines")


def test_the_timer_runs_from_the_first_move_stops_and_starts_anew(seat):
    page = seat().open("presenter")
    wait_for_words(page, "Quarterly", "#current .picture")
    expect(page.locator("#elapsed")).to_have_text("0:00")
    page.clock.set_fixed_time(1_000_000)
    page.locator("#on").click()
    page.clock.set_fixed_time(1_000_001)
    expect(page.locator("#elapsed")).to_have_text("0:01")
    page.locator("#pause").click()
    expect(page.locator("#pause")).to_have_text("Go on")
    page.locator("#reset").click()
    expect(page.locator("#elapsed")).to_have_text("0:00")
    expect(page.locator("#clock")).to_contain_text(":")
