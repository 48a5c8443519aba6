"""Decks whose body, notes, cells and titles are random Markdown, whole and damaged."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Final

from tests.fuzz.decks import corpus
from tests.fuzz.slips import NASTY, cut, slip

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_DEEPEST: Final = 4
_WORDS: Final = (
    *(
        "the",
        "costs",
        "of",
        "Neutron",
        "見直しを",
        "行う。",
        "「括弧」",
        "第2四半期",
        "1.5",
        "foo_bar_baz",
    ),
    *(
        "https://example.org/a?b=c",
        "<https://example.org>",
        "me@example.org",
        "&nbsp;",
        "&#x41;",
        "\\*",
    ),
)


def make(random: Random) -> dict[str, bytes]:
    """Return a deck with Markdown in one or two places."""
    text = cut(blocks(random, 0), random)
    if random.random() < 0.5:
        text = slip(text, random, pieces())
    return {"deck.yaml": deck_of(text, random).encode(errors="surrogatepass")}


def deck_of(text: str, random: Random) -> str:
    """Return a deck with a text in it."""
    other = random.choice(pieces())
    slide: dict[str, object] = {"title": "T"}
    match random.randrange(10):
        case 0:
            slide |= {"body": other, "notes": text}
        case 1:
            slide |= {"body": ["a", text, {"quote": text}]}
        case 2:
            slide |= {"table": [["a", "b"], [text, other]]}
        case 3:
            slide |= {"title": text, "body": other}
        case 4:
            slide |= {"body": "x[^a]", "footnotes": {"a": text}}
        case 5:
            slide |= {"image": {"src": "wide.png", "alt": text, "caption": text}}
        case _:
            slide |= {"body": text}
    return json.dumps({"slides": [slide]}, ensure_ascii=random.random() < 0.5)


@cache
def pieces() -> tuple[str, ...]:
    """Return Markdown of every kind, and decks, which hold some."""
    return (*_PIECES, *corpus())


def blocks(random: Random, depth: int) -> str:
    """Return some blocks of Markdown."""
    count = random.choice((1, 1, 2, 3, 6))
    return random.choice(("\n\n", "\n\n", "\n")).join(_block(random, depth) for _ in range(count))


def _block(random: Random, depth: int) -> str:
    if depth < _DEEPEST and random.random() < 0.4:
        return random.choice(_CONTAINERS)(random, depth + 1)
    if random.random() < 0.3:
        return random.choice(_PIECES)
    return _line(random)


def _list(random: Random, depth: int) -> str:
    marks = random.choice((["- "], ["* "], ["1. ", "2. "], ["9) "], ["- [ ] ", "- [x] "], ["+   "]))
    items = [
        _indented(blocks(random, depth), random.choice(marks))
        for _ in range(random.choice((1, 2, 3, 20)))
    ]
    return random.choice(("\n", "\n\n")).join(items)


def _indented(text: str, mark: str) -> str:
    return mark + text.replace("\n", "\n" + " " * len(mark))


def _quotation(random: Random, depth: int) -> str:
    return "> " + blocks(random, depth).replace("\n", "\n> ")


def _footnote(random: Random, depth: int) -> str:
    name = random.choice("abc")
    return f"{_line(random)}[^{name}]\n\n[^{name}]: " + blocks(random, depth).replace(
        "\n", "\n    "
    )


def _table(random: Random, depth: int) -> str:
    columns = random.randrange(1, 6)
    rule = "|".join(random.choice(("---", ":--", "--:", ":-:")) for _ in range(columns))
    rows = [
        "|".join(_inline(random) for _ in range(columns + random.choice((0, 0, 0, 1, -1))))
        for _ in range(random.choice((1, 2, 5)))
    ]
    return "\n".join(f"|{row}|" for row in (rows[0], rule, *rows[1:]))


def _line(random: Random) -> str:
    return " ".join(_inline(random) for _ in range(random.choice((1, 3, 8, 20))))


def _inline(random: Random) -> str:
    word = random.choice(NASTY if random.random() < 0.05 else _WORDS)
    if random.random() < 0.25:
        before, after = random.choice(_AROUND)
        inner = _inline(random) if random.random() < 0.3 else word
        return before + inner + after
    return word


_CONTAINERS: Final[tuple[Callable[[Random, int], str], ...]] = (
    *(_list, _list, _quotation, _footnote, _table),
)
_AROUND: Final = (
    *(("**", "**"), ("*", "*"), ("__", "__"), ("_", "_"), ("`", "`"), ("~~", "~~"), ("==", "==")),
    *(("[", "](#a)"), ("[", "](https://example.org 'x')"), ("[", "][a]"), ("![", "](wide.png)")),
    *(
        ("<b>", "</b>"),
        ("<sub>", "</sub>"),
        ("H~", "~O"),
        ("x^", "^"),
        ("$", "$"),
        ("<kbd>", "</kbd>"),
    ),
    *(
        ("[![", "](wide.png)](https://example.org)"),
        ("<", ">"),
        ("[^", "]"),
        ("\\(", "\\)"),
        ("(", ")"),
    ),
)
_PIECES: Final = (
    *("# H", "###### h ######", "Setext\n===", "---", "***", "a\\\nb", "a  \nb", "    code"),
    *(
        "```\nx\n```",
        "~~~js {1}\nx",
        "```mermaid\ngraph TD; A-->B\n```",
        "<div>\nx\n</div>",
        "<!-- c -->",
    ),
    *("![a](wide.png)", "![a](my photo.png)", "![a](tall.png 'c'){width=50%}", "::: notes\nx\n:::"),
    *(
        "Term\n: Definition",
        "[a]: https://example.org",
        "[Note]: important",
        "$$\nx^2\n$$",
        "\\[x\\]",
    ),
    *(
        "> [!NOTE]\n> x",
        "・一つ\n・二つ",
        "（1）a\n（2）b",
        "① a\n② b",
        "※ 注",
        "| |\n|-|",
        "| | |\n|---|---|\n|a|b|",
    ),
    *(
        "- a\n\n\n  b\n- c",
        "1. a\n1. b\n   - c",
        "10. x",
        "-",
        "- - - a",
        "> > > a",
        ". . .",
        "[TOC]",
    ),
    *(
        "a|b\n-|-\n1|2",
        "|a||b|\n|-|-|-|\n|1|^^|2|",
        "*[HTML]: x",
        "a<br>b",
        "<u>x</u>",
        "{{x}}",
        "@x",
    ),
)
