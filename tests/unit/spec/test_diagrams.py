"""Diagrams that no slide can show are told before they are drawn."""

import pytest

from tests.support.building import open_deck


def said(text):
    build = open_deck(text)
    build.deck()
    return [f"{item.code.slug} {item.message}" for item in build.sink.sorted()]


@pytest.mark.parametrize("count", [101, 5_000])
def test_a_diagram_of_too_many_nodes_is_one_mistake(count):
    chain = " --> ".join(f"n{number}" for number in range(count))
    (told,) = said(f"slides: [{{title: x, diagram: 'flowchart LR; {chain}'}}]")
    assert told == f"bad-diagram the diagram has {count:,} nodes, and at most 100 are drawn"


def test_a_diagram_of_too_many_edges_is_one_mistake():
    edges = ", ".join(["a -> b"] * 201)
    (told,) = said(f"slides: [{{title: x, diagram: {{edges: [{edges}]}}}}]")
    assert told == "bad-diagram the diagram has 201 edges, and at most 200 are drawn"


@pytest.mark.parametrize("drawn", ["mermaid: flowchart LR; a --> b", "edges: [a -> b]"])
@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("titel: x", "bad-diagram unknown key `titel`"),
        ("title: [x, y]", "wrong-type expected text, found a list"),
        ("build: perhaps", "wrong-type expected `true` or `false`, found `perhaps`"),
    ],
)
def test_what_is_said_of_a_diagram_in_vain_is_told(drawn, key, told):
    assert said(f"slides: [{{title: x, diagram: {{{drawn}, alt: y, {key}}}}}]") == [told]


def test_what_is_said_of_a_diagram_may_have_variables():
    text = "variables: {x: Words}\nslides: [{diagram: {edges: [a -> b], alt: '${x}'}}]"
    (slide,) = open_deck(text).deck().slides
    assert slide.content[0].graph.alt == "Words"
