"""Trees: where nodes stand, and the lines that lead to them."""

from deckgen.diagrams.layers import Footprint, NodeSpacing
from deckgen.diagrams.model import Direction
from deckgen.diagrams.trees import tidy

SPACING = NodeSpacing(beside=20.0, between=40.0)


def test_the_line_of_a_column_keeps_off_the_column_beside_it():
    children = {"root": ("a", "b"), "a": ("a1", "a2"), "b": ("b1", "b2")}
    sizes = dict.fromkeys(("root", "a", "b", "b1", "b2"), Footprint(50.0, 20.0))
    sizes |= dict.fromkeys(("a1", "a2"), Footprint(150.0, 20.0))
    tree = tidy("root", children, sizes, SPACING, Direction.DOWN, hanging=True)
    line = tree.ways["b2"].points[0][0]
    assert line - tree.nodes["a1"].right >= 0.5 * SPACING.beside


def test_one_that_is_alone_hangs_as_those_beside_it_do():
    def left_of(children):
        sizes = dict.fromkeys(("root", "a", "b", "a1", "a2", "b1"), Footprint(50.0, 20.0))
        tree = tidy("root", children, sizes, SPACING, Direction.DOWN, hanging=True)
        return tree.nodes["b1"].x - tree.nodes["b"].middle[0]

    assert left_of({"root": ("a", "b"), "a": ("a1", "a2"), "b": ("b1",)}) > 0
    assert left_of({"root": ("a", "b"), "a": ("a1",), "b": ("b1",)}) == -25.0
