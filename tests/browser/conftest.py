"""Previews in a real browser. Run with `pytest -m browser`; needs Chromium."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect, sync_playwright

from deckgen.compiler import Options
from deckgen.preview.editors import editor_of
from deckgen.preview.preview import Preview
from deckgen.world import DiskWorld

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 60_000
"""Milliseconds that anything may take before a test fails; the machine may be busy."""

TALK = """\
deck: {language: en, footer: Quarterly review}
title: {title: Quarterly review, subtitle: What we learnt}
slides:
  - title: Costs fell again
    id: costs
    timing: 1m
    notes: |
      Say first why this matters.
    body:
      - Machines are fewer
      - Power is bought at night
      - The rest is in [the figures](#figures)
  - title: Figures
    id: figures
    timing: 2m
    build: true
    figures:
      - {value: "42 %", label: less power}
      - {value: "3,100", label: machines}
  - title: Backup
    hidden: true
    body: Not shown.
  - title: Who decides
    table:
      - [What, Who]
      - [Budget, Board]
"""


def chromium() -> str | None:
    """Return the browser of this machine; without one tests are skipped, but never in CI."""
    named = os.environ.get("DECKGEN_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and os.environ.get("CI") != "true":
        pytest.skip("NO CHROMIUM IS INSTALLED, so the preview is not looked at in a browser")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path)
        yield started
        started.close()


class Desk:
    """An author: a deck in a file, and a browser that shows its preview."""

    def __init__(self, folder: Path, browser: Browser, text: str) -> None:
        self.path = folder / "deck.yaml"
        self.path.write_text(text, encoding="utf-8")
        self.browser = browser
        self.preview = Preview(self.path, Options(), DiskWorld(), editor_of("code"))
        self.preview.start(lambda *_: None)
        self.errors: list[str] = []
        self.asked: list[str] = []
        self._contexts: list[BrowserContext] = []

    @property
    def address(self) -> str:
        return self.preview.server.address

    def open(self, path: str = "", **wishes: Any) -> Page:
        """Return the page in a browser of its own, with all slides listed."""
        usual: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "locale": "en-GB"}
        context = self.browser.new_context(**(usual | wishes))
        context.set_default_timeout(PATIENCE)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("request", lambda request: self.asked.append(request.url))
        self._contexts.append(context)
        page = context.new_page()
        page.goto(self.address + path)
        if not path:
            page.wait_for_selector("#status:is([data-state=live], [data-state=broken])")
        return page

    def _hear(self, message) -> None:
        if message.type in {"error", "warning"} and "GPU" not in message.text:
            self.errors.append(message.text)

    def edit(self, old: str, new: str) -> None:
        """Save the deck as editors do: another file takes its place."""
        text = self.path.read_text(encoding="utf-8")
        assert old in text
        self.save(text.replace(old, new))

    def save(self, text: str) -> None:
        other = self.path.with_suffix(".tmp")
        other.write_text(text, encoding="utf-8")
        other.replace(self.path)

    def close(self) -> None:
        for context in self._contexts:
            context.close()
        self.preview.stop()


@pytest.fixture
def seat(tmp_path, browser):
    """Return what seats an author before a deck; no page may complain or ask for anything else."""
    desks = []

    def taken(text: str = TALK) -> Desk:
        desks.append(Desk(tmp_path, browser, text))
        return desks[-1]

    yield taken
    for desk in desks:
        desk.close()
    for desk in desks:
        assert desk.errors == []
        ours = (desk.address, f"blob:{desk.address.rsplit('/', 2)[0]}", "data:")
        assert [url for url in desk.asked if not url.startswith(ours)] == []


def words(page: Page, of: str = "#canvas .picture") -> str:
    """Return what a slide says."""
    found = page.locator(of).evaluate("e => e.shadowRoot?.querySelector('svg')?.textContent ?? ''")
    return str(found)


def wait_for_words(page: Page, text: str, of: str = "#canvas .picture") -> None:
    """Wait until a slide says something."""
    script = "([of, t]) => document.querySelector(of)?.shadowRoot?.textContent.includes(t)"
    page.wait_for_function(script, arg=[of, text])
