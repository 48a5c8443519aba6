"""Diagnostics as the protocol has them, of decks that change in an editor."""

from lsprotocol import types

from deckgen.editing.telling import REFERENCE
from tests.unit.lsp.conftest import Desk

SLIDES = "slides:\n  - title: One\n    body: [x]\n"
MISSPELT = "slides:\n  - titel: One\n    body: [x]\n"


def test_a_mistake_is_told_with_its_code_place_severity_and_hint(desk):
    desk.open(MISSPELT)
    (item,) = desk.diagnostics()
    assert item.code == "unknown-key"
    assert item.source == "deckgen"
    assert item.severity is types.DiagnosticSeverity.Error
    assert item.message == "unknown key `titel`\nhint: did you mean `title`?"
    assert item.code_description.href == f"{REFERENCE}/diagnostics.md#unknown-key"
    assert item.range == types.Range(types.Position(1, 4), types.Position(1, 9))


def test_what_is_typed_is_told_of_without_being_saved(desk):
    desk.open(SLIDES)
    assert desk.diagnostics() == []
    desk.type("el", (1, 7), (1, 9))
    (item,) = desk.diagnostics()
    assert item.message.startswith("unknown key `titel`")
    desk.type("le", (1, 7), (1, 9))
    assert desk.diagnostics() == []


def test_places_are_counted_in_utf_16(desk):
    desk.open('slides:\n  - {title: "😀 報告", titel: x, body: [x]}\n')
    (item,) = desk.diagnostics()
    assert item.range.start == types.Position(1, 21)


def test_places_are_counted_as_the_client_wishes(start, tmp_path):
    desk = Desk(start(encodings=[types.PositionEncodingKind.Utf8]), tmp_path)
    desk.open('slides:\n  - {title: "😀 報告", titel: x, body: [x]}\n')
    (item,) = desk.diagnostics()
    assert item.range.start == types.Position(1, 27)


def test_a_second_place_is_told_with_the_first(desk):
    uri = desk.open("slides:\n  - {title: A, id: x}\n  - {title: B, id: x}\n")
    (item,) = desk.diagnostics()
    (related,) = item.related_information
    assert related.message == "first given here"
    assert related.location.uri == uri
    assert related.location.range.start.line == 1


def test_warnings_and_notes_are_no_errors(desk):
    desk.open("variables: {idle: &x 1}\nslides:\n  - {title: A, body: [x]}\n")
    severities = {item.severity for item in desk.diagnostics()}
    assert severities == {types.DiagnosticSeverity.Warning}


def test_an_included_file_is_read_as_it_is_open(desk):
    (desk.folder / "part.yaml").write_text("- title: Fine\n")
    desk.open("slides:\n  - include: part.yaml\n")
    assert desk.diagnostics() == []
    desk.open("- titel: Misspelt\n", "part.yaml")
    (item,) = desk.diagnostics("part.yaml")
    assert item.message.startswith("unknown key `titel`")
    assert item.range.start == types.Position(0, 2)
    assert desk.diagnostics() == []


def test_a_file_that_is_opened_alone_belongs_to_the_deck_that_includes_it(desk):
    (desk.folder / "deck.yaml").write_text("slides:\n  - include: parts/one.yaml\n")
    (desk.folder / "parts").mkdir()
    desk.open("- titel: Misspelt\n- title: Fine\n", "parts/one.yaml")
    (item,) = desk.diagnostics("parts/one.yaml")
    assert item.message.startswith("unknown key `titel`")


def test_a_deck_that_is_no_yaml_is_told_of_and_so_is_what_follows(desk):
    desk.open('slides:\n  - title: "open\n  - titel: B\n')
    codes = [item.code for item in desk.diagnostics()]
    assert codes == ["yaml-syntax", "unknown-key"]


def test_a_file_that_is_closed_is_told_to_have_nothing_wrong(desk):
    uri = desk.open(MISSPELT)
    assert len(desk.diagnostics()) == 1
    desk.close()
    desk.versions.clear()
    desk.open(SLIDES, "other.yaml")
    desk.diagnostics("other.yaml")
    assert desk.editor.told[uri][-1].diagnostics == ()


def test_mistakes_in_a_registry_of_marks_are_told_at_its_lines(desk):
    desk.open("marks:\n  - {mark: Kumo, symbl: ®}\n", "marks.yaml")
    desk.open("deck: {trademarks: {registry: marks.yaml}}\n" + SLIDES)
    (item,) = desk.diagnostics("marks.yaml")
    assert item.range.start == types.Position(1, 17)


def test_markdown_that_is_taken_for_a_deck_is_told_of(desk):
    desk.open("# A talk\n\n- One\n- Two\n", "talk.md")
    (item,) = desk.diagnostics("talk.md")
    assert item.code == "markdown-deck"


def test_a_deck_that_is_edited_in_many_places_is_as_the_editor_has_it(desk):
    desk.open(SLIDES)
    edits = [("# 😀\n", (0, 0), None), ("\n", (4, 0), None), ("ti", (2, 4), (2, 6))]
    for text, at, stop in edits:
        desk.type(text, at, stop)
    desk.type("  - titel: Two\n", (4, 0))
    (item,) = desk.diagnostics()
    assert item.range.start == types.Position(4, 4)


def test_a_client_is_asked_to_tell_what_changes_on_disk(start):
    editor = start(watching=True)
    (asked,) = editor.run(editor.registered.get()).registrations
    assert asked.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
