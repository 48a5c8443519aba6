"""A deck with broken slides: one mistake is told for each of them, and the others are kept."""

from hypothesis import example, given
from hypothesis import strategies as st

import deckgen
from deckgen.compiler import build_text

WHOLE = (
    "  - title: Plain\n    body: x\n",
    "  - title: List\n    body:\n      - one\n      - two\n",
    "  - title: Literal\n    body: |\n      - one\n\n      - \"two'\n",
    "  - {title: Flow, body: [x, 'y']}\n",
    "  # a remark\n  - section: Part\n",
)
BROKEN = (
    '  - title: "open\n    body: x\n',
    "  - title: 'open\n",
    "  - title: x\n    body: [a, b\n",
    "  - {title: x, body: y\n",
    "  - title: a: b\n",
    "  - title: x\n\tbody: y\n",
    "  - title: x\n   body: y\n",
    "  - title: x\n    body\n    notes: z\n",
    "  - title: *unknown\n",
    "  - title: @x\n",
    "  - title：x\n    body: y\n",
)
LATE = [BROKEN[1], WHOLE[2]]
"""A quotation that is closed by the last mark of what is below it."""
slides = st.lists(st.sampled_from(WHOLE + BROKEN), min_size=1, max_size=7)


@given(slides)
@example(LATE)
@example([*LATE, BROKEN[0]])
def test_each_broken_slide_gives_one_error_at_its_place(written):
    text = "deck: {language: en}\nslides:\n" + "".join(written)
    told = deckgen.compile(text, world=deckgen.MemoryWorld()).diagnostics
    errors = [item.span.start for item in told if item.is_error]
    start, broken = text.index("slides:\n") + len("slides:\n"), 0
    for slide in written:
        found = sum(start <= error < start + len(slide) for error in errors)
        assert found == (slide in BROKEN), (slide, [str(item) for item in told])
        start, broken = start + len(slide), broken + (slide in BROKEN)
    assert len(errors) == broken


@given(slides)
@example(LATE)
@example([*LATE, BROKEN[0]])
def test_slides_that_are_whole_are_kept(written):
    text = "slides:\n" + "".join(written) + "summary: {title: End, body: x}\n"
    spec = build_text(text, world=deckgen.MemoryWorld()).spec()
    assert spec is not None
    assert len(spec.slides) == sum(slide in WHOLE for slide in written)
    assert spec.summary is not None
    assert spec.is_whole == all(slide in WHOLE for slide in written)
