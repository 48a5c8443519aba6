"""What is in a group stands in a line across the way that the whole leads, where that is larger."""

from itertools import pairwise

import pytest

from deckgen.diagrams.lining import lined, one_by_one
from deckgen.diagrams.model import Cluster, Direction, Edge, Graph, Node
from deckgen.pages import TextFrame, single_items
from tests.support.building import build_pages

GROUPS = {"Edge": "abc", "Core": "defg", "Data": "hij"}
EDGES = ("ad", "bd", "ce", "de", "df", "dh", "fi", "gj")


def graph(direction):
    groups = tuple(Cluster(name, name, tuple(nodes)) for name, nodes in GROUPS.items())
    nodes = tuple(Node(name, name) for name in "abcdefghij")
    return Graph(nodes, tuple(Edge(edge[0], edge[1]) for edge in EDGES), groups, direction)


@pytest.mark.parametrize(
    ("leads", "line"),
    [
        (Direction.RIGHT, Direction.DOWN),
        (Direction.LEFT, Direction.DOWN),
        (Direction.DOWN, Direction.RIGHT),
        (Direction.UP, Direction.RIGHT),
    ],
)
def test_lines_run_across_the_way_that_the_whole_leads(leads, line):
    found = lined(graph(leads))
    assert found is not None
    assert {found.direction_within(name) for name in GROUPS} == {line}
    assert found.direction_within("") is leads


def test_group_that_leads_where_its_author_says_stays():
    told = Cluster("Edge", "Edge", ("a", "b"), direction=Direction.UP)
    assert lined(Graph((Node("a", "a"), Node("b", "b")), (), (told,))) is None


def test_group_around_others_stays_and_those_in_it_are_lined():
    inner = Cluster("in", "in", ("a", "b"), within="out")
    outer = Cluster("out", "out", ("c", "d"))
    found = lined(Graph(tuple(Node(name, name) for name in "abcd"), (), (outer, inner)))
    assert found is not None
    assert [group.lined for group in found.groups] == [False, True]


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ("", "abcd"),
        ("ad", "adbc"),
        ("ab ac bd cd", "abcd"),
        ("dc cb ba", "dcba"),
        ("ab ba cd", "abcd"),
    ],
)
def test_edges_lead_on_to_what_stands_near(edges, expected):
    assert one_by_one("abcd", [(a, b) for a, b in edges.split()]) == [*expected]


ARCHITECTURE = """
slides:
  - title: Architecture
    diagram: |
      flowchart LR
        subgraph Clients
          web[Web shop]
          app[Mobile app]
          partner[Partner API]
        end
        subgraph Edge
          cdn[CDN and WAF]
          gw[API gateway]
          auth[Identity provider]
        end
        subgraph Core
          order[Order service]
          pay[Payment service]
          inv[Inventory service]
          ship[Shipping service]
        end
        subgraph Data
          odb[(Order store)]
          idb[(Inventory store)]
          bus[Event bus]
          wh[(Data warehouse)]
        end
        psp[Payment provider]
        web & app --> cdn --> gw
        partner --> gw --> auth
        gw --> order --> pay --> psp
        order --> odb & bus
        inv --> idb
        bus --> inv & ship & wh
"""


def test_architecture_of_fifteen_nodes_is_read_with_ease():
    (page,) = build_pages(ARCHITECTURE).pages
    frames = {
        item.paragraphs[0].text: item
        for item in single_items(page.items)
        if isinstance(item, TextFrame) and item.paragraphs
    }
    columns = (
        ("Web shop", "Mobile app", "Partner API"),
        ("CDN and WAF", "API gateway", "Identity provider"),
        ("Order service", "Payment service", "Inventory service", "Shipping service"),
        ("Order store", "Inventory store", "Event bus", "Data warehouse"),
    )
    for names in columns:
        boxes = [frames[name].box for name in names]
        assert all(one.bottom <= other.y for one, other in pairwise(boxes))
        assert max(box.x for box in boxes) < min(box.right for box in boxes)
    assert frames["Order service"].paragraphs[0].style.size.points >= 13
