"""Cards are equal, stand in balanced rows, and become smaller before they are told not to fit."""

from __future__ import annotations

import pytest

from deckgen.colors import contrast
from deckgen.drawn import Shape
from deckgen.pages import Picture, TextFrame, single_items
from tests.support.building import build_pages, open_deck, place

COLUMN = "[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t]"


def panels(cards: str, on: str = "corporate") -> list[TextFrame]:
    (page,) = build_pages(f"slides:\n  - title: t\n    cards: {cards}\n", on).pages
    return [item for item in single_items(page.items) if isinstance(item, TextFrame) and item.fill]


@pytest.mark.parametrize(
    ("count", "most"), [(2, 2), (3, 3), (4, 4), (5, 3), (6, 3), (7, 4), (8, 4)]
)
def test_cards_are_equal_and_in_balanced_rows(count, most):
    found = panels("[" + ", ".join("abcdefgh"[:count]) + "]")
    assert len({card.box.size for card in found}) == 1
    rows = [card.box.y for card in found]
    assert max(rows.count(y) for y in rows) <= most
    assert len(found) == count


def test_text_becomes_smaller_where_it_does_not_fit():
    long = '"' + "many words that take their room, and more of them " * 12 + '"'
    sizes = [panels(f"[{text}, b, c]")[0].levels[0].size for text in ("short", long)]
    assert sizes[1] < sizes[0]


def test_a_card_that_holds_too_much_is_told_once_at_its_place():
    built = place(open_deck(f"slides:\n  - title: t\n    cards:\n      - a\n      - {COLUMN}\n"))
    (told,) = built.diagnostics
    assert (told.code.slug, told.span.line) == ("text-overflow", 5)


@pytest.mark.parametrize("on", ["corporate", "plain"])
@pytest.mark.parametrize("block", ["cards: [a, b]", "callout: {kind: warning, text: x}"])
def test_text_is_read_on_panels(block, on):
    (page,) = build_pages(f"slides:\n  - title: t\n    {block}\n", on).pages
    for item in single_items(page.items):
        if isinstance(item, TextFrame) and item.fill is not None:
            for paragraph in item.paragraphs:
                assert contrast(paragraph.style.color, item.fill) >= 4.5


def test_what_stands_on_a_card_with_a_picture_lies_within_its_panel():
    cards = "[{image: {src: wide.png, alt: x}, title: One}, {image: {src: wide.png, alt: y}}]"
    (page,) = build_pages(f"slides:\n  - title: t\n    cards: {cards}\n").pages
    shapes = [item.box for item in single_items(page.items) if isinstance(item, Shape)]
    pictures = [item.box for item in single_items(page.items) if isinstance(item, Picture)]
    assert len(shapes) == len(pictures) == 2
    assert all(any(panel.contains(picture) for panel in shapes) for picture in pictures)
