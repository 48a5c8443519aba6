"""A session as programs use it: builds of a deck that changes, in the memory of one."""

import gc
from pathlib import Path

import pytest

import deckgen
from deckgen.draw.svg import svg
from deckgen.layout.plan.arrange import plan_slide
from deckgen.text import typesetter
from tests.support.growth import assert_level

DECK = "slides:\n" + "".join(f"  - title: Slide {n}\n    body: Text {n}\n" for n in range(4))


@pytest.fixture
def session():
    return deckgen.Session(world=deckgen.MemoryWorld())


def test_a_session_compiles_the_file_as_it_is_now(tmp_path):
    path, session = tmp_path / "deck.yaml", deckgen.Session()
    for text in (DECK, DECK.replace("Slide 2", "Slide two")):
        path.write_text(text)
        assert session.compile(path).output == deckgen.compile(path).output


def test_a_diagnostic_stands_where_the_slide_is_now(session):
    text = "slides:\n  - title: One\n  - titel: Two\n"
    lines = [
        [str(item.span) for item in session.compile(each).diagnostics]
        for each in (text, text.replace("One\n", "One\n    body: x\n"), text)
    ]
    assert lines == [["<deck>:3:5"], ["<deck>:4:5"], ["<deck>:3:5"]]


def test_a_diagnostic_that_was_told_stays_where_it_was(session):
    text = "slides:\n  - title: One\n  - titel: Two\n"
    (item,) = session.compile(text).diagnostics
    session.compile("# above\n" + text)
    assert str(item.span) == "<deck>:3:5"


def test_a_session_goes_on_after_a_deck_that_cannot_be_read(session):
    output = session.compile(DECK).output
    assert not session.compile(DECK + '  - title: "open\n').ok
    assert session.compile(DECK).output == output


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("settings", ["", "deck: {footer: Foot, date: 2026-01-02}\n"])
def test_an_edit_of_one_slide_plans_no_other(session, monkeypatch, settings, number):
    planned = []

    def noted(slide, desk):
        planned.append(slide.title_text)
        return plan_slide(slide, desk)

    session.compile(settings + DECK)
    monkeypatch.setattr("deckgen.layout.bench.plan_slide", noted)
    session.compile(settings + DECK.replace(f"Text {number}", f"More text {number}"))
    assert planned == [f"Slide {number}"]


def test_a_slide_that_is_added_or_taken_away_leaves_the_others_as_they_are(session, monkeypatch):
    """What has no id is numbered: all slides behind it have another one then."""
    planned = []

    def noted(slide, desk):
        planned.append(slide.title_text)
        return plan_slide(slide, desk)

    added = DECK.replace("slides:\n", "slides:\n  - title: More\n    body: x\n")
    anew = deckgen.compile(added, world=deckgen.MemoryWorld())
    session.compile(DECK)
    monkeypatch.setattr("deckgen.layout.bench.plan_slide", noted)
    assert session.compile(added).output == anew.output
    assert planned == ["More"]
    assert session.compile(DECK).output == deckgen.compile(DECK).output


def test_a_session_takes_no_more_memory_from_edit_to_edit(session, monkeypatch):
    monkeypatch.setattr(typesetter, "_MOST_KNOWN", 20)
    assert_level(lambda edit: session.compile(DECK.replace("Text 2", f"Text of edit {edit:03}")))


@pytest.mark.parametrize("enabled", [True, False])
def test_a_build_leaves_the_collector_as_it_was(session, enabled):
    was_enabled = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        session.compile(DECK, base=Path())
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was_enabled else gc.disable)()


def test_a_session_draws_anew_what_has_changed_alone(session):
    before = session.draw(DECK).drawings
    after = session.draw(DECK.replace("Text 2", "Another")).drawings
    assert [one is other for one, other in zip(before, after, strict=True)] == [
        *(True, True, False, True)
    ]


def test_a_session_draws_what_one_that_starts_does(session):
    added = DECK.replace("  - title: Slide 1", "  - title: More\n    body: x\n  - title: Slide 1")
    linked = added.replace("Text 0", "'[go](#end)'").replace("Slide 3", "Slide 3\n    id: end")
    for text in (DECK, linked, added, linked.replace("More", "Less"), DECK):
        fresh = deckgen.Session(world=deckgen.MemoryWorld()).draw(text)
        assert [*map(svg, session.draw(text).drawings)] == [*map(svg, fresh.drawings)]


def test_a_deck_with_mistakes_tells_them_and_draws_the_rest(session):
    drawn = session.draw("slides:\n  - title: One\n  - titel: Two\n")
    assert not drawn.ok
    assert [drawing.title for drawing in drawn.drawings][:1] == ["One"]


SHARING = """\
variables: {product: Aurora, public: true}
deck: {footer: "${product}"}
slides:
  - include: intro.yaml
  - title: Plain
    body: Nothing of it
  - title: About ${product}
    body: It is *${product}*
  - title: Inside
    when: not public
    body: "[not shown](#plain)"
  - title: Dates
    timeline: [{when: May, what: Start}, {when: June, what: ${product}}]
  - title: Broken
    body: "[to what is left out](#inside) and ${public}"
"""
EDITS = (
    ("Aurora", "Borealis"),
    ("public: true", "public: false"),
    ("Nothing of it", "Nothing at all"),
    ("include: intro.yaml", "include: other.yaml"),
    ("  - title: Plain\n    body: Nothing of it\n", ""),
    ("variables: {product: Aurora, public: true}\n", ""),
    ("timeline:", "timelines:"),
    ("not public", "not publc"),
)


@pytest.mark.parametrize("edit", EDITS, ids=lambda pair: pair[0].strip()[:12])
def test_a_deck_that_shares_is_read_as_if_anew_after_each_edit(edit):
    files = {"intro.yaml": b"- title: Of ${product}\n  body: x\n", "other.yaml": b"title: Other\n"}
    world = deckgen.MemoryWorld(files)
    session = deckgen.Session(world=world)
    for text in (SHARING, SHARING.replace(*edit), SHARING):
        made, anew = session.compile(text), deckgen.compile(text, world=world)
        assert [*map(str, made.diagnostics)] == [*map(str, anew.diagnostics)]
        assert made.output == anew.output


def test_what_asks_for_nothing_shared_is_bound_once(session, monkeypatch):
    from deckgen.spec import remembered

    bound, real = [], remembered._bound

    def noted(binding, state, bind):
        bound.append(1)
        return real(binding, state, bind)

    monkeypatch.setattr(remembered, "_bound", noted)
    text = "variables: {x: one}\n" + DECK + "  - title: ${x}\n"
    session.compile(text)
    bound.clear()
    session.compile(text.replace("Slide 2", "Slide two"))
    assert len(bound) == 1
