"""The text of a slide is told stretch by stretch, and runs that were told of can be replaced."""

from __future__ import annotations

from deckgen.content import Run, plain
from deckgen.wording import TextRole, reworded, wordings
from tests.support.building import open_deck

DECK = """\
deck: {footer: foot, label: secret, copyright: {holder: us, year: 2016}}
slides:
  - title: head
    notes: said
    source: origin
    body:
      - "**bold** text"
      - table: [[one, two]]
      - image: {src: wide.png, alt: shown, caption: below}
      - images: [{src: wide.png, alt: first}, {src: tall.png, alt: ""}]
      - quote: {text: wise, by: someone}
      - code: {text: x = 1}
"""


def slide():
    deck = open_deck(DECK).resolved()
    assert deck is not None
    return deck.slides[0]


def told(of):
    return [(stretch.part.value, plain(stretch.runs)) for stretch in wordings(of)]


def test_all_text_is_told_in_reading_order():
    assert told(slide()) == [
        ("title", "head"),
        ("body", "bold text"),
        ("body", "one"),
        ("body", "two"),
        ("body", "below"),
        ("alt", "shown"),
        ("alt", "first"),
        ("body", "wise"),
        ("body", "someone"),
        ("footnote", "Source: origin"),
        ("footer", "secret"),
        ("footer", "© 2016 us"),
        ("footer", "foot"),
        ("notes", "said"),
    ]


def test_every_stretch_but_alternatives_can_be_reworded():
    before = slide()
    kept = [one for one in wordings(before) if one.part is not TextRole.ALTERNATIVE]
    changes = {id(one.runs): (Run(f"<{plain(one.runs)}>", one.runs[0].span),) for one in kept}
    after = told(reworded(before, changes))
    assert [text for part, text in after if part != "alt"] == [
        f"<{plain(one.runs)}>" for one in kept
    ]


def test_a_slide_without_changes_is_the_same_object():
    before = slide()
    assert reworded(before, {}) is before
    assert reworded(before, {1: ()}) is before
