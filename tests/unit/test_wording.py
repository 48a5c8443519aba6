"""The text of a slide is told stretch by stretch, and runs that were told of can be replaced."""

from __future__ import annotations

from typing import Annotated, ClassVar

import pytest

from deckgen.blocks.kit import Block, Key, Span, Struct
from deckgen.content import Run, plain
from deckgen.dump.tree import tree
from deckgen.resolve import resolve
from deckgen.spec.bind import bind
from deckgen.spec.blocks import BlockRecord
from deckgen.spec.keys import Collects
from deckgen.spec.language import Spec
from deckgen.wording import TextRole, reworded, wordings
from tests.support.building import binding_of, open_deck, root_of

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


class Box(Block, frozen=True, kw_only=True):
    """A block that holds others, and a record that does."""

    KEY: ClassVar[str] = "box"

    held: Annotated[tuple[BlockRecord, ...], Collects("What is in the box.")] = ()
    lid: Annotated[Lid | None, Key("What is on it.")] = None


class Lid(Struct, frozen=True, kw_only=True):
    """What is on a box."""

    span: Span
    held: Annotated[tuple[BlockRecord, ...], Collects("What is on the lid.")] = ()


NESTED = """\
slides:
  - title: head[^1]
    box:
      body: |
        outer [web](https://example.org)[^1]

        [^1]: a note
      image: {src: wide.png, alt: shown, source: a friend}
      lid: {body: "inner [there](#nowhere)"}
"""


def nested():
    build = open_deck(NESTED)
    spec = bind(root_of(build), Spec, binding_of(build, (Box,)))
    (made,) = resolve(spec, build.sink).slides
    return made, build.sink.sorted()


def test_text_and_alternatives_are_found_however_deep_they_are():
    made, _ = nested()
    assert told(made)[:4] == [
        ("title", "head1"),
        ("body", "outer web1"),
        ("body", "inner there"),
        ("alt", "shown"),
    ]


def test_footnotes_and_sources_in_blocks_within_blocks_go_to_the_foot():
    made, _ = nested()
    assert [plain(line.runs) for line in made.footnotes] == ["1 a note", "Source: a friend"]
    assert "FootnoteDefinition" not in tree(made)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a[^1][^2].", "a1,2."),
        ("a[^1][^2][^1]", "a1,2,1"),
        ("a[^1] [^2]", "a1 2"),
        ("a[^1]b[^2]", "a1b2"),
        ("*a[^1]*[^2]", "a1,2"),
        ("a[^1]*[^2]*", "a1,2"),
    ],
)
def test_numbers_of_footnotes_that_meet_have_a_comma_between(written, shown):
    text = f"slides:\n  - body: |\n      {written}\n    footnotes: [one, two]\n"
    build = open_deck(text)
    deck = build.deck()
    assert deck is not None
    (made,) = deck.slides
    assert ("body", shown) in told(made)
    runs = [run for stretch in wordings(made) for run in stretch.runs]
    assert all(run.sign for run in runs if run.text.strip(",12") == "")


def test_links_in_blocks_within_blocks_are_checked():
    _, diagnostics = nested()
    assert [item.code.slug for item in diagnostics] == ["broken-link"]
