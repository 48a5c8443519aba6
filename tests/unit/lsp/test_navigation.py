"""Hover, definition, references, outline, links of documents, rename and quick fixes."""

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.support.building import ROOT

DECK = """\
variables: {product: Aurora}
slides:
  - section: Results
  - title: What ${product} costs
    id: costs
    layout: Title and Content
    body: See [the plan](#the-plan) and [more](#more).
  - title: The plan
    image: a.png
  - include: parts/more.yaml
"""
MORE = """\
- title: More
  id: more
  body: As [costs](#costs) say, ${product}[^1].
  footnotes: Ours
"""


@pytest.fixture
def deck(desk):
    """A deck that includes a file, which is not open, and names a picture that is there."""
    (desk.folder / "parts").mkdir()
    (desk.folder / "parts/more.yaml").write_text(MORE)
    (desk.folder / "a.png").write_bytes(b"12345")
    desk.open(DECK)
    return desk


def put(desk, word, name="deck.yaml", text=DECK):
    """Put the cursor into the first place of a word."""
    line = next(n for n, line in enumerate(text.split("\n")) if word in line)
    column = text.split("\n")[line].index(word) + len(word) // 2
    desk.cursor = (desk.uri(name), types.Position(line, column))


def shown(desk, locations):
    """Return the lines at locations, by their files."""
    texts = {desk.uri("deck.yaml"): DECK, desk.uri("parts/more.yaml"): MORE}
    return [
        (place.uri.rpartition("/")[2], covered(texts[place.uri], place.range))
        for place in locations
    ]


def covered(text, place):
    line = text.split("\n")[place.start.line]
    return line[place.start.character : place.end.character]


def test_hover_on_a_key_says_what_the_reference_does(deck):
    put(deck, "layout")
    hover = deck.editor.ask("hover", types.HoverParams(**deck.at()))
    page = (ROOT / "docs/reference/language.md").read_text()
    row = next(line for line in page.splitlines() if line.startswith("| `layout`"))
    assert row.split(" | ")[3].rstrip(" |") in hover.contents.value
    assert hover.contents.value.startswith("**`layout`**")
    assert covered(DECK, hover.range) == "layout"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("#the-plan", "**The plan**\n\ndeck.yaml, line 8"),
        ("#more", "**More**\n\nmore.yaml, line 2"),
        ("${product}", "`product` is `Aurora`"),
        ("a.png", "**a.png**, 5 bytes"),
    ],
)
def test_hover_on_a_name_says_what_it_leads_to(deck, word, said):
    put(deck, word)
    assert deck.editor.ask("hover", types.HoverParams(**deck.at())).contents.value == said


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("#the-plan", ("deck.yaml", "title: The plan")),
        ("#more", ("more.yaml", "more")),
        ("${product}", ("deck.yaml", "product")),
    ],
)
def test_definition_of_a_name_is_where_it_is_given(deck, word, place):
    put(deck, word)
    found = deck.editor.ask("definition", types.DefinitionParams(**deck.at()))
    assert shown(deck, found) == [place]


@pytest.mark.parametrize("word", ["a.png", "parts/more.yaml"])
def test_definition_of_a_file_is_the_file(deck, word):
    put(deck, word)
    (found,) = deck.editor.ask("definition", types.DefinitionParams(**deck.at()))
    assert found.uri == deck.uri(word)


def test_definition_of_a_footnote_is_its_text(deck):
    deck.open(MORE, "parts/more.yaml")
    put(deck, "[^1]", "parts/more.yaml", MORE)
    found = deck.editor.ask("definition", types.DefinitionParams(**deck.at()))
    assert shown(deck, found) == [("more.yaml", "Ours")]


def test_references_are_found_in_all_files_of_the_deck(deck):
    put(deck, "costs\n".strip(), text=DECK.replace("costs", "xxxxx", 1))
    context = types.ReferenceContext(include_declaration=True)
    found = deck.editor.ask("references", types.ReferenceParams(context=context, **deck.at()))
    assert shown(deck, found) == [("deck.yaml", "costs"), ("more.yaml", "costs")]
    context = types.ReferenceContext(include_declaration=False)
    found = deck.editor.ask("references", types.ReferenceParams(context=context, **deck.at()))
    assert shown(deck, found) == [("more.yaml", "costs")]


def test_what_names_the_same_is_highlighted(deck):
    put(deck, "product")
    params = types.DocumentHighlightParams(**deck.at())
    found = deck.editor.ask("document_highlight", params)
    assert [covered(DECK, each.range) for each in found] == ["product", "product"]


def test_the_outline_has_sections_and_slides_below_them(deck):
    document = types.TextDocumentIdentifier(deck.uri("deck.yaml"))
    found = deck.editor.ask("document_symbol", types.DocumentSymbolParams(document))
    assert [symbol.name for symbol in found] == ["variables", "slides"]
    (section,) = found[1].children
    assert (section.name, section.detail) == ("Results", "section")
    inner = [(symbol.name, symbol.detail) for symbol in section.children]
    assert inner == [
        ("What ${product} costs", "#costs"),
        ("The plan", None),
        ("parts/more.yaml", "include"),
    ]


def test_names_of_files_that_are_there_are_links(deck):
    document = types.TextDocumentIdentifier(deck.uri("deck.yaml"))
    found = deck.editor.ask("document_link", types.DocumentLinkParams(document))
    assert [link.target for link in found] == [deck.uri("a.png"), deck.uri("parts/more.yaml")]


def test_an_id_is_renamed_with_all_links_to_it(deck):
    put(deck, "#more")
    place = deck.editor.ask("prepare_rename", types.PrepareRenameParams(**deck.at()))
    assert place.placeholder == "more"
    edit = deck.editor.ask("rename", types.RenameParams(new_name="details", **deck.at()))
    changed = {uri: [change.new_text for change in each] for uri, each in edit.changes.items()}
    assert changed == {
        deck.uri("deck.yaml"): ["details"],
        deck.uri("parts/more.yaml"): ["details"],
    }


def test_a_variable_is_renamed_in_all_files(deck):
    put(deck, "product")
    edit = deck.editor.ask("rename", types.RenameParams(new_name="name", **deck.at()))
    assert sorted(len(each) for each in edit.changes.values()) == [1, 2]


@pytest.mark.parametrize(
    ("word", "name", "why"),
    [
        ("#the-plan", "x", "nothing in the deck has the id `the-plan`"),
        ("Results", "x", "only ids of slides and names of variables are renamed"),
        ("#more", "a b", "`a b` is no name"),
        ("#more", "costs", "`costs` is the name of something else"),
    ],
)
def test_what_cannot_be_renamed_is_refused_with_the_reason(deck, word, name, why):
    put(deck, word)
    with pytest.raises(JsonRpcException, match=why):
        deck.editor.ask("rename", types.RenameParams(new_name=name, **deck.at()))


def actions(desk, text):
    """Return a text after each quick fix for its diagnostics."""
    uri = desk.open(text)
    whole = types.Range(types.Position(0, 0), types.Position(text.count("\n"), 0))
    params = types.CodeActionParams(
        types.TextDocumentIdentifier(uri), whole, types.CodeActionContext([])
    )
    found = {}
    for action in desk.editor.ask("code_action", params):
        (change,) = action.edit.changes[uri]
        lines = text.splitlines(keepends=True)
        start = sum(map(len, lines[: change.range.start.line])) + change.range.start.character
        stop = sum(map(len, lines[: change.range.end.line])) + change.range.end.character
        found[action.title] = text[:start] + change.new_text + text[stop:]
    return found


def test_quick_fixes_do_what_hints_say(desk):
    text = "slides:\n  - titel: One\n    body: [x]\n"
    assert actions(desk, text) == {"Replace `titel` by `title`": text.replace("titel", "title")}


def test_a_server_that_is_asked_of_no_file_answers_nothing(desk):
    desk.cursor = (desk.uri("none.yaml"), types.Position(3, 3))
    assert desk.editor.ask("completion", types.CompletionParams(**desk.at())) is None
    assert desk.editor.ask("hover", types.HoverParams(**desk.at())) is None
