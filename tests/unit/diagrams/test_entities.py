"""Mermaid's entity relationship diagrams -> graphs."""

import pytest

from deckgen.diagrams.mermaid import read
from deckgen.diagrams.model import DiagramError, Direction, EdgeLine, Head


def shown(text):
    return read(f"erDiagram\n{text}").content


@pytest.mark.parametrize(
    ("relation", "counts", "line"),
    [
        ("||--||", ("1", "1"), EdgeLine.SOLID),
        ("|o--o{", ("0..1", "0..*"), EdgeLine.SOLID),
        ("}o..o|", ("0..*", "0..1"), EdgeLine.DOTTED),
        ("}|--|{", ("1..*", "1..*"), EdgeLine.SOLID),
        ("o{--||", ("0..*", "1"), EdgeLine.SOLID),
        ("1 to zero or more", ("1", "0..*"), EdgeLine.SOLID),
        ("only one to one or many", ("1", "1..*"), EdgeLine.SOLID),
        ("many(0) optionally to 1+", ("0..*", "1..*"), EdgeLine.DOTTED),
    ],
)
def test_relations_tell_how_many_there_are_at_both_ends(relation, counts, line):
    (edge,) = shown(f"  A {relation} B : has").edges
    assert (edge.source, edge.target, edge.label) == ("A", "B", "has")
    assert (edge.counts, edge.line, edge.head) == (counts, line, Head.NONE)


@pytest.mark.parametrize("written", ["A||--o{B:has", 'A ||--o{ B : "has"', "A||--o{ B"])
def test_blanks_and_words_may_be_left_out(written):
    (edge,) = shown(written).edges
    assert (edge.source, edge.target) == ("A", "B")


@pytest.mark.parametrize(
    "written",
    [
        'A {\n  string name PK\n  int(4) no FK, UK "as printed"\n}',
        'A { string name PK  int(4) no FK,UK "as printed" }',
        'A {\n  %% a comment\n  string name PK;\n  int(4) no FK, UK "as printed"\n}\n',
    ],
)
def test_attributes_stand_below_their_entity_with_keys_and_comments(written):
    (node,) = shown(written).nodes
    assert node.parts == (("string name PK", "int(4) no FK UK: as printed"),)


def test_names_of_several_words_stand_in_quotes_or_brackets():
    graph = shown('"Two words"\nc[A name]\nd["Other"] ||--|| c : is\nLINE-ITEM')
    assert [node.label for node in graph.nodes] == ["Two words", "A name", "Other", "LINE-ITEM"]


def test_direction_and_looks_are_read():
    graph = shown("  direction LR\n  A:::x ||--|| B : is\n  classDef x fill:#f00")
    assert graph.direction is Direction.RIGHT
    assert [node.tone for node in graph.nodes] == ["bad", ""]


def test_a_column_of_the_name_title_is_no_title_of_the_diagram():
    made = read("erDiagram\n  A {\n    title string\n  }")
    assert (made.title, made.content.nodes[0].parts) == ("", (("title string",),))


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("A --> B", "cannot read `--> B`"),
        ("A ||--o{", "the diagram ends too early"),
        ("A { string }", "cannot read `string }`"),
        ("A { string name", "the diagram ends too early"),
        ("? ", "cannot read `?`"),
    ],
)
def test_mistakes_are_told_where_they_are(written, message):
    with pytest.raises(DiagramError, match="^" + message.replace("?", r"\?")) as told:
        shown(written)
    assert told.value.hint
