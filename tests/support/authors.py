"""Random authors: decks in which every word is one of its kind, and Markdown is used and misused.

A pattern is text with a place (`@`) for each word. `Author.fill` puts a new word at each, so that
whatever is lost can be named. Patterns that can never be a deck are left out: a deck with errors
gives no file in which to look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Draw = Callable[[st.SearchStrategy[Any]], Any]

LINES: Final = (
    *("@", "@ @", "@、@。", "「@」@", "@ – @", "@: @", "@ #@", "@ # @", "- @", "* @", "+@", "1. @"),
    *("**@**", "*@*", "_@_", "__@__", "~~@~~", "`@`", "``@ ` @``", "***@** @*", "**@", "*@ * @*"),
    *("**「@」**@", "__@__を", "@__@__@", "~@~", "@~@~", "@^@^", "^@^", "==@==", "@==@==@", "=@="),
    *("[@](https://example.org/@)", "[@](https://example.org/@ '@')", "[@][@]", "[@][]", "[@]"),
    *("[@](<https://example.org/@ @>)", "[](https://example.org/@)", "[@](https://example.org/@"),
    *("<https://example.org/@>", "https://example.org/@", "https://example.org/@。@", "www.@.org"),
    *("https://example.org/?@=@&@", "https://ja.wikipedia.org/wiki/東京@ @", "@@example.org"),
    *("![@](wide.png)", "![@](wide.png '@')", "![@ **@**](tall.png)", "![@](my @.png)", "![@]"),
    *("[![@](wide.png)](https://example.org/@)", "[@ ![@](wide.png) @](https://example.org/@)"),
    *("![@][@]", "![[@]]", "[[@]]", "[[@|@]]", "{@=@}", "{.@}", "{#@}", "@{.@}", "[@]{.@}"),
    *("<b>@</b>", "<sub>@</sub>", "<sup>@</sup>", "<u>@</u>", "<kbd>@</kbd>", "<mark>@</mark>"),
    *("<b>@ *@</b> @*", "</b>@", "<b>@", "<span class='@'>@</span>", "<@>", "@<@", "a<b @> c</b>"),
    *("<img src='wide.png' alt='@'>", "<a href='https://example.org/@'>@</a>", "<@>@</@>", "<br>"),
    *(
        "@<br>@",
        "@<br/>- @<br/>- @",
        "@\\",
        "\\@",
        "\\*@\\*",
        "&lt;@&gt;",
        "&@;",
        "&amp;@",
        "@&#65;@",
    ),
    *(
        "$@$",
        "$@^2$",
        "$\\frac{@}{@}\\,@$",
        "$$@+@$$",
        "\\(@^2\\)",
        "\\[@_{@}\\]",
        "$@ and $@",
        "US$@",
    ),
    *(". . .", "@\n\n. . .\n\n@", "- . . .", "\\pause", "::: incremental", "...", "> . . ."),
    *("::: @", ":::", ":@:", "[^@]", "[^@]: @", "^[@]", "[@]: @", "[@]: @ @", "[@]: https://@.org"),
    *(
        "[@]: https://example.org/@ '@'",
        "注: @",
        "・@",
        "① @",
        "（1）@",
        "(1) @",
        "■@",
        "※ @",
        "→ @",
    ),
    *("| @ | @ |", "|@|@|@|", "@ | @", "|--|--|", "|--|", "| | |", "||@|", "| @ || @ |", "`@|@`"),
    *(
        "::: columns",
        "::: notes",
        "::: tip @",
        ":::note[@]",
        "::: {.column title='@'}",
        "::: {.callout-tip title='@'}",
        "::::",
    ),
    "> [!TIP] @",
    *("> @", "> [!NOTE]", "> [!@] @", ">> @", "# @", "#@", "####### @", "@\t@", "    @", "\t@"),
    *(
        "```",
        "```python",
        "```mermaid",
        "~~~",
        "```python {@=@}",
        "---",
        "===",
        "***",
        ". . .",
        "...",
    ),
    *("- [ ] @", "- [x] @", "- [X] @", "- [@] @", "1. [ ] @", ": @", "~ @", "@ ::", "\\newpage"),
    *(
        "term @",
        ":   @",
        "[TOC]",
        "{{ @ }}",
        "{% @ %}",
        "@ {@}",
        "| @",
        "@ |",
        "%% @",
        "// @",
        "--- @",
    ),
    *("!@ @", "!@", "&@ @", "*@", "? @", "% @", "'@' @", '"@" @', "@:", "@, @", "@,@", "[@, @]"),
    *("{@: @}", "@ &@", "@ !@", "# @ #", "@ # ", "~", "null", "@: @: @", "<<", "@ - @", "@ | @"),
    *("", "", "", " ", "  @", "   @", "  - @", "    - @", "  1. @", "      @", "  | @ | @ |"),
)
"""Lines of Markdown, near misses of it, and marks that mean something elsewhere."""

_COMMENT: Final = re.compile(r"(?:^|\s)#(?:\s|$)")
"""What is a comment in YAML where text is plain, and is meant as one."""
SENTENCES: Final = tuple(line for line in LINES if "@" in line and ".png)" not in line)
"""What may stand in a title or a cell, which hold no pictures."""


@dataclass
class Author:
    """Writes a deck, and remembers each word."""

    draw: Draw
    words: list[str] = field(default_factory=list)

    def word(self) -> str:
        """Return a word that no other is part of."""
        shape = "語{}文" if self.draw(st.booleans()) else "w{}q"
        self.words.append(shape.format(len(self.words)))
        return self.words[-1]

    def fill(self, pattern: str) -> str:
        """Return a pattern with a new word at each of its places."""
        first, *others = pattern.split("@")
        return first + "".join(self.word() + part for part in others)

    def line(self) -> str:
        """Return a line of one to three sentences."""
        patterns = self.draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3))
        return " ".join(self.fill(pattern) for pattern in patterns)

    def body(self) -> str:
        """Return lines of Markdown, one below the other."""
        patterns = self.draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=9))
        return "\n".join(self.fill(pattern) for pattern in patterns) + "\n"

    def many(self, write: Callable[[], Any], most: int = 3) -> list[Any]:
        """Return one or more of what a way to write gives."""
        return [write() for _ in range(self.draw(st.integers(1, most)))]

    def some(self, ways: dict[str, Callable[[], Any]]) -> dict[str, Any]:
        """Return what some of the ways to write give, by their keys."""
        keys = self.draw(st.lists(st.sampled_from(sorted(ways)), unique=True, max_size=3))
        return {key: ways[key]() for key in keys}

    def plain(self) -> str:
        """Return words without Markdown."""
        return self.fill(self.draw(st.sampled_from(("@", "@ @", "@、@", "@-@"))))

    def bullets(self) -> list[Any]:
        """Return a list of bullets, some with others below them."""
        return [
            {self.line(): self.many(self.line)} if self.draw(st.booleans()) else self.line()
            for _ in range(self.draw(st.integers(1, 3)))
        ]

    def rows(self) -> list[list[str]]:
        """Return the rows of a table, not all of one length."""
        return self.many(lambda: self.many(self.line))

    def image(self) -> dict[str, str]:
        """Return a picture with all that is said of it."""
        told = self.some({"caption": self.line, "source": self.line})
        return {"src": "wide.png", "alt": self.plain(), **told}

    def column(self) -> Any:
        """Return a column: a text, or some blocks below a title."""
        if self.draw(st.booleans()):
            return self.body()
        ways = {"title": self.line, "body": self.body, "table": self.rows}
        return {"text": self.bullets(), **self.some(ways)}

    def card(self) -> dict[str, Any]:
        """Return a card with some of what cards take."""
        ways = {"icon": self.word, "image": self.picture, "body": self.body, "text": self.bullets}
        return {"title": self.line(), **self.some(ways)}

    def figure(self) -> dict[str, Any]:
        """Return a key figure with some of what these take."""
        return {"value": self.line(), **self.some({"label": self.line, "change": self.line})}

    def step(self) -> dict[str, Any]:
        """Return a step of a process."""
        return {"title": self.line(), **self.some({"body": self.body})}

    def event(self) -> dict[str, Any]:
        """Return an event of a timeline."""
        return {"what": self.line(), **self.some({"when": self.line, "body": self.body})}

    def matrix(self) -> dict[str, Any]:
        """Return a matrix whose values, and places of items, are words of nobody."""
        axis = ["low", "high"]
        items = self.many(lambda: {"at": ["low", "high"], "text": self.line()})
        return {"x": {"title": self.line(), "values": axis}, "y": axis, "items": items}

    def chart(self) -> dict[str, Any]:
        """Return a chart of few values, told by their names."""
        values = {self.word(): number for number in ("1", "2.5", "3")}
        kinds = ("column", "bar", "line", "pie", "doughnut", "waterfall", "funnel")
        kind = self.draw(st.sampled_from(kinds))
        told = self.some({"title": self.line, "unit": self.word, "alt": self.plain})
        return {"type": kind, "values": values, **told}

    def picture(self) -> dict[str, str]:
        """Return a picture without more than its alternative text."""
        return {"src": "wide.png", "alt": self.plain()}

    def slide(self, *, titled: bool = True) -> dict[str, Any]:
        """Return a slide with some of what slides take."""
        content: dict[str, Callable[[], Any]] = {
            "body": self.body,
            "text": self.bullets,
            "table": lambda: {"rows": self.rows(), **self.some({"alt": self.plain})},
            "chart": self.chart,
            "quote": lambda: {"text": self.body(), **self.some({"by": self.line})},
            "code": lambda: {"text": self.body()},
            "columns": lambda: [self.column(), self.column()],
            "cards": lambda: [self.card(), self.card()],
            "callout": lambda: {"text": self.body(), **self.some({"title": self.line})},
            "terms": lambda: {self.plain(): self.body()},
            "figures": lambda: [self.figure(), self.figure()],
            "steps": lambda: [self.step(), self.line()],
            "timeline": lambda: self.many(self.event),
            "matrix": self.matrix,
            "image": self.image,
            "images": lambda: self.many(self.image),
            "notes": self.body,
            "footnotes": lambda: self.many(self.line),
            "source": self.line,
            "footer": self.line,
            "label": self.line,
            "date": self.plain,
            "build": lambda: "true",
        }
        return {**({"title": self.line()} if titled else {}), **self.some(content)}

    def keynote(self) -> dict[str, Any]:
        """Return a talk whose first slide has the title of all."""
        slides = [self.slide(titled=False), *self.many(self.slide, 1)]
        return {"title": self.line(), "slides": slides}

    def deck(self) -> dict[str, Any]:
        """Return a deck with some of its parts."""
        settings: dict[str, Callable[[], Any]] = {
            "footer": self.line,
            "label": self.line,
            "copyright": self.plain,
            "author": self.plain,
            "company": self.plain,
            "subject": self.plain,
            "keywords": lambda: self.many(self.plain),
            "category": self.plain,
        }
        cover = {"subtitle": self.line, "author": self.line, "affiliation": self.line}
        parts: dict[str, Callable[[], Any]] = {
            "deck": lambda: self.some(settings),
            "title": lambda: {"title": self.line(), **self.some(cover)},
            "keynote": self.keynote,
            "sessions": lambda: [{"track": self.line(), "sessions": self.many(self.slide, 2)}],
            "closing": lambda: {"title": self.line(), **self.some({"subtitle": self.line})},
        }
        divider = {"section": self.line(), **self.some({"subtitle": self.line})}
        return {**self.some(parts), "slides": [divider, *self.many(self.slide, 2)]}


@dataclass(frozen=True)
class Written:
    """A deck as text, and the words that its author wrote."""

    text: str
    words: tuple[str, ...]


@st.composite
def decks(draw: Draw) -> Written:
    """Return decks in all forms of YAML."""
    author = Author(draw)
    deck = author.deck()
    dares = draw(st.integers(0, 3))
    return Written(_Yaml(draw, dares).mapping(deck, 0), tuple(author.words))


@dataclass
class _Yaml:
    """Writes values as YAML, each scalar in one of the styles in which it can be written.

    `dares` is how many are plain, though YAML may make of them what it likes: with more, few decks
    would be without errors.
    """

    draw: Draw
    dares: int = 0

    def mapping(self, value: dict[str, Any], indent: int) -> str:
        entries = (
            f"{' ' * indent}{self.key(key)}:{self.value(item, indent + 2)}"
            for key, item in value.items()
        )
        return "".join(entries)

    def key(self, text: str) -> str:
        return text if text.isidentifier() and text.isascii() else _quoted(text)

    def sequence(self, items: Sequence[Any], indent: int) -> str:
        return "".join(f"{' ' * indent}-{self.value(item, indent + 2)}" for item in items)

    def value(self, value: Any, indent: int) -> str:
        match value:
            case dict():
                return f"\n{self.mapping(value, indent)}" if value else " {}\n"
            case list() if value and all(map(_is_flat, value)) and self.draw(st.booleans()):
                return f" [{', '.join(self.flow(item) for item in value)}]\n"
            case list():
                return f"\n{self.sequence(value, indent)}"
            case _:
                return f" {self.scalar(value, indent)}\n"

    def flow(self, text: str) -> str:
        """Return a text as an item between brackets, plain or quoted."""
        if not self.dares or not text.strip() or _COMMENT.search(text):
            return _quoted(text)
        self.dares -= 1
        return text

    def scalar(self, text: str, indent: int) -> str:
        ways = [_quoted(text)]
        if "\n" not in text:
            single = "'" + text.replace("'", "''") + "'"
            ways += [single, *(_folded(way, indent) for way in (single, _quoted(text)))]
        if self.dares and text.strip() and not _COMMENT.search(text) and "\n" not in text:
            self.dares -= self.draw(st.integers(0, 1))
            block = f"\n{' ' * indent}"
            ways = [text, _folded(text, indent), f"{text} # a comment", f">{block}{text}"]
            ways.append(f">-{block}{_folded(text, indent)}")
        if text.strip() and not text[0].isspace() and "\t" not in text:
            ways.append(_block("|", text, indent))
        return str(self.draw(st.sampled_from(ways)))


def _is_flat(value: object) -> bool:
    return isinstance(value, str) and "\n" not in value


def _folded(text: str, indent: int) -> str:
    """Return a text of one line over two, where it has a blank in which YAML can fold it."""
    before, blank, after = text.partition(" ")
    if not (blank and before and after) or after[0] == " " or before[-1] == "\\":
        return text
    return f"{before}\n{' ' * indent}{after}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return '"' + escaped.replace("\n", "\\n") + '"'


def _block(head: str, text: str, indent: int) -> str:
    lines = text.removesuffix("\n").split("\n")
    chomping = "" if text.endswith("\n") else "-"
    written = "\n".join(" " * indent + line if line else "" for line in lines)
    return f"{head}{chomping}\n{written}"
