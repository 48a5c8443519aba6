"""Marks are found where they stand alone, in right forms and wrong ones, and nowhere else."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.trademarks.forms import Form, fold
from deckgen.trademarks.lexicon import Lexicon
from deckgen.trademarks.registry import Mark

OPENSTACK = Mark(("OpenStack", "オープンスタック"), never=("verb", "plural", "possessive"))
RED_HAT = Mark(("Red Hat",))
WINDOWS = Mark(("Windows", "ウィンドウズ"), exact=True)
APPLE = Mark(("Apple",), exact=True, unless=("Apple Valley",))
ENTERPRISE = Mark(("Red Hat Enterprise Linux",))
LINUX = Mark(("Linux",))
LEXICON = Lexicon((OPENSTACK, RED_HAT, WINDOWS, APPLE, ENTERPRISE, LINUX))


def forms(text):
    """Return what is found: the words as written, with their forms."""
    return [(text[hit.start : hit.stop], hit.form.value) for hit in LEXICON.find([text])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OpenStack", [("OpenStack", "right")]),
        ("次のOpenStackは", [("OpenStack", "right")]),
        ("オープンスタックの話", [("オープンスタック", "right")]),
        ("ＯｐｅｎＳｔａｃｋ", [("ＯｐｅｎＳｔａｃｋ", "right")]),
        ("OpenStack2016", [("OpenStack", "right")]),
        ("openstack", [("openstack", "wrong")]),
        ("Open Stack", [("Open Stack", "wrong")]),
        ("Open-Stack", [("Open-Stack", "wrong")]),
        ("RedHat", [("RedHat", "wrong")]),
        ("RED\nHAT AND MORE", [("RED\nHAT", "right")]),
        ("MAKE OPENSTACK WORK", [("OPENSTACK", "right")]),
        ("Make OPENSTACK work", [("OPENSTACK", "wrong")]),
        ("two OpenStacks", [("OpenStacks", "plural")]),
        ("the OpenStack's core", [("OpenStack's", "possessive")]),
        ("OpenStack’s core", [("OpenStack’s", "possessive")]),
        ("the word 'OpenStack'", [("OpenStack", "right")]),
        ("we OpenStacked it", [("OpenStacked", "verb")]),
        ("OpenStackする", [("OpenStack", "verb")]),
        ("Windows と ウィンドウズ", [("Windows", "right"), ("ウィンドウズ", "right")]),
        ("Red Hat Enterprise Linux", [("Red Hat Enterprise Linux", "right")]),
    ],
)
def test_a_mark_is_found(text, expected):
    assert forms(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "windows",
        "an open stack of chairs",
        "OpenStackers",
        "MyOpenStack",
        "open_OpenStack_x",
        "スーパーオープンスタック",
        "オープンスタックス",
        "Apple Valley",
        "https://www.openstack.org/software",
        "www.openstack.org",
        "someone@openstack.org",
        "openstack.org/OpenStack",
        "install openstack.yaml",
        "/etc/openstack/clouds",
        "./openstack/clouds",
        ".openstack/workflows",
        "the folder .openstack",
        "docs/openstack/x",
        "see docs/openstack/x.",
        "src/openstack/nova.py",
        "openstack/setup.cfg",
    ],
)
def test_what_only_looks_like_a_mark_is_not_found(text):
    assert forms(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "openstack/linux",
        "mac/openstack/linux",
        "ceph/OpenStack/x",
        "and/or openstack",
        "x/openstack",
    ],
)
def test_marks_among_which_there_is_to_choose_are_no_path(text):
    assert [word.lower() for word, _ in forms(text) if word.lower() == "openstack"] == ["openstack"]


def test_a_mark_beside_an_address_is_found():
    assert forms("OpenStack は https://openstack.org/ へ") == [("OpenStack", "right")]


def test_many_marks_beside_many_addresses_are_told_apart():
    text = "OpenStack http://openstack.org " * 50
    starts = [hit.start for hit in LEXICON.find([text])]
    assert starts == [number * 31 for number in range(50)]


@pytest.mark.parametrize("part", ["a", "a.", "a-", "/a", "a@", "www.", ".", "a://", "+", "a/"])
def test_what_may_be_an_address_is_read_in_time_that_grows_with_its_length(part):
    def cost(length):
        text = "OpenStack / " + part * (length // len(part))
        times = []
        for _ in range(3):
            start = time.process_time()
            list(LEXICON.find([text]))
            times.append(time.process_time() - start)
        return min(times)

    assert cost(40_000) < 8 * cost(10_000) + 0.05  # 16 times if it grew with the square


@pytest.mark.parametrize("sign", ["®", "™", " ®", "(R)", "(tm)", "℠"])
def test_a_sign_that_follows_is_seen(sign):
    (hit,) = LEXICON.find([f"OpenStack{sign} is"])
    assert hit.signed


def test_texts_are_told_apart():
    hits = list(LEXICON.find(["Red", "Hat", "", "Red Hat", "x Red Hat"]))
    assert [(hit.text, hit.start) for hit in hits] == [(3, 0), (4, 2)]


def test_there_may_be_nothing_to_search():
    assert list(LEXICON.find([])) == []
    assert list(Lexicon(()).find(["OpenStack"])) == []


@given(st.text())
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)


@given(st.lists(st.text("OpenStack RedHat\nİあア./@®'s", max_size=30), max_size=5))
def test_hits_lie_in_their_texts_and_do_not_overlap(texts):
    reached = (0, 0)
    for hit in LEXICON.find(texts):
        assert 0 <= hit.start < hit.stop <= len(texts[hit.text])
        assert (hit.text, hit.start) >= reached
        reached = (hit.text, hit.stop)


@given(st.lists(st.sampled_from(["Kumo", "Kumo.", "kumo", "xKumo", "Kumoの", "the", "Ku mo"])))
def test_right_spellings_are_found_as_by_a_plain_search(words):
    text = " ".join(words)
    plain = [m.start() for m in re.finditer(r"(?<!\w)Kumo(?![A-Za-z0-9_])", text)]
    lexicon = Lexicon((Mark(("Kumo",), exact=True),))
    assert [hit.start for hit in lexicon.find([text]) if hit.form is Form.RIGHT] == plain


def test_a_mark_that_need_not_stand_alone_is_found_within_words():
    lexicon = Lexicon((Mark(("Kumo",), whole=False, exact=True),))
    hits = list(lexicon.find(["xKumoabc and クモKumoクモ"]))
    assert [hit.start for hit in hits] == [1, 15]
