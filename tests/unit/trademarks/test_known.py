"""The list that comes with deckgen is whole: each mark once, with its owner, source and date."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from deckgen.cli.program import run
from deckgen.trademarks import known
from deckgen.trademarks.forms import Form, fold, narrow, patterns_of
from deckgen.trademarks.known import known_marks
from deckgen.trademarks.lexicon import Lexicon

AS_OF = re.compile(r"20\d\d(-(0[1-9]|1[0-2]))?|undated|unverified")
REGION = re.compile(r"[A-Z]{2}")
USES = {"exact", *known._USES}
LINES = [
    line
    for line in known._FILE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_each_mark_says_whose_it_is_and_where_that_is_known_from():
    for mark in known_marks():
        assert mark.owner, mark.name
        assert re.match(r"https?://[\w.-]+/\S*$", mark.source), mark.name
        assert mark.source != mark.seen_at, mark.name
        assert re.match(r"https?://[\w.-]+/\S*$|$", mark.seen_at), mark.name
        assert AS_OF.fullmatch(mark.as_of), mark.name
        assert mark.symbol in {"®", "™"}, mark.name


def test_regions_are_those_of_a_registration():
    for mark in known_marks():
        assert all(REGION.fullmatch(region) for region in mark.regions), mark.name
        assert mark.symbol == "®" or not mark.regions, mark.name


def test_rules_are_those_that_the_list_explains():
    marks = [line.split("|") for line in LINES if not line.startswith("= ")]
    rules = [columns[3].split() for columns in marks if len(columns) > 3]
    assert {word for words in rules for word in words} <= USES


def test_each_mark_stands_once():
    names = Counter(mark.name.casefold() for mark in known_marks())
    assert [name for name, count in names.items() if count > 1] == []


def test_no_spelling_stands_for_two_marks():
    owners: dict[str, set[str]] = {}
    for mark in known_marks():
        for pattern in patterns_of(mark):
            owners.setdefault(pattern.text, set()).add(mark.name)
    assert {text: names for text, names in owners.items() if len(names) > 1} == {}


def test_owners_are_written_in_one_way():
    """Marks of one owner are told in one sentence, so another spelling would be another owner."""
    owners = sorted({mark.owner for mark in known_marks()}, key=plain)
    same = [[*group] for _, group in groupby(owners, key=plain)]
    assert [group for group in same if len(group) > 1] == []


def plain(owner):
    return re.sub(r"^the |[^a-z0-9]", "", owner.casefold())


def test_owners_of_a_line_have_marks():
    starts = [number for number, line in enumerate(LINES) if line.startswith("= ")]
    assert starts[0] == 0
    assert all(not LINES[number + 1].startswith("= ") for number in starts)


def test_each_spelling_is_found_as_the_right_form_of_its_mark():
    spelt = [(spelling, mark.name) for mark in known_marks() for spelling in mark.spellings]
    hits = Lexicon(known_marks()).find([f"今日は {spelling} の話" for spelling, _ in spelt])
    found = [(spelt[hit.text][0], hit.mark.name, hit.form) for hit in hits]
    assert found == [(spelling, name, Form.RIGHT) for spelling, name in spelt]


def test_phrases_that_mean_no_mark_hold_one_of_its_spellings():
    for mark in known_marks():
        spellings = [fold(narrow(spelling)) for spelling in mark.spellings]
        for phrase in mark.unless:
            held = any(spelling in fold(narrow(phrase)) for spelling in spellings)
            assert held, f"{mark.name}: {phrase}"


def test_an_owner_may_have_names_in_other_languages():
    (mark,) = [mark for mark in known_marks() if mark.name == "NEC"]
    assert mark.owner_in("en") == "NEC Corporation"
    assert mark.owner_in("ja") == "日本電気株式会社"


def test_what_was_not_checked_is_listed_as_such(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    deck = "deck: {language: en}\nslides: [{title: Platform9 and Python, body: text}]\n"
    (tmp_path / "deck.yaml").write_text(deck, encoding="utf-8")
    assert run(["marks", "deck.yaml"]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "trademark of" in line]
    assert [line.rpartition(", ")[2] for line in lines] == ["unverified]", "2025-05]"]
