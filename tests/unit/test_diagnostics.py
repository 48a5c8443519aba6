"""What is reported is kept once, in the order of its places."""

import re

import pytest

from deckgen import codes
from deckgen.codes import CODES, catalogue
from deckgen.diagnostics import Sink
from deckgen.source import Source

SOURCE = Source("deck.yaml", "abc\ndef\n")


def test_diagnostics_come_in_the_order_of_their_places():
    sink = Sink()
    sink.report(codes.UNKNOWN_KEY, SOURCE.span(4, 5), "second")
    sink.report(codes.MISSING_FONT, None, "of no place")
    sink.report(codes.UNKNOWN_KEY, SOURCE.span(0, 1), "first")
    assert [item.message for item in sink.sorted()] == ["of no place", "first", "second"]


def test_the_same_is_said_once():
    sink = Sink()
    for _ in range(2):
        sink.report(codes.UNKNOWN_KEY, SOURCE.span(0, 1), "again")
    sink.report(codes.UNKNOWN_KEY, SOURCE.span(1, 2), "again")
    assert len(sink.sorted()) == 2


def test_a_warning_is_no_error():
    sink = Sink()
    sink.report(codes.MISSING_ALT, None, "careful")
    assert not sink.has_errors
    sink.report(codes.FILE_NOT_FOUND, None, "stop")
    assert sink.has_errors


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.slug)
def test_every_code_explains_itself(code):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code.slug)
    assert code.summary[0].islower()
    assert not code.summary.endswith(".")
    assert code.explanation.strip()
    assert all(len(line) <= 100 for line in code.explanation.splitlines())


def test_two_kinds_of_diagnostics_never_share_a_name():
    with pytest.raises(ValueError, match="missing-alt"):
        catalogue.note("missing-alt", "another", "text")
    assert CODES["missing-alt"] is codes.MISSING_ALT
