"""Decks full of small print, and what holds of the foot of every page of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.colors import contrast
from deckgen.drawn import Shape, Stroke
from deckgen.geometry import Rect
from deckgen.layout.foot.running import NAME as RUNNING
from deckgen.layout.foot.small_print import NAME
from deckgen.pages import TextFrame
from deckgen.template.model import Role
from deckgen.units import ZERO
from tests.support.invariants import inked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.pages import Page, Pages

SMALLEST: Final = 800
"""The least size of small print, in hundredths of a point, on slides of any size."""
READABLE: Final = 4.5
"""The contrast of text with what it stands on (WCAG 2.2, 1.4.3, level AA)."""

_NOTICES: Final = {
    "ja": "※本文中に記載の会社名、商品名、サービス名は、各社の商標または登録商標です。",
    "en": "All company, product and service names are trademarks of their respective owners.",
}
_NOTES: Final = {
    "ja": "速報値であり、消費税を含まない。年度末の確定値とは異なる場合がある{n}。",
    "en": "Provisional, before tax; figure {n} may differ from the one in the yearly report.",
}
_TEXTS: Final = {"ja": "展示会の来場者は昨年より増えた", "en": "More visitors came than last year"}
_LABELS: Final = {"ja": "社外秘", "en": "Confidential"}

_SLIDES: Final = """\
title:
  title: {text}
  subtitle: OpenStack Summit
  authors: [山田太郎]
  affiliation: SCSK
slides:
  - section: {text}
  - title: {text} 1
{foot}    body: [{text}]
  - title: {text} 2
{foot}    body: [{forty}]
  - title: {text} 3
{foot}    body:
      - {text}
      - {text}
      - image: {{src: photo.jpg, alt: hall, caption: {text}}}
  - title: {text} 4
{foot}    table:
      rows: [{rows}]
  - title: {text} 5
{foot}    image: {{src: wide.png, alt: hall}}
  - title: {text} 6
{foot}    quote: {{text: {text}, by: Operations}}
  - title: {text} 7
{foot}    images:
      columns: 3
      pictures:
        - {{src: wide.png, alt: one}}
        - {{src: tall.png, alt: two}}
        - {{src: square.png, alt: three}}
  - title: {text} 8
{foot}
closing: {{title: {text}, subtitle: {text}}}
"""


def deck(
    lines: int,
    *,
    language: str = "ja",
    label: bool = True,
    place: str = "every",
    length: int = 1,
    footers: bool = True,
) -> str:
    """Return a deck of all kinds of slides, each with about so many lines of small print.

    The lines are shared among a label, a copyright line, a source, a notice and footnotes; the
    notice is `length` times as long as usual.
    """
    text, notice = _TEXTS[language], " ".join([_NOTICES[language]] * length)
    head = [f"language: {language}"]
    left = lines
    if place:
        head.append(f'trademarks: {{place: {place}, notice: "{notice}"}}')
        left -= 1
    if label and left > 0:
        head.append(f"label: {_LABELS[language]}")
        left -= 1
    if left > 0:
        head.append("copyright: {holder: SCSK Corporation, year: 2016}")
        left -= 1
    if footers:
        head += [f"footer: {text}", "date: 2026-11-22"]
    sources = "    source: OpenStack User Survey\n" if left > 0 else ""
    notes = [_NOTES[language].format(n=n) for n in range(1, left)]
    foot = sources + (f"    footnotes: {notes}\n" if notes else "")
    forty = ", ".join(f'"{text} {number}"' for number in range(1, 41))
    rows = ", ".join(f'["{number}", "{text}", "{text}"]' for number in range(1, 20))
    body = _SLIDES.format(text=text, foot=foot, forty=forty, rows=rows)
    return "deck:\n" + "".join(f"  {line}\n" for line in head) + body


def feet(page: Page) -> list[TextFrame]:
    """Return the frames of a page's small print: the band, and those in the template's places."""
    return [item for item in page.items if isinstance(item, TextFrame) and _is_foot(item)]


def _is_foot(item: TextFrame) -> bool:
    if item.slot is None:
        return item.name in {NAME, RUNNING}
    return item.slot.role is Role.NOTICE or item.text in _LABELS.values()


def foot_faults(pages: Pages) -> list[str]:
    """Return what is wrong with the small print of pages, a line each."""
    return [
        f"page {number} on {page.layout.name!r}: {fault}"
        for number, page in enumerate(pages.pages, start=1)
        for foot in feet(page)
        for fault in (
            *_misplaced(foot, page, pages),
            *_covering(foot, page),
            *_unreadable(foot, page),
        )
    ]


def _misplaced(foot: TextFrame, page: Page, pages: Pages) -> Iterator[str]:
    size = pages.template.slide_size
    if not Rect(ZERO, ZERO, size.width, size.height).contains(foot.box):
        yield "leaves the slide"
    if not any(foot is last for last in page.items[-len(feet(page)) :]):
        yield "is not read last"


def _covering(foot: TextFrame, page: Page) -> Iterator[str]:
    """Yield what of the page and of its layout the foot covers, were it only by its empty frame."""
    for item in page.items:
        shown = item.box if isinstance(item, Shape | Stroke) else inked(item)
        if item is not foot and shown.overlaps(foot.box):
            yield f"covers {type(item).__name__} {item.name!r}"
    for panel in page.layout.panels if foot.slot is None else ():
        if not panel.box.contains(foot.box) and panel.box.overlaps(foot.box):
            yield f"stands on a part of what is drawn at {panel.box}"


def _unreadable(foot: TextFrame, page: Page) -> Iterator[str]:
    grounds = (foot.fill,) if foot.fill else page.layout.shades(foot.box)
    if foot.slot is not None:
        grounds = (page.layout.behind(foot.slot),)
    if not grounds:
        yield "stands on what is not known"
    for paragraph in foot.paragraphs:
        sizes = {paragraph.style.size, *(run.font.size for run in paragraph.runs)}
        if min(sizes) < SMALLEST:
            yield f"has text of {min(sizes)}"
        colors = {paragraph.style.color, *(run.color for run in paragraph.runs if run.color)}
        seen = min(contrast(color, ground) for color in colors for ground in grounds)
        if seen < READABLE:
            yield f"has a contrast of {seen:.2f}"
