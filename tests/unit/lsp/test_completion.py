"""What is offered, as clients get it."""

import pytest
from lsprotocol import types

from tests.unit.lsp.conftest import Desk


def edited(text, item):
    """Return a text with an offer in it, as a client without snippets would put it."""
    lines = text.replace("|>", "").split("\n")
    place = item.text_edit.range
    line = lines[place.start.line]
    lines[place.start.line] = (
        line[: place.start.character] + item.text_edit.new_text + line[place.end.character :]
    )
    return "\n".join(lines)


def test_keys_of_a_slide_come_with_what_the_reference_says(desk):
    found = desk.complete("slides:\n  - title: One\n    lay|>\n")
    item = found["layout"]
    assert item.kind == types.CompletionItemKind.Property
    assert item.documentation.value == "The name of a layout in the template."
    assert item.detail == "text"
    assert item.insert_text_format == types.InsertTextFormat.Snippet
    assert item.text_edit == types.TextEdit(
        types.Range(types.Position(2, 4), types.Position(2, 7)), "layout: $0"
    )
    assert "title" not in found  # which is written already


def test_keys_are_offered_in_a_line_that_is_no_yaml_yet(desk):
    found = desk.complete('slides:\n  - title: "open\n    hid|>\n  - title: [x\n')
    assert found["hidden"].text_edit.new_text == "hidden: ${1|true,false|}"


def test_a_block_begins_with_its_example(desk):
    text = "slides:\n  - title: One\n    body:\n      - quo|>\n"
    item = desk.complete(text)["quote"]
    assert item.kind == types.CompletionItemKind.Struct
    assert item.insert_text_mode == types.InsertTextMode.AdjustIndentation
    assert item.text_edit.new_text.startswith("quote:\n    text: ${1:")
    assert "```yaml" in item.documentation.value


def test_a_client_without_snippets_gets_none(start, tmp_path):
    desk = Desk(start(snippets=False), tmp_path)
    text = "slides:\n  - title: One\n    hid|>\n"
    item = desk.complete(text)["hidden"]
    assert item.insert_text_format == types.InsertTextFormat.PlainText
    assert edited(text, item) == "slides:\n  - title: One\n    hidden: true\n"


def test_layouts_are_those_of_the_template(desk):
    deck = "deck: {template: plain}\nslides:\n  - title: One\n    layout: |>\n    body: [x]\n"
    desk.open(deck)
    desk.diagnostics()
    found = desk.complete(deck)
    assert "Two Content" in found
    assert found["Two Content"].detail == "layout of plain"


@pytest.mark.parametrize(
    ("text", "label", "inserted"),
    [
        ("body: See [costs](#|>)", "#costs", "#costs"),
        ("body: See [costs](pl|>)", "#the-plan", "#the-plan"),
        ("image: {src: a.png, link: |>}", "#costs", '"#costs"'),
        ("body: Costs of ${te|>", "team.lead", "team.lead}"),
        ("when: team.si|>", "team.size", "team.size"),
        ("body: See[^|>]", "src", "src"),
        ("transition: |>", "morph", "morph"),
        ("hidden: |>", "true", "true"),
        ("language: |>", "en-GB", "en-GB"),
        ("background: acc|>", "accent2", "accent2"),
        ("code: {language: pyth|>, text: x}", "python", "python"),
    ],
)
def test_names_and_words_are_offered_where_they_may_stand(desk, text, label, inserted):
    found = desk.complete(
        "variables: {team: {lead: Ann, size: 8}}\nslides:\n"
        "  - {title: Costs, id: costs}\n"
        "  - title: The plan\n    text: '[^src]: Ours'\n"
        f"    {text}\n"
    )
    assert found[label].text_edit.new_text == inserted


def test_pictures_are_those_beside_the_deck_and_below_it(desk):
    for name in ("a.png", "notes.txt", "img/b.jpg", ".hidden/c.png"):
        (desk.folder / name).parent.mkdir(exist_ok=True)
        (desk.folder / name).touch()
    found = desk.complete("slides:\n  - title: One\n    image: |>\n")
    assert [*found] == ["a.png", "img/b.jpg"]
    found = desk.complete("slides:\n  - title: One\n    body: '![x](im|>)'\n")
    assert [*found] == ["img/b.jpg"]


def test_marks_are_those_of_the_registry(desk):
    desk.open("marks: [Kumo Cloud]\n", "marks.yaml")
    deck = "deck: {trademarks: {registry: marks.yaml}}\nslides:\n  - title: About kum|>\n"
    desk.open(deck)
    desk.diagnostics()
    item = desk.complete(deck)["Kumo Cloud"]
    assert edited(deck, item).endswith("title: About Kumo Cloud\n")


def test_keys_of_an_included_file_are_those_of_the_place_that_includes_it(desk):
    desk.open("slides:\n  - title: One\n    body:\n      - include: part.yaml\n")
    assert "quote" in desk.complete("- Our words\n- |>\n", "part.yaml")


def test_keys_of_a_registry_are_those_of_marks(desk):
    found = desk.complete("marks:\n  - mark: Kumo\n    own|>\n", "marks.yaml")
    assert "owner" in found
    assert "layout" not in found


def test_nothing_is_offered_in_a_comment(desk):
    assert desk.complete("slides:\n  - title: One  # a com|>ment\n") == {}


def test_ranges_of_offers_are_counted_in_utf_16(desk):
    item = desk.complete('slides:\n  - {title: "😀 報告", hid|>}\n')["hidden"]
    assert item.text_edit.range == types.Range(types.Position(1, 21), types.Position(1, 24))
