"""Names in decks: what links lead to, by the text alone, agrees with what the compiler finds."""

import pytest

from deckgen.compiler import build_text
from deckgen.editing.headings import outline, slides_in
from deckgen.editing.mentions import MentionKind
from deckgen.editing.names import targets
from deckgen.editing.renaming import renaming
from deckgen.wording import addresses, wordings
from deckgen.world import MemoryWorld
from tests.support.building import ROOT
from tests.support.editing import around

DECKS = [ROOT / "deck.yaml", *sorted((ROOT / "examples").glob("*.yaml"))]


def links(text):
    """Return the links within a deck that the compiler finds, as they are written."""
    build = build_text(text, world=MemoryWorld())
    spec = build.spec()
    assert spec is not None
    found = []
    for slide in build.resolved().slides:
        for wording in wordings(slide):
            found += [run.link for run in wording.runs if run.link]
        found += [address.link for address in addresses(slide) if address.link]
    return [link for link in found if link.slide_id is not None]


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.name)
def test_every_link_of_a_deck_is_found(path):
    text = path.read_text(encoding="utf-8")
    there = around(text)
    known = {target.name for target in targets(there.deck.files())}
    names = [one.name for one in there.file.mentions if one.kind is MentionKind.LINK]
    assert [name for name in names if name not in known and name.lower() not in known] == []


LINKED = """\
slides:
  - title: A
    id: a
    body: |
      [one](#a) and [two][t], `[no](#a)`

      ```md
      [no](#a)
      ```

      [t]: #a
    notes: "[three](#a)"
    footnotes: ["[four](#a)"]
    source: "[five](#a)"
  - title: B
    when: "false == true"
    table:
      - ["[six](#a)", x]
  - title: C
    image: {src: wide.png, link: "#a"}
  - title: D
    columns:
      - "[seven](#a)"
      - cards: [{title: "[eight](#a)", body: x}]
  - code: {text: "[no](#a)"}
"""


def test_links_are_found_wherever_they_are_written_and_program_text_has_none():
    there = around(LINKED)
    changes = renaming(there.file, LINKED.index("id: a") + 4, "new", there.deck.files())
    text = LINKED
    for change in sorted(changes, key=lambda change: -change.spot.start):
        text = text[: change.spot.start] + change.text + text[change.spot.stop :]
    assert text.count("#new") == 9
    assert text.count("#a") == 3
    assert "id: new" in text


def test_ids_of_formulas_are_targets_too():
    there = around("slides:\n  - title: A\n    equation: {tex: x, id: eq}\n")
    assert [target.name for target in targets(there.deck.files())] == ["eq", "a"]


def test_titles_that_several_slides_have_are_no_targets():
    there = around("slides:\n  - title: A\n  - title: A\n  - title: '**B** [c](#a)'\n")
    assert [target.name for target in targets(there.deck.files())] == ["b-c"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("title: {title: T}\nclosing: {title: Z}\n", ["T", "Z"]),
        ("keynote:\n  title: K\n  slides:\n    - body: x\n", ["x"]),
        ("sessions:\n  - track: T\n    sessions:\n      - title: S\n", ["T", "S"]),
        (
            "slides:\n- section: One\n- title: A\n- section: Two\n- title: B\n",
            ["One", "A", "Two", "B"],
        ),
        ("- title: A\n- title: B\n", ["A", "B"]),
        ("title: A\nbody: x\n", ["A"]),
    ],
)
def test_the_outline_names_every_slide(text, names):
    there = around(text)
    assert [heading.name for heading in slides_in(outline(there.document))] == names


def test_the_outline_is_there_while_a_line_is_no_yaml():
    there = around('slides:\n  - title: "A\n  - titl\n  - title: [B\n  - title: C\n')
    names = [heading.name for heading in slides_in(outline(there.document))]
    assert names[0].endswith("A")
    assert names[-1] == "C"


def test_the_links_of_the_compiler_are_those_of_the_text():
    text = LINKED.replace('    image: {src: wide.png, link: "#a"}\n', "    body: x\n")
    there = around(text)
    found = [one for one in there.file.mentions if one.kind is MentionKind.LINK]
    assert len(links(text)) == len(found) - 1  # the slide that is left out has one
