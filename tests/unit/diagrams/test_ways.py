"""Nodes never overlap, and no way of an edge goes through a box, for any graph."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.diagrams.arranged import Margins, arranged
from deckgen.diagrams.layers import Footprint, NodeSpacing, acyclic
from deckgen.diagrams.model import Cluster, Direction, Edge, Graph, Head, Node
from deckgen.diagrams.routes import Router
from deckgen.records import replace

SPACING, MARGINS, MARGIN = NodeSpacing(30, 50), Margins(20, 12), 12


@st.composite
def graphs(draw, most=14):
    count = draw(st.integers(2, most))
    names = [f"n{number}" for number in range(count)]
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names))
    edges = draw(st.lists(pairs, min_size=1, max_size=count + 6, unique=True))
    groups: tuple[Cluster, ...] = ()
    if draw(st.booleans()):
        cut = draw(st.integers(1, count - 1))
        groups = (Cluster("g", "Group", tuple(names[:cut])),)
    nodes = tuple(Node(name, name) for name in names)
    direction = draw(st.sampled_from(Direction))
    return Graph(nodes, tuple(Edge(*pair) for pair in edges), groups, direction)


sizes = st.builds(Footprint, st.integers(30, 160), st.integers(20, 70))


rows = st.integers(1, 3)


def placed(graph, extents, rows=1):
    footprints = {node.id: extents[n % len(extents)] for n, node in enumerate(graph.nodes)}
    spacing = replace(SPACING, rows=rows)
    return arranged(graph, footprints, {"g": Footprint(60, 20)}, spacing, MARGINS)


def overlap(one, other):
    return (
        one.x < other.right - 0.01
        and other.x < one.right - 0.01
        and one.y < other.bottom - 0.01
        and other.y < one.bottom - 0.01
    )


@settings(max_examples=60)
@given(graphs(), st.lists(sizes, min_size=1, max_size=4), rows)
def test_nodes_never_overlap_and_groups_hold_their_own_alone(graph, extents, rows):
    found = placed(graph, extents, rows)
    assert found.nodes.keys() == {node.id for node in graph.nodes}
    assert not any(overlap(a, b) for a, b in combinations(found.nodes.values(), 2))
    for group in graph.groups:
        box = found.groups[group.id]
        inside = {name for name, spot in found.nodes.items() if overlap(spot, box)}
        assert inside == set(group.nodes)


@settings(max_examples=60)
@given(graphs(10), st.lists(sizes, min_size=1, max_size=4), rows)
def test_ways_go_through_no_box_and_turn_at_right_angles(graph, extents, rows):
    found = placed(graph, extents, rows)
    router = Router(found.nodes, MARGIN, graph.direction, within=found.groups)
    for edge in graph.edges:
        way = router.way(edge, direction=found.direction_of(edge, graph))
        if way is None:
            continue
        assert len(way.points) <= 6
        for (ax, ay), (bx, by) in pairwise(way.points):
            assert ax == bx or ay == by
            for name, box in found.nodes.items():
                if name in (edge.source, edge.target):
                    continue
                crossed = (
                    max(ax, bx) > box.x
                    and min(ax, bx) < box.right
                    and max(ay, by) > box.y
                    and min(ay, by) < box.bottom
                )
                assert not crossed, (edge, name)


@pytest.mark.parametrize("count", [3, 12, 40])
def test_each_edge_of_a_tree_has_its_way(count):
    nodes = tuple(Node(f"n{n}", "x") for n in range(count))
    edges = tuple(Edge(f"n{(n - 1) // 2}", f"n{n}") for n in range(1, count))
    found = placed(Graph(nodes, edges), [Footprint(60, 30)])
    router = Router(found.nodes, MARGIN, Direction.DOWN)
    assert all(router.way(edge) is not None for edge in edges)


def test_edges_that_lead_back_are_turned_and_all_others_stay():
    assert acyclic([(0, 1), (1, 2), (2, 0), (0, 1)]) == [(0, 1), (1, 2), (0, 2)]


def test_children_stand_in_the_order_in_which_they_are_written():
    nodes = tuple(Node(name, name) for name in "rabc")
    edges = tuple(Edge("r", name) for name in "abc")
    found = placed(Graph(nodes, edges), [Footprint(60, 30)])
    assert sorted("abc", key=lambda name: found.nodes[name].x) == ["a", "b", "c"]


@pytest.mark.parametrize("direction", [Direction.RIGHT, Direction.LEFT])
def test_an_edge_across_leads_straight_to_what_is_alone_in_a_group(direction):
    nodes = (Node("a", "a"), Node("b", "b"))
    graph = Graph(nodes, (Edge("a", "b"),), (Cluster("g", "Group", ("b",)),), direction)
    found = placed(graph, [Footprint(80, 40)])
    one, other, group = found.nodes["a"], found.nodes["b"], found.groups["g"]
    assert one.y + one.height / 2 == other.y + other.height / 2
    assert group.bottom - other.bottom == MARGINS.side
    assert other.y - group.y == MARGINS.heading + 20


def site_of_each(edges, names="abcd"):
    graph = Graph(tuple(Node(name, name) for name in names), edges)
    found = placed(graph, [Footprint(60, 30)])
    router = Router(found.nodes, MARGIN, Direction.DOWN)
    return [way.start for edge in edges if (way := router.way(edge)) is not None]


def test_an_edge_that_means_something_else_does_not_join_at_the_head_of_another():
    inherits, has, plain = (
        Edge("a", name, head=Head.NONE, tail=tail)
        for name, tail in (("b", Head.TRIANGLE), ("c", Head.DIAMOND), ("d", Head.NONE))
    )
    for edges in ((inherits, has, plain), (plain, has, inherits)):
        assert len(set(site_of_each(edges))) == len(edges)


def test_edges_that_mean_the_same_lead_to_one_head():
    edges = tuple(Edge("a", name, head=Head.NONE, tail=Head.TRIANGLE) for name in "bcd")
    assert len(set(site_of_each(edges))) == 1
