"""Mermaid -> graphs: the forms that its manual has, and mistakes at their place."""

import pytest

from deckgen.diagrams.mermaid import read
from deckgen.diagrams.model import DiagramError, Direction, EdgeLine, Head, NodeOutline


def edges(text):
    return [(edge.source, edge.target, edge.label) for edge in shown(text).edges]


def shown(text):
    """Return what a text shows."""
    return read(text).content


@pytest.mark.parametrize(
    ("written", "outline"),
    [
        ("[x]", NodeOutline.BOX),
        ("(x)", NodeOutline.ROUNDED),
        ("([x])", NodeOutline.STADIUM),
        ("[[x]]", NodeOutline.ROUTINE),
        ("[(x)]", NodeOutline.STORE),
        ("((x))", NodeOutline.CIRCLE),
        ("{x}", NodeOutline.DECISION),
        ("{{x}}", NodeOutline.HEXAGON),
        ("[/x/]", NodeOutline.SLANTED),
        (">x]", NodeOutline.FLAG),
        ("@{ shape: cyl, label: 'x' }", NodeOutline.STORE),
    ],
)
def test_outlines_are_told_by_brackets(written, outline):
    (node,) = shown(f"flowchart LR\n  A{written}").nodes
    assert node.outline is outline
    assert node.label.strip("'") == "x"


@pytest.mark.parametrize(
    ("link", "label", "line", "head", "tail"),
    [
        ("-->", "", EdgeLine.SOLID, Head.ARROW, Head.NONE),
        ("---", "", EdgeLine.SOLID, Head.NONE, Head.NONE),
        ("-->|yes|", "yes", EdgeLine.SOLID, Head.ARROW, Head.NONE),
        ("-- yes -->", "yes", EdgeLine.SOLID, Head.ARROW, Head.NONE),
        ("-- yes ---", "yes", EdgeLine.SOLID, Head.NONE, Head.NONE),
        ("-.->", "", EdgeLine.DOTTED, Head.ARROW, Head.NONE),
        ("-. yes .->", "yes", EdgeLine.DOTTED, Head.ARROW, Head.NONE),
        ("==>", "", EdgeLine.THICK, Head.ARROW, Head.NONE),
        ("== yes ==>", "yes", EdgeLine.THICK, Head.ARROW, Head.NONE),
        ("<-->", "", EdgeLine.SOLID, Head.ARROW, Head.ARROW),
        ("x--x", "", EdgeLine.SOLID, Head.CROSS, Head.CROSS),
        ("--o", "", EdgeLine.SOLID, Head.CIRCLE, Head.NONE),
        ("~~~", "", EdgeLine.HIDDEN, Head.NONE, Head.NONE),
        ("---->", "", EdgeLine.SOLID, Head.ARROW, Head.NONE),
    ],
)
def test_links_have_lines_heads_and_words(link, label, line, head, tail):
    (edge,) = shown(f"flowchart LR\n  A {link} B").edges
    assert (edge.label, edge.line, edge.head, edge.tail) == (label, line, head, tail)


def test_links_go_on_and_join_several_nodes():
    assert edges("graph TD;a & b --> c --> d;d-->e") == [
        ("a", "c", ""),
        ("b", "c", ""),
        ("c", "d", ""),
        ("d", "e", ""),
    ]


def test_subgraphs_hold_the_nodes_that_are_first_named_in_them():
    graph = shown(
        "flowchart TB\n c1-->a2\n subgraph one [Two words]\n  a1-->b\n"
        "  subgraph inner\n   direction LR\n   x-->y\n  end\n end\n one --> c1"
    )
    one, inner = graph.groups
    assert (one.label, one.nodes, one.within) == ("Two words", ("a1", "b"), "")
    assert (inner.nodes, inner.within) == (("x", "y"), "one")
    assert "one" not in {node.id for node in graph.nodes}


def test_words_have_breaks_entities_and_no_marks():
    graph = shown(
        'flowchart LR\n A["f(x)<br/>#quot;y#quot; **b**"] --> B["`**bold** c`"]\n C[fa:fa-car Car]'
    )
    assert [node.label for node in graph.nodes] == ['f(x)\n"y" **b**', "bold c", "Car"]


def test_styles_comments_and_front_matter_are_passed_over():
    text = (
        "---\ntitle: x\n---\n%%{init: {}}%%\nflowchart RL\n %% c\n classDef a fill:#f00\n"
        " A:::a --> B\n style A x"
    )
    assert edges(text) == [("A", "B", "")]
    assert shown(text).direction is Direction.LEFT


def test_a_note_on_a_state_that_holds_others_is_tied_to_its_box():
    graph = shown(
        "stateDiagram-v2\n state First {\n  x --> y\n }\n First --> z\n note right of First : mind"
    )
    (note,) = (node for node in graph.nodes if node.label == "mind")
    assert ("First", note.id) in [(edge.source, edge.target) for edge in graph.edges]
    assert note.id not in graph.groups[0].nodes


def test_states_start_and_end_and_hold_others():
    graph = shown(
        "stateDiagram-v2\n [*] --> First\n state First {\n  [*] --> x\n  x --> [*]\n }\n"
        ' state "Long name" as s2\n First --> s2 : then\n s2 --> [*]\n state f <<fork>>\n'
        " note right of s2 : mind"
    )
    outlines = {node.id: node.outline for node in graph.nodes}
    assert outlines["start"] is NodeOutline.START
    assert outlines["First end"] is NodeOutline.END
    assert outlines["f"] is NodeOutline.BAR
    assert [group.id for group in graph.groups] == ["First"]
    assert ("First", "s2", "then") in [(e.source, e.target, e.label) for e in graph.edges]
    assert "Long name" in {node.label for node in graph.nodes}


@pytest.mark.parametrize(
    ("relation", "head", "tail", "line"),
    [
        ("<|--", Head.NONE, Head.TRIANGLE, EdgeLine.SOLID),
        ("*--", Head.NONE, Head.DIAMOND, EdgeLine.SOLID),
        ("o--", Head.NONE, Head.OPEN_DIAMOND, EdgeLine.SOLID),
        ("-->", Head.ARROW, Head.NONE, EdgeLine.SOLID),
        ("..>", Head.ARROW, Head.NONE, EdgeLine.DOTTED),
        ("..|>", Head.TRIANGLE, Head.NONE, EdgeLine.DOTTED),
        ("--", Head.NONE, Head.NONE, EdgeLine.SOLID),
    ],
)
def test_classes_are_related(relation, head, tail, line):
    (edge,) = shown(f"classDiagram\n A {relation} B : uses").edges
    assert (edge.label, edge.head, edge.tail, edge.line) == ("uses", head, tail, line)


def test_classes_have_members_and_kinds():
    graph = shown(
        "classDiagram\n class Shape {\n  <<interface>>\n  +int sides\n  +draw() List~int~\n }\n"
        " Shape : +name\n"
        ' Customer "1" --> "*" Ticket'
    )
    shape = graph.nodes[0]
    assert shape.label == "«interface»\nShape"
    assert shape.parts == (("+int sides", "+name"), ("+draw() List<int>",))
    assert graph.edges[0].counts == ("1", "*")


def test_comments_may_stand_above_the_kind():
    for kind in ("flowchart LR", "stateDiagram-v2", "classDiagram"):
        assert edges(f"%% how it goes\n\n{kind}\n%% x\n  A --> B\n") == [("A", "B", "")]


def test_a_mind_map_is_a_tree_by_indentation():
    assert edges("mindmap\n  root((r))\n    a\n      b\n    c") == [
        ("n0", "n1", ""),
        ("n1", "n2", ""),
        ("n0", "n3", ""),
    ]


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("", 0),
        ("pie\n a : 1", 5),
        ("journey\n title x", 0),
        ("%% none\n flowchart LR\n", 9),
        ("stateDiagram-v2", 0),
        ("flowchart LR\n A[x --> B", 15),
        ("flowchart LR\n A --> ", 19),
        ("flowchart LR\n subgraph a\n A", 27),
        ("flowchart LR\n end", 14),
        ("mindmap\n  a\n  b", 14),
        ("stateDiagram-v2\n a => b", 17),
        ("classDiagram\n class A {\n x", 25),
    ],
)
def test_mistakes_are_told_where_they_are(text, offset):
    with pytest.raises(DiagramError) as caught:
        read(text)
    assert caught.value.offset == offset


@pytest.mark.parametrize(
    ("written", "hint"),
    [("A -> B", "`-->`"), ("A => B", "`==>`"), ("A --> end", "write `End`")],
)
def test_usual_slips_in_flowcharts_are_told_with_what_to_write(written, hint):
    with pytest.raises(DiagramError) as told:
        read(f"flowchart TD\n  {written}")
    assert hint in told.value.hint


@pytest.mark.parametrize("text", ["A -> B -> C", "開始 --> 終了", "a ..> b"])
def test_edges_without_a_kind_of_diagram_are_told_how_to_be_written(text):
    with pytest.raises(DiagramError) as told:
        read(text)
    assert "`flowchart LR` on the line above, or `edges: [a -> b, b -> c]`" in told.value.hint
