from deckgen import codes
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.report.concise import concise
from deckgen.report.look import Look
from deckgen.source import Source

SOURCE = Source("parts/deck.yaml", "deck: {}\n題: 概要\n")


def diagnostic(span, message="unknown key `題`", hints=()):
    return Diagnostic(codes.UNKNOWN_KEY, Severity.ERROR, message, span, (), tuple(hints))


def test_each_diagnostic_is_one_line():
    items = [diagnostic(SOURCE.span(9, 10)), diagnostic(None, "cannot write `x`")]
    assert concise(items, Look()).splitlines() == [
        "parts/deck.yaml:2:1: error[unknown-key]: unknown key `題`",
        "error[unknown-key]: cannot write `x`",
    ]


def test_hints_follow_in_brackets():
    items = [diagnostic(SOURCE.span(0, 4), "wrong", ["do this\nor that", "or nothing"])]
    assert concise(items, Look()) == (
        "parts/deck.yaml:1:1: error[unknown-key]: wrong (do this or that; or nothing)\n"
    )


def test_control_characters_are_made_visible():
    assert "\x1b" not in concise([diagnostic(None, "\x1b[31m")], Look())


def test_nothing_to_report_is_no_text():
    assert concise([], Look()) == ""
