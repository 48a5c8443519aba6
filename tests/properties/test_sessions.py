"""A session says of a deck what a cold build says, whatever was done to the deck before."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import deckgen
from deckgen.compiler import Options
from tests.support.pictures import picture

SLIDES = (
    "  - title: Costs\n    body: [Rose, Fell]\n",
    "  - title: Costs\n    body: |\n      - Rose again[^1]\n\n      [^1]: In May\n",
    "  - title: Kosten\n    id: costs\n    source: Eurostat\n    body: |\n      **以上**です。\n",
    "  - title: To [costs](#costs) and [out](https://example.org)\n    body: see [it](#costs)\n",
    "  - image: {src: a.png, alt: A}\n    notes: Say *it*\n",
    "  - title: Two\n    body: |\n      ![A](a.png)\n\n      ![B](b.png)\n",
    "  - body: Acme Gear turns [nowhere](#nowhere)\n",
    "  - section: Part\n",
    "  - title: Long\n    body: |\n" + "      - A line of a list that is not short\n" * 30,
    "  - title: Odd #3\n    body: [one, 1,200]\n",
    "  - title: Built\n    build: true\n    transition: push\n    body: [One, Two]\n",
    "  - title: Held\n    body: |\n      - One\n\n      . . .\n\n      - Two\n",
    "  - title: Wrong\n    colour: red\n",
    "  - title: Numbers\n    body: |\n      | A | B |\n      |---|--:|\n      | x | 1 |\n",
    "  # a remark\n  - title: 'Quoted\n      on'\n    hidden: true\n    body: Cafe\n",
    "  - title: สวัสดี\n    body: |\n      ```python\n      x = 1\n      ```\n",
    "  - title: Shapes\n    steps: [One, Two, Three]\n",
    "  - title: Side\n    background: a.png\n    body: |\n      > [!NOTE]\n      > Remark\n",
    "  - title: Chart\n    chart: {type: bar, data: [{name: A, value: 1}, {name: B, value: 2}]}\n",
    "  - title: Formula $x^2$\n    body: |\n      $$\\\\frac{a}{b}$$\n",
    "  - title: Held ${name}\n    body: x\n",
    "  - title: Here\n    id: here\n    when: name == 'here'\n    body: y\n",
    "  - title: On to [it](#here)\n    timeline: [{when: May, what: Start}, End]\n",
    "  - include: nothing.yaml\n",
)
BREAKING = (
    '  - title: "never closed\n    body: x\n',
    "  - title: &mark Marked\n    body: *mark\n",
    "  - title: Tab\n\tbody: x\n",
)
HEADS = (
    "deck: {language: en}\n",
    "deck: {language: en, footer: Report, slide_numbers: '{n} of {total}'}\n",
    "deck:\n  template: plain\n  trademarks: {marks: [Acme Gear]}\n",
    "title: {title: Report, author: Someone}\noverview: {title: Agenda, body: [This]}\n",
    "keynote:\n  title: Keynote\n  slides:\n    - body: One\n    - body: Two\n",
    "variables: {name: here}\n",
    "",
)
PICTURES = (picture(40, 30), picture(300, 200), picture(41, 30), b"no picture", None)


@st.composite
def edits(draw):
    """Return the states of a deck, each some edits after the one before."""
    head, slides, pictures = 0, [0, 1, 2, 3], [0, 1]
    states = []
    for _ in range(draw(st.integers(2, 6))):
        match draw(st.sampled_from(["insert", "delete", "change", "head", "picture", "none"])):
            case "insert":
                kind = draw(st.integers(0, len(SLIDES + BREAKING) - 1))
                slides.insert(draw(st.integers(0, len(slides))), kind)
            case "delete" if len(slides) > 1:
                del slides[draw(st.integers(0, len(slides) - 1))]
            case "change":
                at = draw(st.integers(0, len(slides) - 1))
                slides[at] = draw(st.integers(0, len(SLIDES) - 1))
            case "head":
                head = draw(st.integers(0, len(HEADS) - 1))
            case "picture":
                which = draw(st.integers(0, 1))
                pictures[which] = draw(st.integers(0, len(PICTURES) - 1))
        text = HEADS[head] + "slides:\n" + "".join((SLIDES + BREAKING)[kind] for kind in slides)
        states.append((text, tuple(PICTURES[each] for each in pictures)))
    return states


def said(compiled):
    return [
        (d.code.slug, d.message, str(d.span), d.hints, [(str(la.span), la.text) for la in d.labels])
        for d in compiled.diagnostics
    ]


def both(session, text, world):
    options = Options()
    warm = session.compile(text, base=Path("talk"))
    cold = deckgen.compile(text, base=Path("talk"), options=options, world=world)
    assert said(warm) == said(cold)
    assert warm.pages == cold.pages
    assert warm.output == cold.output


@settings(max_examples=15)
@given(edits())
def test_a_session_gives_the_bytes_of_a_cold_build(states):
    world = deckgen.MemoryWorld()
    session = deckgen.Session(world=world)
    for text, (first, second) in states:
        for name, data in (("a.png", first), ("b.png", second)):
            world.files.pop(f"talk/{name}", None)
            if data is not None:
                world.files[f"talk/{name}"] = data
        both(session, text, world)


def test_a_picture_that_changes_on_disk_is_read_again(tmp_path):
    text, session = SLIDES[4].join(("slides:\n", "")), deckgen.Session()
    sizes = set()
    for width, height in ((40, 30), (80, 30), (30, 40)):
        (tmp_path / "a.png").write_bytes(picture(width, height))
        warm = session.compile(text, base=tmp_path)
        assert warm.output == deckgen.compile(text, base=tmp_path).output
        sizes.add(warm.output)
    assert len(sizes) == 3


def test_a_file_of_data_that_changes_is_read_again(tmp_path):
    text, session = "slides:\n  - table: {data: a.csv}\n", deckgen.Session()
    for row in ("x,1", "y,2"):
        (tmp_path / "a.csv").write_text(f"name,value\n{row}\n")
        warm = session.compile(text, base=tmp_path)
        assert warm.output == deckgen.compile(text, base=tmp_path).output


def test_a_template_that_changes_is_read_again(tmp_path):
    from deckgen.templates import built_in

    text, session = "deck: {template: own.pptx}\n" + "slides:\n" + SLIDES[0], deckgen.Session()
    outputs = set()
    for name in ("corporate", "plain"):
        (tmp_path / "own.pptx").write_bytes(built_in(name, None))
        warm = session.compile(text, base=tmp_path)
        assert warm.output == deckgen.compile(text, base=tmp_path).output
        outputs.add(warm.output)
    assert len(outputs) == 2


def test_only_the_slide_that_was_edited_is_bound_again(monkeypatch):
    bound = []
    from deckgen.spec import bind

    plain = bind._bind_record

    def noted(node, record, binding, extra):
        bound.append(record.__name__)
        return plain(node, record, binding, extra)

    monkeypatch.setattr(bind, "_bind_record", noted)
    session = deckgen.Session(world=deckgen.MemoryWorld())
    text = "slides:\n" + "".join(f"  - title: Slide {n}\n    body: x\n" for n in range(9))
    session.compile(text)
    bound.clear()
    session.compile(text.replace("Slide 4", "Slide four"))
    assert bound.count("Slide") == 1
