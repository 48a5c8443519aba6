"""What stands behind the backticks of a fence."""

import pytest

from deckgen.markdown.info import read_info
from deckgen.source import Source

SPAN = Source("x", "").span(0, 0)


@pytest.mark.parametrize(
    ("info", "language", "said"),
    [
        ("python", "python", ("", "", False, None)),
        ("python {2,4-5} app.py", "python", ("app.py", "2,4-5", False, None)),
        ("python:src/app.py", "python", ("src/app.py", "", False, None)),
        ('js title="the app.js" showLineNumbers', "js", ("the app.js", "", True, None)),
        ('{.python .numberLines startFrom="5"}', "python", ("", "", True, 5)),
        ('py hl_lines="2 3" linenums="1"', "py", ("", "2 3", True, None)),
        ("ts {lines:true, startLine:5}", "ts", ("", "", True, 5)),
        ("js [app.js]", "js", ("app.js", "", False, None)),
        ("c++", "c++", ("", "", False, None)),
        ("", "", ("", "", False, None)),
    ],
)
def test_language_name_lines_and_numbers_are_read(info, language, said):
    found, rest = read_info(info, SPAN)
    assert (found, rest.unknown) == (language, ())
    assert (rest.title, rest.highlight, rest.numbers, rest.first) == said


def test_what_means_nothing_is_told():
    assert read_info('python {cache="1"} #x', SPAN)[1].unknown == ('cache="1"', "#x")
