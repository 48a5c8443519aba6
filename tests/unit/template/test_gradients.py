"""A gradient that was seen before paints what it paints when it is seen for the first time."""

from hypothesis import given
from hypothesis import strategies as st

from deckgen.colors import Color
from deckgen.geometry import Rect
from deckgen.opc.xml import NAMESPACES, parse
from deckgen.template.gradients import _shown, painted
from deckgen.units import Emu

ways = st.one_of(
    st.builds(
        '<a:lin ang="{}" scaled="{}"/>'.format, st.integers(0, 21_600_000), st.integers(0, 1)
    ),
    st.builds(
        '<a:path path="{}"><a:fillToRect l="{}" t="{}" r="{}" b="{}"/></a:path>'.format,
        st.sampled_from(("circle", "rect")),
        *(st.integers(0, 100_000) for _ in range(4)),
    ),
)
stops = st.lists(st.tuples(st.integers(0, 100_000), st.sampled_from("048CF")), max_size=4)
boxes = st.builds(Rect, *(st.integers(0, 9_000_000).map(Emu) for _ in range(4)))


def tone(element):
    return Color(element.get("val")), 1.0


@given(way=ways, stops=stops, boxes=st.lists(boxes, min_size=1, max_size=3))
def test_it_paints_alike(way, stops, boxes):
    colors = "".join(f'<a:gs pos="{at}"><a:srgbClr val="{c * 6}"/></a:gs>' for at, c in stops)
    written = f'<a:gradFill xmlns:a="{NAMESPACES["a"]}"><a:gsLst>{colors}</a:gsLst>{way}'
    fill = parse(f"{written}</a:gradFill>".encode())
    again = [painted(fill, box, tone) for box in boxes for _ in range(2)][1::2]
    first = []
    for box in boxes:
        _shown.cache_clear()
        first.append(painted(fill, box, tone))
    assert again == first
    assert [paint.box for paint in again] == boxes
