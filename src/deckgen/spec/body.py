"""A body -> blocks: Markdown text, YAML lists as bullets, and lists of blocks, freely mixed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.codes.markdown import UNRENDERED_BLOCK
from deckgen.content import Marker, Paragraph
from deckgen.guesses import closest
from deckgen.markdown import parse_body, parse_inline
from deckgen.markdown.model import MAX_LEVEL, Pause, Prose
from deckgen.markdown.pauses import is_pause
from deckgen.markdown.tasks import unboxed
from deckgen.patterns import lazy
from deckgen.records import Struct, field, replace
from deckgen.spec.bind import Binding
from deckgen.spec.nodes import Entry, Mapping, Node, Scalar, Sequence, shorten
from deckgen.spec.remarks import quoted, report_lost_comment, written_on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.source import Span
    from deckgen.spec.blocks import BlockRecord

BODY_KEYS: Final = ("body", "text")
_BLOCKS: Final = lazy(
    r"\n[ \t]*\n|(?:\A|\n)[ \t]*(?:(?:[-*+>]|\d+[.)]|#{1,6})[ \t]|```|~~~|\$\$|:::|\|)"
)
"""What tells text of several lines that is more than a line with breaks."""
_ALONE: Final = lazy(
    r"!\[[^\]\n]*\]\([^()\n]*\)|\[!\[[^\]\n]*\]\([^()\n]*\)\]\([^()\n]*\)"
    r"|\$\$[^$\n]+\$\$|<!--(?:(?!-->).)*-->"
)
"""What is no bullet in an item by itself: a picture, a formula, a comment."""
_KEY_SIGN: Final = "? "
"""What YAML takes for the sign of a key where a value starts (YAML 1.1, section 10.2.2)."""


def bind_body(node: Node, binding: Binding) -> tuple[BlockRecord, ...]:
    """Return the blocks of a body, in order. What cannot be read is reported and left out."""
    taken = binding.taken_in(node)
    match taken:
        case None:
            return ()
        case Scalar() if taken.is_null:
            report_lost_comment(taken.span, binding.sink)
            return ()
        case Scalar():
            return binding.blocks.from_pieces(parse_body(taken.passage, binding.reading), binding)
        case Sequence():
            return _ListBody(binding).read(taken)
        case Mapping():
            hint = "start each block with `- `"
            binding.wrong_type(taken, "Markdown or a list", (hint,))
            return ()


class _ListBody(Struct):
    """Reads a YAML list of bullets and blocks."""

    binding: Binding
    blocks: list[BlockRecord] = field(default_factory=list)
    bullets: list[Paragraph] = field(default_factory=list)
    pause: Span | None = None
    """The pause that stands before what comes next."""

    def read(self, node: Sequence) -> tuple[BlockRecord, ...]:
        for written in self.binding.items(node.items):
            item = self.kept(written)
            if item is None:
                continue
            if isinstance(item, Mapping) and not self.is_bullet(item):
                self.flush()
                self.hold_back()
                self.blocks.extend(self.block(item))
            else:
                self.bullet(item, 0)
        self.flush()
        return tuple(self.blocks)

    def hold_back(self) -> None:
        """Add the pause that stands before a block."""
        if self.pause is not None:
            self.blocks.extend(self.binding.blocks.from_pieces((Pause(self.pause),), self.binding))
            self.pause = None

    def kept(self, item: Node) -> Node | None:
        """Return an item without the condition beside its block; None where that does not hold."""
        if not isinstance(item, Mapping) or not self.is_block(item):
            return item
        return self.binding.settled(item, ())

    def is_bullet(self, item: Mapping) -> bool:
        """Tell whether a mapping is a bullet with others below it: any text, and a list.

        A list of blocks, or one below what is nearly the name of a block, is none of bullets but
        of a block that is not known; unless its key is written as words are in a text.
        """
        if len(item.entries) != 1:
            return False
        entry = item.entries[0]
        if self.binding.blocks.takes(entry.key.text) or not isinstance(entry.value, Sequence):
            return False
        below, near = entry.value.items, closest(entry.key.text, self.binding.blocks.names())
        if entry.key.text[:1].islower():
            return near is None and not any(map(self.is_block, below))
        return near is None or not any(isinstance(child, Sequence) for child in below)

    def is_block(self, item: Node) -> bool:
        """Tell whether a node writes blocks."""
        takes = self.binding.blocks.takes
        return isinstance(item, Mapping) and any(takes(entry.key.text) for entry in item.entries)

    def bullet(self, item: Node, level: int) -> None:
        match item:
            case Sequence():
                for child in item.items:
                    self.bullet(child, level + 1 if self.bullets else level)
            case Mapping(entries=(Entry(value=Sequence() as below) as entry,)) if not self.is_block(
                item
            ):
                self.add(entry.key, level)
                for child in below.items:
                    self.bullet(child, level + 1)
            case Mapping():
                self.report_below_bullet(item)
            case Scalar():
                self.add(item, level)

    def add(self, scalar: Scalar, level: int) -> None:
        if is_pause(scalar.text):
            self.pause = scalar.span
            return
        if scalar.is_null:
            self.binding.wrong_type(scalar, "text")
            return
        text = scalar.text.strip("\n")
        if ("\n" in text and _BLOCKS.search(text)) or _ALONE.fullmatch(text.strip()):
            self.add_markdown(scalar, min(level, MAX_LEVEL))
            return
        if not text[:1].isalnum():
            self.remark(scalar)
        runs = parse_inline(scalar.passage, self.binding.reading)
        self.append(Paragraph(runs, scalar.span, min(level, MAX_LEVEL), Marker.BULLET))

    def remark(self, scalar: Scalar) -> None:
        """Report a line that starts as a block does, which a bullet is not."""
        from deckgen.spec.bullet_marks import block_mark  # few lines start otherwise

        mark = block_mark(scalar.text)
        if mark is not None:
            message = f"`{mark[0]}` starts no block in an item of one line, and is shown"
            self.binding.sink.report(UNRENDERED_BLOCK, scalar.span, message, hints=[mark[1]])

    def append(self, bullet: Paragraph) -> None:
        """Add a bullet, which may be a task, and appears later if a pause stands before it."""
        runs, glyph = unboxed(bullet.runs)
        bullet = replace(bullet, runs=runs, glyph=glyph or bullet.glyph)
        self.bullets.append(replace(bullet, pause=True) if self.pause is not None else bullet)
        self.pause = None

    def add_markdown(self, scalar: Scalar, level: int) -> None:
        """Add a bullet of several blocks, as Markdown has them: its lists stand below its text."""
        depth = level
        for piece in parse_body(scalar.passage, self.binding.reading):
            if not isinstance(piece, Prose):
                self.flush()
                self.blocks.extend(self.binding.blocks.from_pieces((piece,), self.binding))
                continue
            for paragraph in piece.paragraphs:
                below = min(paragraph.level + depth, MAX_LEVEL)
                if paragraph.marker is Marker.HEADING:
                    self.bullets.append(paragraph)
                elif paragraph.marker is not Marker.NONE or paragraph.indented:
                    self.bullets.append(replace(paragraph, level=below))
                elif depth == level:
                    self.append(replace(paragraph, level=level, marker=Marker.BULLET))
                    depth = level + 1
                else:
                    self.bullets.append(replace(paragraph, level=level, indented=True))

    def block(self, item: Mapping) -> tuple[BlockRecord, ...]:
        if len(item.entries) == 1 and self.binding.blocks.takes(item.entries[0].key.text):
            return self.binding.blocks.bind(item.entries[0], self.binding)
        self.report(item.entries)
        return ()

    def report_below_bullet(self, item: Mapping) -> None:
        """Report a mapping below a bullet that is no bullet itself."""
        known = next((e for e in item.entries if self.binding.blocks.takes(e.key.text)), None)
        if known is None and len(item.entries) > 1:
            self.binding.wrong_type(item, "text or a list")
            return
        if known is None:
            self.report(item.entries)
            return
        message = f"the block `{known.key.text}` stands below a bullet"
        hint = "indent it as far as the bullets of the first level, or quote it if it is text"
        self.binding.sink.report(codes.WRONG_TYPE, known.span, message, hints=[hint])

    def report(self, entries: tuple[Entry, ...]) -> None:
        known = [entry for entry in entries if self.binding.blocks.takes(entry.key.text)]
        if known and len(entries) > 1:
            other = next(entry for entry in entries if entry is not known[0])
            message = f"`{other.key.text}` stands beside `{known[0].key.text}`"
            hint = f"indent it to make it part of `{known[0].key.text}`, or start it with `- `"
            self.binding.sink.report(codes.UNKNOWN_KEY, other.span, message, hints=[hint])
            return
        for entry in entries:
            message = f"unknown block `{shorten(entry.key.text)}`"
            hints = self.hints(entry)
            self.binding.sink.report(codes.UNKNOWN_KEY, entry.span, message, hints=hints)

    def hints(self, entry: Entry) -> Iterator[str]:
        """Yield what to do about a mapping that is no block: it is misspelt, or meant as text."""
        names, key = self.binding.blocks.names(), entry.key
        from deckgen.spec.synonyms import meant  # few words are no block

        near = meant(key.text, names) or self.binding.sink.guesses.closest(key.text, names)
        if key.text[:1].islower() or not isinstance(entry.value, Scalar):
            listed = ", ".join(f"`{name}`" for name in names)
            yield f"did you mean `{near}`?" if near else f"blocks are {listed}"
        if not isinstance(entry.value, Scalar):
            return
        source = key.span.source
        if source.text[key.span.start - len(_KEY_SIGN) : key.span.start] == _KEY_SIGN:
            yield f"quote text that starts with `{_KEY_SIGN}`, `{quoted(_KEY_SIGN + key.text)}`"
        elif entry.value.is_null:
            yield f"quote text that ends in `:`, `{quoted(key.text + ':')}`, or write a list below"
        else:
            written = written_on_one_line(entry)
            yield "quote text that holds `: `" + (f", `{quoted(written)}`" if written else "")

    def flush(self) -> None:
        if not self.bullets:
            return
        bullets = tuple(self.bullets)
        prose = Prose(bullets, bullets[0].span.to(bullets[-1].span))
        self.blocks.extend(self.binding.blocks.from_pieces((prose,), self.binding))
        self.bullets = []
