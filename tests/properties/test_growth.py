"""A deck costs what its length deserves: work grows in proportion to it, whatever it is made of.

Work is the number of calls and returns of functions, which is the same on every machine.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Final

import pytest

from deckgen.compiler import Options, build_text
from deckgen.limits import Limits
from tests.support.pictures import world

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE: Final = 40
TIMES: Final = 4
BOUND: Final = 5.5
"""Work in proportion to the input is 4 times as much for it, and more where further sizes of text
have to be tried, which what every deck costs makes up for; with the square of it 16 times."""

UNLIMITED: Final = Options(
    limits=Limits(**dict.fromkeys(set(Limits.__struct_fields__) - {"guesses"}, 1 << 40))
)


def each(line: str) -> Callable[[int], str]:
    """Return what writes a slide for each number."""
    return lambda n: "slides:\n" + "".join(line.replace("N", str(i)) + "\n" for i in range(n))


def body(line: str, behind: str = "") -> Callable[[int], str]:
    """Return what writes a slide with a line of Markdown for each number."""

    def write(n: int) -> str:
        lines = [line.replace("N", str(i)) for i in range(n)]
        lines += [behind.replace("N", str(i)) for i in range(n if behind else 0)]
        return "slides:\n  - title: A\n    body: |\n" + "".join(f"      {one}\n" for one in lines)

    return write


def run(text: str) -> Callable[[int], str]:
    """Return what writes one paragraph of a text over and over."""
    return lambda n: "slides:\n  - title: A\n    body: '" + text * (n * 4) + "'\n"


def table(row: str, n: int) -> str:
    """Return a slide with a table in Markdown."""
    return body("| a | b |\n      |---|---|")(1) + body(row)(n).partition("body: |\n")[2]


def keys(line: str, head: str = "slides:\n  - title: A\n") -> Callable[[int], str]:
    """Return what writes a line of YAML for each number."""
    return lambda n: head + "".join(line.replace("N", str(i)) + "\n" for i in range(n))


MENTION: Final = "  - {title: Kubernetes, body: linux}"

DECKS: Final[dict[str, Callable[[int], str]]] = {
    "broken links": each("  - {title: TN, id: part-N, body: '[x](#prat-N)'}"),
    "links": each("  - {title: TN, id: part-N, body: '[x](#part-N)'}"),
    "ids given twice": each("  - {title: TN, id: same}"),
    "titles": each("  - title: The title N of this slide"),
    "shared titles": each("  - title: The title"),
    "titles like those of others": each("  - title: The title (N)\n  - title: The title"),
    "slides without titles": each("  - body: Text"),
    "sections": each("  - section: Part N"),
    "layouts that are not there": each("  - {title: A, layout: Titel N}"),
    "slides of the template": each("  - use: slide N"),
    "languages": each("  - {title: A, language: ja}\n  - {title: B, language: en}"),
    "notes": each("  - {title: A, notes: Say N}"),
    "labels": each("  - {title: A, label: L}"),
    "pictures": each("  - {title: A, image: {src: wide.png, alt: a}}"),
    "pictures without words": each("  - {title: A, image: wide.png}"),
    "pictures that are missing": each("  - {title: A, image: wideN.png}"),
    "footnotes of slides": each("  - {title: A, body: 'x[^1]', footnotes: [Note N]}"),
    "wrong choices": each("  - {title: A, fit: shrnk}"),
    "unknown keys of slides": each("  - {titel: A, bdy: B}"),
    "tracks": keys("  - {track: TN, sessions: [{title: A}]}", "sessions:\n"),
    "unknown keys": keys("    titN: x"),
    "keys written twice": keys("    title: x"),
    "unknown settings": keys("  keyN: x", "slides: [{title: A}]\ndeck:\n"),
    "unknown blocks": keys("      - tabelN: {a: b, c: d}", "slides:\n  - title: A\n    body:\n"),
    "bullets": keys("      - x", "slides:\n  - title: A\n    body:\n"),
    "bullets below bullets": keys("      - xN: [y]", "slides:\n  - title: A\n    body:\n"),
    "sources": keys("      - s", "slides:\n  - title: A\n    source:\n"),
    "idle footnotes": keys("      - n", "slides:\n  - title: A\n    footnotes:\n"),
    "keywords": keys("    - kN", "slides: [{title: A}]\ndeck:\n  keywords:\n"),
    "authors": keys("    - aN", "title:\n  title: A\n  authors:\n"),
    "anchors": keys("  - &aN {title: A}", "slides:\n"),
    "rows": keys("      - [a, N]", "slides:\n  - title: A\n    table:\n"),
    "columns": lambda n: f"slides: [{{title: A, table: [[{'a, ' * n}b], [{'c, ' * n}d]]}}]\n",
    "rows in Markdown": lambda n: table("| N | y |", n),
    "paragraphs": body("word\n"),
    "lines": body("word"),
    "list": body("- x"),
    "loose list": body("- x\n"),
    "numbered list": body("N. x"),
    "lists of several kinds": body("- x\n      * y"),
    "quotations": body("> x\n\n      y\n"),
    "rules": body("---\n"),
    "headings": body("## h\n"),
    "definitions that nothing refers to": body("[rN]: https://a.example\n"),
    "references": body("[a][rN]\n", "[rN]: https://a.example\n"),
    "footnotes": body("x[^N]\n", "[^N]: note N\n"),
    "code": lambda n: body("```python")(1) + "      x = 1\n" * n + "      ```\n",
    "emphasis": run("**b** *i* "),
    "emphasis that is not closed": run("*a **a _a "),
    "emphasis that is not opened": run("a* a** a_ "),
    "brackets": run("["),
    "links that are not closed": run("[a]("),
    "pictures that are not closed": run("![a"),
    "tags that are not closed": run("<a "),
    "comments that are not closed": run("<!--"),
    "entities that are not closed": run("&amp"),
    "addresses": run("https://a.example/x "),
    "unsafe links": run("[b](javascript:x) "),
    "program text in lines": run("`a` "),
    "formulas": run("$x^2$ H~2~O "),
    "html": run("<b>a</b> "),
    "escapes": run("\\\\*"),
    "words": run("word "),
    "one word": run("abc"),
    "Japanese": run("日本語の文、"),
    "Thai": run("ภาษาไทย"),
    "blanks": run("a    "),
    "marks on a letter": run("\u0301"),
    "trademarks": lambda n: "deck: {trademarks: {}}\n" + each(MENTION)(n),
    "title": lambda n: f"slides: [{{title: '{'word ' * n}'}}]\n",
    "Japanese title": lambda n: f"slides: [{{title: '{'日本語の文' * n}'}}]\n",
    "footer": lambda n: f"deck: {{footer: '{'word ' * n}'}}\nslides: [{{title: A}}]\n",
    "quotation that is not closed": lambda n: "slides:\n" + "  - title: 'A\n" * n,
    "slip at the end": lambda n: "slides:\n" + "  - title: A\n" * n + "  - title: A: b\n",
    "characters that are not allowed": lambda n: 'slides: [{title: "' + "\x01" * n + '"}]\n',
}


def work(text: str) -> int:
    """Return how often functions are called to build a deck, and how often they return."""
    events = 0

    def count(_frame: object, _event: str, _argument: object) -> None:
        nonlocal events
        events += 1

    build = build_text(text, world=world(), options=UNLIMITED)
    gc.disable()
    sys.setprofile(count)
    try:
        build.run()
    finally:
        sys.setprofile(None)
        gc.enable()
    return events


@pytest.mark.parametrize("name", DECKS)
def test_work_does_not_grow_with_the_square_of_the_input(name):
    make = DECKS[name]
    build_text(make(3), world=world(), options=UNLIMITED).run()  # loads what is loaded once
    assert work(make(SIZE * TIMES)) < work(make(SIZE)) * BOUND
