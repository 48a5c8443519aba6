"""What is offered: all that the language has, where it has it, in a form that can be taken."""

import pytest

from deckgen.blocks import BLOCKS
from deckgen.compiler import build_text
from deckgen.editing.forms import deck_language, words_of
from deckgen.editing.telling import hover_of, signature
from deckgen.world import DiskWorld
from tests.support.building import ROOT
from tests.support.editing import LANGUAGE, accepted, offered
from tests.support.pictures import world

KEYS = [block.key for block in BLOCKS if block.key]
UNREADABLE = {"unknown-key", "yaml-syntax", "wrong-type", "missing-key", "invalid-value"}


def codes(text):
    build = build_text(text, world=world())
    build.resolved()
    return [f"{item.code.slug}: {item.message}" for item in build.sink.sorted()]


def readable(text):
    return [told for told in codes(text) if told.partition(":")[0] in UNREADABLE]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    "text",
    [
        "slides:\n  - title: A\n    body:\n      - |>\n",
        "slides:\n  - title: A\n    |>\n",
        "slides:\n  - title: A\n    body:\n      - columns:\n          - - |>\n          - x\n",
    ],
)
def test_the_example_of_every_block_is_one_where_it_is_offered(key, text):
    assert readable(accepted(text, offered(text)[key])) == []


@pytest.mark.parametrize(
    ("text", "first", "never"),
    [
        ("|>", "deck", "layout"),
        ("slides:\n  - |>\n", "title", "deck"),
        ("slides:\n  - section: A\n    |>\n", "subtitle", "title"),
        ("slides:\n  - section: A\n    |>\n", "id", "body"),
        ("slides:\n  - title: A\n    |>\n", "body", "section"),
        ("sessions:\n  - track: A\n    |>\n", "sessions", "notes"),
        ("deck: {|>}\n", "template", "title"),
        ("deck:\n  layouts:\n    |>\n", "content", "template"),
        ("slides:\n  - chart:\n      series:\n        - key: a\n          |>\n", "axis", "type"),
        ("slides:\n  - table:\n      rows:\n        - cells: [a]\n          |>\n", "tone", "rows"),
        ("slides:\n  - diagram:\n      nodes:\n        a: {|>}\n", "shape", "nodes"),
        ("slides:\n  - cards:\n      - icon: a\n        |>\n", "title", "subtitle"),
        ("slides:\n  - agenda: {|>}\n", "numbers", "id"),
        ("slides:\n  - body:\n      - table:\n          tones: {|>}\n", "when", "rows"),
        ("title:\n  |>\n", "authors", "body"),
    ],
)
def test_keys_are_those_of_the_place(text, first, never):
    found = offered(text)
    assert first in found
    assert never not in found


def test_keys_that_must_be_written_come_first():
    text = "title:\n  subtitle: x\n  |>\n"
    assert next(iter(offered(text))) == "title"


def test_other_spellings_are_offered_once_they_are_begun():
    assert "author" not in offered("title:\n  title: A\n  |>\n")
    assert "author" in offered("title:\n  title: A\n  auth|>\n")
    assert "authors" not in offered("title:\n  title: A\n  author: B\n  auth|>\n")


def test_a_key_that_has_its_colon_is_replaced_alone():
    text = "slides:\n  - titl|>: A\n"
    assert accepted(text, offered(text)["title"]) == "slides:\n  - title: A\n"


@pytest.mark.parametrize("glued", ["layout:|>", "layout: |>"])
def test_a_value_is_set_off_from_its_colon(glued):
    text = f"slides:\n  - title: A\n    {glued}\n"
    assert accepted(text, offered(text)["Body"]).endswith("layout: Body\n")


def test_slides_of_the_template_are_offered_by_number():
    found = offered("slides:\n  - use: |>\n")
    assert found["slide 1"].detail == "Us"


def test_files_are_offered_by_their_endings():
    files = {
        "a.png": b"",
        "b.csv": b"",
        "c.potx": b"",
        "d.yaml": b"- title: x",
        "e.mp4": b"",
        "f.py": b"",
    }
    wanted = {
        "image: |>": {"a.png"},
        "chart: {data: |>}": {"b.csv"},
        "video: |>": {"e.mp4"},
        "include: |>": {"d.yaml"},
        "code: {file: |>}": {*files},
    }
    for value, names in wanted.items():
        found = offered(f"slides:\n  - title: A\n    {value}\n", files=files)
        assert {*found} == names, value
    assert "c.potx" in offered("deck: {template: |>}\n", files=files)


def test_nothing_is_offered_that_the_reader_would_not_take_as_it_is():
    text = "deck: {numbering: |>}\nslides: [{title: A}]\n"
    for offer in offered(text).values():
        assert readable(accepted(text, offer)) == []


def test_every_key_of_the_reference_is_told_as_there():
    page = (ROOT / "docs/reference/language.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    seen, waiting = set(), [LANGUAGE.root]
    for forms in waiting:
        for field in LANGUAGE.fields(forms).values():
            if (field.owner, field.name) in seen or not field.name:
                continue
            seen.add((field.owner, field.name))
            waiting.append(field.forms)
            if field.declared is None or field.is_other:
                continue
            told = field.declared.key.description.replace("|", "\\|")
            assert any(row.endswith(f"| {told} |") for row in rows), field.name
            assert field.declared.key.description.split("](")[0] in hover_of(field)
            assert "](" not in signature(field)
    assert len(seen) > 100


def test_words_are_those_of_the_annotations():
    fields = deck_language().fields(deck_language().root)["deck"].forms
    inner = deck_language().fields(fields)
    assert words_of(inner["transition"].forms[0]) == ("fade", "push", "wipe", "morph", "none")
    assert {word for form in inner["size"].forms for word in words_of(form)} == {
        "16:9",
        "4:3",
        "A4",
    }


def test_the_world_of_a_library_is_the_disk_unless_another_is_given():
    from deckgen.editing.library import Library

    assert isinstance(Library().world, DiskWorld)
