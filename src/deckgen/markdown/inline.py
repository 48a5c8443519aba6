"""Inline tokens -> lines of runs, with hard breaks as line feeds, and the figures among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from deckgen import codes
from deckgen.content import Link, Run, join, with_breaks
from deckgen.letters import is_unspaced
from deckgen.markdown.equations import read_formula
from deckgen.markdown.kept_lines import LOOKED_AT, kept
from deckgen.markdown.model import Figure
from deckgen.markdown.reading import WIDE_SIGNS
from deckgen.markdown.tags import STYLES, instead, paired
from deckgen.markdown.variables import VARIABLE, filled
from deckgen.patterns import lazy
from deckgen.records import Struct, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from deckgen.markdown.reading import InlineSource, Reading
    from deckgen.markdown.tags import HtmlTag
    from deckgen.markdown.unrendered import Finding
    from deckgen.source import Span

_BREAKS: Final = frozenset(("softbreak", "hardbreak"))


class KeptLine(Struct, frozen=True):
    """A line that stays one: its runs, and the length of the mark with which it starts."""

    runs: tuple[Run, ...]
    mark: int = 0


class InlineReader:
    """Reads the inline tokens of a paragraph, a cell or a line, and reports what means nothing."""

    def __init__(self, written: InlineSource, reading: Reading) -> None:
        self.written = written
        self.reading = reading
        self.figures: list[Figure] = []
        self.lines: list[list[Run]] = [[]]
        self.opened: dict[str, int] = {}
        self.style = Run("", written.span)
        self.link: Link | None = None
        self.empty_link = False
        self.told = 0
        self.styling: frozenset[int] = frozenset()

    def read(self, tokens: Sequence[Token], *, quoted: bool = False) -> tuple[KeptLine, ...]:
        """Return the lines of the tokens, neighbours of one style joined.

        There are several where lines start with marks of their own; other line ends are in runs.
        """
        self.styling = paired(token.meta["tag"] for token in tokens if token.type == "html_tag")
        starts = _starts(tokens)
        marks = kept(starts, quoted=quoted)
        found = [marks[0] or 0]
        number = 0
        for token in tokens:
            if token.type not in _BREAKS:
                self.take(token)
                continue
            number += 1
            mark = marks[number]
            if mark is None:
                self.add("\n" if token.type == "hardbreak" else self.soft_break(starts[number]))
            else:
                self.lines.append([])
                found.append(mark)
        lines = map(_stripped, map(join, self.lines))
        return tuple(KeptLine(*line) for line in zip(lines, found, strict=True) if line[0])

    def take(self, token: Token) -> None:
        """Add one token other than a line end."""
        match token.type:
            case "text" | "text_special":
                self.add(token.content)
            case "code_inline":
                self.add(token.content, code=True)
            case "image":
                self.empty_link = False
                self.figures.append(self.figure(token))
            case "formula" | "variable":
                self.made(token)
            case "unrendered":
                self.report(token.meta["found"])
                self.add(token.content)
            case "html_tag":
                self.tag(token.meta["tag"], token.content)
            case "link_open":
                self.link, self.empty_link = self.leading(token), True
                self.restyle()
            case "link_close":
                self.close_link()
            case _ if token.nesting:
                self.nest(token.tag, token.nesting)

    def add(self, text: str, *, code: bool = False) -> None:
        """Add text in the current style."""
        if text:
            self.empty_link &= not text.strip()
            text = with_breaks(text)
            self.lines[-1].append(replace(self.style, text=text, code=code or self.style.code))

    def made(self, token: Token) -> None:
        """Add what is made of a formula or a variable."""
        if token.type == VARIABLE:
            self.fill_in(token)
        else:
            self.formula(token)

    def formula(self, token: Token) -> None:
        """Add a formula; one that cannot be read is reported where it goes wrong."""
        start = token.meta["start"]

        def place(offset: int) -> Span:
            at = min(start + offset, start + max(0, len(token.content) - 1))
            return self.written.place(at, at + 1)

        found = read_formula(token.content, place, self.reading, display=token.meta["display"])
        if found is None:
            self.add(token.content)
        else:
            self.empty_link = False
            text, formula = found
            self.lines[-1].append(replace(self.style, text=text, formula=formula))

    def fill_in(self, token: Token) -> None:
        """Add what a variable stands for, as text; an address of the web that is one is a link."""
        place = self.written.place(token.meta["start"], token.meta["stop"])
        found = self.reading.fill(token.meta["name"], place) if self.reading.fill else None
        text, at = found or (token.content, place)
        if self.link is not None or not re.fullmatch(r"https?://\S+", text):
            self.add(text)
            return
        self.link = Link(text, at)
        self.restyle()
        self.add(text)
        self.close_link()

    def filled(self, address: str, place: Span) -> tuple[str, Span]:
        """Return an address with variables filled in, and its place; that of one that is alone."""
        fill = self.reading.fill
        if fill is None or "${" not in address:
            return address, place
        places: list[Span] = []

        def value(name: str) -> str | None:
            found = fill(name, self.place(f"${{{name}}}"))
            places.extend((found[1],) if found else ())
            return found[0] if found else None

        text = filled(address, value)
        alone = len(places) == 1 and address.startswith("${") and address.endswith("}")
        return text, places[0] if alone else place

    def nest(self, name: str, nesting: int) -> None:
        """Begin or end a style by its name. Styles may overlap, as tags and Markdown do."""
        self.opened[name] = self.opened.get(name, 0) + nesting
        self.restyle()

    def restyle(self) -> None:
        """Make the style of the text that follows."""
        self.style = Run("", self.written.span, link=self.link)
        for name, depth in self.opened.items():
            if depth > 0:
                self.style = replace(self.style, **STYLES[name])

    def close_link(self) -> None:
        """End a link. One around nothing shows its address."""
        if self.link is not None and self.empty_link:
            self.add(unquote(self.link.target))
        self.link = None
        self.restyle()

    def tag(self, tag: HtmlTag, text: str) -> None:
        """Style the text behind a tag. What of the tag means nothing is reported."""
        styles = tag.start in self.styling
        if styles:
            self.nest(tag.name, -1 if tag.closes else 1)
        if not styles or tag.attributes:
            message = f"`{shortened(text)}` is left out"
            if styles:
                message = f"the attributes of `{shortened(text)}` are left out"
            span = self.written.place(tag.start, tag.stop)
            hint = "remove them" if styles else instead(tag.name)
            self.reading.sink.report(codes.UNRENDERED_HTML, span, message, hints=[hint])

    def report(self, found: Finding) -> None:
        """Report that something is shown as it is written."""
        if found.start < self.told:
            return  # within or at the end of something that is told
        self.told = found.stop
        self.report_line(found)

    def report_line(self, found: Finding) -> None:
        """Report the same, whatever was told before."""
        text = self.written.content[found.start : found.stop]
        what = "is shown as it is written" if found.is_shown else "is left out"
        message = f"`{shortened(text)}` {what}"
        span = self.written.place(found.start, found.stop)
        self.reading.sink.report(found.code, span, message, hints=[found.hint])

    def report_wide_signs(self) -> None:
        """Report what a line that is no paragraph has in wide signs for those of Markdown."""
        if any(sign in self.written.content for sign in WIDE_SIGNS):
            from deckgen.markdown.unrendered_pastes import in_wide_line  # few lines have them

            for found in in_wide_line(self.written.content):
                self.report_line(found)

    def leading(self, token: Token) -> Link:
        """Return the link that a token opens, at the place of its address if it can be found."""
        target = str(token.attrs.get("href", ""))
        place = self.place(target)
        if "$%7B" in target:
            target, place = self.filled(unquote(target), place)
        if target.startswith("#"):
            target = unquote(target)
        return Link(target, place, str(token.attrs.get("title", "")))

    def place(self, address: str) -> Span:
        """Return where an address is written, which is as it is or before its encoding."""
        decoded = unquote(address)
        spellings = (address, decoded, decoded.replace(" ", "%20"))
        within = self.written.span
        places = (self.written.passage.find(spelling, within) for spelling in spellings)
        return next((place for place in places if place != within), within)

    def figure(self, token: Token) -> Figure:
        """Return the figure of an image token."""
        source = str(token.attrs.get("src", ""))
        title = str(token.attrs.get("title", ""))
        source, place = self.filled(unquote(source), self.place(source))
        return Figure(source, self.words(token.children or ()), title, place, self.link)

    def words(self, tokens: Sequence[Token]) -> str:
        """Return the text of tokens without any style: what an alternative text says."""
        shown = (token for token in tokens if token.type != "html_tag")
        return "".join(" " if token.type in _BREAKS else self.word(token) for token in shown)

    def word(self, token: Token) -> str:
        """Return the text of a token, filled in if it is a variable."""
        if token.type != VARIABLE or self.reading.fill is None:
            return token.content
        found = self.reading.fill(token.meta["name"], self.place(token.content))
        return found[0] if found else token.content

    def refuse_figures(self, where: str) -> None:
        """Report the pictures, which cannot be where the text stands."""
        for figure in self.figures:
            message = f"{where} cannot hold the picture `{shortened(figure.target)}`"
            hint = "write it in the body of the slide, or as `image:`"
            self.reading.sink.report(codes.MISPLACED_PICTURE, figure.span, message, hints=[hint])

    def soft_break(self, after: str) -> str:
        """Return what a line end in the source stands for: nothing between kana and Han letters.

        As in CSS Text 3, 4.1.3. Korean has spaces between words. A deck may ask to keep line ends.
        """
        if self.reading.keeps_breaks:
            return "\n"
        before = self.lines[-1][-1].text[-1] if self.lines[-1] else ""
        return "" if is_unspaced(before) and is_unspaced(after[:1]) else " "


def on_lines(lines: Sequence[KeptLine]) -> tuple[Run, ...]:
    """Return lines as runs with hard breaks between them."""
    runs: list[Run] = []
    for number, line in enumerate(lines):
        if number:
            runs.append(Run("\n", line.runs[0].span))
        runs.extend(line.runs)
    return join(runs)


def shortened(text: str) -> str:
    """Return the first line of a text, without its end where it is long."""
    line, _, rest = text.strip().partition("\n")
    return f"{line[:_LONGEST_SHOWN]}…" if rest or len(line) > _LONGEST_SHOWN else line


_LONGEST_SHOWN: Final = 60


def _starts(tokens: Sequence[Token]) -> list[str]:
    """Return the first letters of each line of the tokens."""
    starts, line = [], ""
    for token in tokens:
        if token.type in _BREAKS:
            starts.append(line)
            line = ""
        elif len(line) < LOOKED_AT and token.type != "html_tag":
            line += token.content[:LOOKED_AT]
    return [*starts, line]


_AROUND_BREAK: Final = lazy(r" *\n *")


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return runs without white space at both ends and around hard breaks.

    Figures and comments that were taken out leave it behind.
    """
    if not runs:
        return runs
    runs = tuple(replace(run, text=_AROUND_BREAK.sub("\n", run.text)) for run in runs)
    first = replace(runs[0], text=runs[0].text.lstrip(" \n"))
    runs = (first, *runs[1:])
    last = replace(runs[-1], text=runs[-1].text.rstrip(" \n"))
    return join((*runs[:-1], last))
