"""Every case of `cases/`, on both built-in templates: its diagnostics, and its pages as kept.

Those of text and titles are placed on a template whose titles grow freely as well.

`pytest --update` keeps what the pages now are; the difference is to be reviewed in version control.
"""

from __future__ import annotations

from difflib import unified_diff

import pytest

from deckgen.dump.pages import show_pages
from tests.support.building import GROWING, TEMPLATES, open_deck, place
from tests.support.cases import GOLDEN, all_cases
from tests.support.invariants import faults

CASES = all_cases()
OF_TEXT = frozenset(
    ("fit.yaml", "images.yaml", "lists.yaml", "slides.yaml", "text.yaml", "title.yaml")
)
PLACED = [
    *((case, template) for case in CASES for template in TEMPLATES),
    *((case, GROWING) for case in CASES if case.file.name in OF_TEXT),
]


def _name(value):
    return value if isinstance(value, str) else value.id


@pytest.mark.parametrize(("case", "template"), PLACED, ids=_name)
def test_case(case, template, updating):
    built = place(open_deck(case.text), template)
    _check_diagnostics(case, template, built.diagnostics)
    if case.fails(template):
        return
    assert built.pages is not None
    assert faults(built.pages, footers=True) == [], case.place
    _check_golden(case, template, show_pages(built.pages), updating)


def test_every_name_is_given_once():
    names = [case.id for case in CASES]
    assert sorted(set(names)) == sorted(names)


def test_nothing_is_kept_that_no_case_gives(updating):
    wanted = {case.golden(template) for case, template in PLACED if not case.fails(template)}
    stale = set(GOLDEN.rglob("*.txt")) - wanted
    if updating:
        for file in stale:
            file.unlink()
        return
    assert stale == set()


def _check_diagnostics(case, template, diagnostics):
    expected = case.expected(template)
    missing = [f"- {one}" for one in expected if not any(one.meets(d) for d in diagnostics)]
    unasked = [f"+ {_said(d)}" for d in diagnostics if not any(one.meets(d) for one in expected)]
    if missing or unasked:
        pytest.fail("\n".join((case.place, *missing, *unasked)), pytrace=False)


def _said(diagnostic):
    line = diagnostic.span.line if diagnostic.span else 0
    words = " | ".join((diagnostic.message, *diagnostic.hints))
    return f"{line}: {diagnostic.severity.value}: {diagnostic.code.slug} {words}"


def _check_golden(case, template, shown, updating):
    file = case.golden(template)
    if updating:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(shown, encoding="utf-8")
        return
    assert file.exists(), f"{case.place}: nothing is kept yet; run pytest --update and review"
    kept = file.read_text(encoding="utf-8")
    difference = unified_diff(kept.splitlines(), shown.splitlines(), "kept", "now", lineterm="")
    if shown != kept:
        pytest.fail(f"{case.place}\n" + "\n".join(difference), pytrace=False)
