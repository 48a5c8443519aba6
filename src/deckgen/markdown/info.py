"""What stands behind the backticks of a fence -> its language, and how its text is to be shown.

Highlights, numbers and names are written as CommonMark's processors do: pandoc (`{.python
.numberLines startFrom="5"}`), Quarto (`{python}` with options in `#|` lines), and what many sites
share (`python {2,4-5} title="app.py"`, `python:app.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.markdown.model import FenceInfo
from deckgen.patterns import lazy
from deckgen.records import Struct, field

if TYPE_CHECKING:
    from deckgen.source import Span

_TITLES: Final = frozenset(("title", "name", "filename", "file-name", "caption", "lst-cap"))
_HIGHLIGHTS: Final = frozenset(
    (
        *("highlight", "hl", "hl_lines", "hl-lines", "highlight-lines", "emphasize-lines"),
        *("code-line-numbers", "data-line-numbers"),
    )
)
_STARTS: Final = frozenset(("startfrom", "start-from", "start", "linenostart", "startline"))
_NUMBERS: Final = frozenset(
    (
        *("numberlines", "number-lines", "line-numbers", "linenumbers", "linenums", "numbers"),
        *("showlinenumbers", "lines", "code-line-numbers", "lineno"),
    )
)
_PART: Final = lazy(
    r"""(?P<key>[\w-]+)\s*[=:]\s*(?P<value>"[^"]*"|'[^']*'|\{[^}]*\}|\[[^\]]*\]|[^\s,{}]+)"""
    r"""|\[(?P<name>[^\]]+)\]|\{(?P<inner>[^{}]*)\}|(?P<word>[^\s{}]+)"""
)
_RANGES: Final = lazy(r"\d[\d\s,;|–-]*")
_NAMED: Final = lazy(r"([\w+#.-]*):(?!//)(\S+)")
_OPTION: Final = lazy(r"(?:#|//|--|%%)\|\s*([\w-]+)\s*:\s*(.*?)\s*")


class Read(Struct):
    """What has been found so far, and the words that mean nothing here."""

    language: str = ""
    title: str = ""
    highlight: str = ""
    numbers: bool = False
    first: int | None = None
    unknown: list[str] = field(default_factory=list)

    def take(self, text: str, *, braced: bool = False) -> None:
        """Read words, those between braces as attributes."""
        for match in _PART.finditer(text):
            said = match["inner"]
            if said is not None and _RANGES.fullmatch(said.strip()):
                self.highlight = said.strip()
            elif said is not None:
                self.take(said, braced=True)
            elif match["key"]:
                self.key(match["key"].lower(), match["value"].strip("\"'{}[]").strip(), match[0])
            elif match["name"]:
                self.title = match["name"]
            else:
                self.word(match["word"], braced=braced)

    def word(self, word: str, *, braced: bool) -> None:
        """Read a word by itself: a class, a language, a name."""
        bare = word.strip(",").removeprefix(".")
        if bare.lower() in _NUMBERS:
            self.numbers = True
        elif braced and not self.language and bare and not word.startswith("#"):
            self.language = bare
        elif not braced and "." in word[1:-1] and not self.title:
            self.title = word
        elif bare and not self.language.startswith("diff"):
            self.unknown.append(word)

    def key(self, key: str, value: str, written: str) -> None:
        """Read a key with its value."""
        if key in _HIGHLIGHTS and _RANGES.fullmatch(value):
            self.highlight = value
        elif key in _STARTS and value.isdecimal() and len(value) < 7 and int(value):
            self.first, self.numbers = int(value), True
        elif key in _NUMBERS and value.lower() in {"true", "false", "1"}:
            self.numbers = value.lower() != "false"
        elif key in _TITLES and value:
            self.title = value
        else:
            self.unknown.append(written)


def read_info(info: str, span: Span) -> tuple[str, FenceInfo]:
    """Return the language of a fence and what else its opening line says, at its span."""
    read, text = Read(), info.strip()
    if text and not text.startswith(("{", "[")):
        read.language, _, text = text.partition(" ")
        if "{" in read.language:
            read.language, _, more = read.language.partition("{")
            text = "{" + more + " " + text
        named = _NAMED.fullmatch(read.language)
        if named is not None:
            read.language, read.title = named[1], named[2]
        elif "=" in read.language:
            read.language, text = "", info.strip()
    read.take(text)
    return read.language, _info(read, span)


def with_options(info: FenceInfo, text: str) -> tuple[FenceInfo, str]:
    """Return what Quarto's options at the top of a cell say as well, and the text below them."""
    lines = text.split("\n")
    read = Read(title=info.title, highlight=info.highlight, numbers=info.numbers, first=info.first)
    read.unknown += info.unknown
    while lines and (match := _OPTION.fullmatch(lines[0].strip())) is not None:
        read.key(match[1].lower(), match[2].strip("\"'"), lines[0].strip())
        del lines[0]
    return _info(read, info.span), "\n".join(lines)


def _info(read: Read, span: Span) -> FenceInfo:
    return FenceInfo(
        span, read.title, read.highlight, read.numbers, read.first, tuple(read.unknown)
    )
