"""Diagrams as they are placed: nothing over another thing, all glued, and read in their order."""

from itertools import pairwise

import pytest

from deckgen.drawn import Connector
from deckgen.pages import ItemGroup, TextFrame, single_items
from tests.support.building import build_pages, open_deck, place
from tests.support.diagrams import deck_of, diagram_faults, graphs
from tests.support.invariants import faults

GRAPHS = graphs()
SOME = [name for name in GRAPHS if not name.startswith("random") or int(name.split()[1]) < 13]
"""All but the large ones, which take longer; `python -m benchmarks.diagrams` looks at all."""


def placed(name):
    built = place(open_deck(deck_of({name: GRAPHS[name]})))
    assert [item.message for item in built.diagnostics] == []
    (page,) = built.pages.pages
    return built.pages, page


@pytest.mark.parametrize("name", SOME)
def test_nothing_of_a_diagram_stands_on_another_and_all_is_glued_in_one_group(name):
    pages, page = placed(name)
    assert faults(pages) == []
    assert diagram_faults(page) == []
    (group,) = (item for item in page.items if isinstance(item, ItemGroup))
    assert group.alt
    leads = any(isinstance(item, Connector) for item in single_items((group,)))
    assert leads is not name.startswith(("gantt", "class account"))


def groups(text):
    (page,) = build_pages(f"slides:\n  - title: T\n    build: true\n    diagram: |\n{text}").pages
    return page, [item for item in page.items if isinstance(item, ItemGroup)]


def test_a_sequence_is_built_message_by_message():
    page, found = groups("      sequenceDiagram\n        A->>B: one\n        B-->>A: two\n")
    assert len(page.steps) == 2
    shown = [[i.text for i in single_items((g,)) if isinstance(i, TextFrame)] for g in found]
    assert shown == [["A", "B"], ["one"], ["two"]]


def test_a_flowchart_is_built_statement_by_statement():
    page, found = groups("      flowchart LR\n        a --> b\n        b --> c & d\n")
    assert len(page.steps) == 2
    shown = [[i.text for i in single_items((g,)) if isinstance(i, TextFrame)] for g in found]
    assert shown == [["a", "b"], ["c", "d"]]


def test_a_way_with_many_bends_is_parted_into_connectors_that_turn_once():
    text = "      flowchart LR\n        a --> b --> a\n        b --> b\n"
    (page,) = build_pages(f"slides:\n  - title: T\n    diagram: |\n{text}").pages
    found = [item for item in single_items(page.items) if isinstance(item, Connector)]
    named = {each.name: [one.corners for one in found if one.name == each.name] for each in found}
    many = [corners for corners in named.values() if len(corners) > 1]
    assert sorted(map(len, many)) == [2, 3]
    assert {len(each) for corners in many for each in corners} == {1}


def test_a_pie_is_a_chart_with_its_data():
    pages = build_pages(
        "slides:\n  - title: T\n    diagram: |\n      pie\n        'a' : 3\n        'b' : 1"
    )
    (chart,) = (item for item in pages.pages[0].items if type(item).__name__ == "ChartFrame")
    assert "a" in chart.alt


def test_a_diagram_that_cannot_be_read_is_an_error_that_says_what_would_help():
    chain = " --> ".join(f"n{n}[Some long words for number {n}]" for n in range(40))
    built = place(open_deck(f"slides: [{{title: T, diagram: 'flowchart LR; {chain}'}}]"))
    (told,) = built.diagnostics
    assert told.code.slug == "text-overflow"
    assert "slide of its own" in told.hints[0]


@pytest.mark.parametrize(
    ("address", "leads"), [("https://example.org", True), ("javascript:f()", False)]
)
def test_nodes_lead_to_web_addresses_alone(address, leads):
    lines = f'      flowchart LR\n        a --> b\n        click a "{address}"\n'
    built = place(open_deck(f"slides:\n  - title: T\n    diagram: |\n{lines}"))
    (page,) = built.pages.pages
    links = [i.link.target for i in single_items(page.items) if isinstance(i, TextFrame) and i.link]
    assert links == ([address] if leads else [])
    assert [item.code.slug for item in built.diagnostics] == ([] if leads else ["diagram-left-out"])


def test_an_organisation_has_one_at_its_top_and_names_above_roles():
    text = "slides:\n  - {title: T, diagram: {org: {name: A, role: B, reports: [C, D]}}}\n"
    (page,) = build_pages(text).pages
    frames = [i for i in single_items(page.items) if isinstance(i, TextFrame) and i.outline]
    assert [frame.text for frame in frames] == ["A\nB", "C", "D"]
    assert frames[0].box.y < frames[1].box.y == frames[2].box.y


SHOP = """
      sequenceDiagram
        actor Customer
        participant Service as Order service
        participant DB@{ "type": "database", "alias": "Orders" }
        Customer->>+Service: show order 4711
        Service->>Cache: get
        alt it is there, nine times of ten
          Cache-->>Service: order
        else it is not
          Cache-->>Service: nothing
          Service->>DB: read
          DB-->>Service: order
          Service-)Cache: keep for 30 s
        end
        Service-->>-Customer: order
"""
MORE = "        Service->>DB: once more\n"


@pytest.mark.parametrize("template", ["corporate", "plain", "growing"])
def test_a_sequence_stands_closer_before_it_takes_further_pages(template):
    deck = f"slides:\n  - title: T\n    diagram: |{SHOP}{MORE * 4}"
    for more, count in (("", 1), (MORE * 8, 2)):
        built = place(open_deck(deck + more), template)
        assert built.diagnostics == ()
        assert len(built.pages.pages) == count


def test_a_schedule_of_a_few_days_tells_days_and_no_hours():
    text = "slides: [{title: T, diagram: {mermaid: 'gantt\n\n a :2026-03-01, 3d'}}]"
    (page,) = build_pages(text).pages
    shown = [i.text for i in single_items(page.items) if isinstance(i, TextFrame)]
    assert [each for each in shown if "Mar" in each] == ["1 Mar", "2 Mar", "3 Mar", "4 Mar"]
    assert not any(":" in each for each in shown)


@pytest.mark.parametrize(
    ("language", "axis", "told"),
    [
        ("en", ["Dec 2025", "Jan 2026", "Feb"], "20 December 2025"),
        ("de", ["Dez 2025", "Jan 2026", "Feb"], "20 Dezember 2025"),
        ("ja", ["2025年12月", "2026年1月", "2月"], "2025年12月20日"),
    ],
)
def test_a_schedule_names_months_in_the_language_of_the_deck(language, axis, told):
    lines = "      gantt\n        tickInterval 1month\n        a :2025-12-01, 19d\n        b :80d\n"
    text = f"deck: {{language: {language}}}\nslides:\n  - title: T\n    diagram: |\n{lines}"
    (page,) = build_pages(text).pages
    (group,) = (item for item in page.items if isinstance(item, ItemGroup))
    shown = [i.text for i in single_items((group,)) if isinstance(i, TextFrame)]
    assert [each for each in shown if each in axis] == axis
    assert told in group.alt


def test_a_sequence_of_many_who_say_long_things_has_room_in_narrower_lines():
    names = [f"p{number}" for number in range(7)]
    lines = [f"participant {name} as Service {name}" for name in names]
    lines += [f"{a}->>{b}: send the customer a mail of confirmation" for a, b in pairwise(names)]
    text = "".join(f"        {line}\n" for line in ("sequenceDiagram", *lines))
    assert build_pages(f"slides:\n  - title: T\n    diagram: |\n{text}", "plain").pages
