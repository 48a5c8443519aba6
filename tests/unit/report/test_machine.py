import json

from deckgen import codes
from deckgen.diagnostics import Diagnostic, Label, Severity
from deckgen.report.machine import machine
from deckgen.source import Source

SOURCE = Source("deck.yaml", "a: 1\n題: 概要\n")


def test_places_are_given_as_offset_line_and_column():
    item = Diagnostic(
        codes.UNKNOWN_KEY,
        Severity.ERROR,
        "unknown key `題`",
        SOURCE.span(5, 6),
        (Label(SOURCE.span(0, 4), "after this"),),
        ("delete it",),
    )
    assert json.loads(machine([item])) == [
        {
            "code": "unknown-key",
            "severity": "error",
            "message": "unknown key `題`",
            "place": {
                "file": "deck.yaml",
                "start": {"offset": 5, "line": 2, "column": 1},
                "stop": {"offset": 6, "line": 2, "column": 2},
            },
            "labels": [
                {
                    "text": "after this",
                    "place": {
                        "file": "deck.yaml",
                        "start": {"offset": 0, "line": 1, "column": 1},
                        "stop": {"offset": 4, "line": 1, "column": 5},
                    },
                }
            ],
            "hints": ["delete it"],
        }
    ]


def test_a_diagnostic_without_a_place_has_null():
    item = Diagnostic(codes.OUTPUT_FAILED, Severity.ERROR, "cannot write")
    assert json.loads(machine([item]))[0]["place"] is None


def test_the_document_is_ascii_even_with_lone_surrogates():
    item = Diagnostic(codes.UNKNOWN_KEY, Severity.ERROR, "題 \ud800 \x1b")
    assert machine([item]).isascii()
    assert "\x1b" not in machine([item])


def test_nothing_to_report_is_an_empty_list():
    assert json.loads(machine([])) == []
