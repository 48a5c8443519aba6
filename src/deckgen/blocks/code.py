"""Program text in a fixed-width font on a panel, coloured by its language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final

from deckgen.blocks.kit import (
    FAILED,
    ZERO,
    Align,
    Block,
    Centipoints,
    CodeFile,
    Context,
    Count,
    Emu,
    Failed,
    Fence,
    Galley,
    Inline,
    Key,
    LineRanges,
    Paragraph,
    Run,
    Stack,
    Verbatim,
    Word,
    codes,
    measure_runs,
    place_runs,
    replace,
    stack,
    styled,
)
from deckgen.blocks.listings import CodeLine, CodePart

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding, SetParagraph
    from deckgen.blocks.listings.look import ListingLook

NAME: Final = 0.85
"""The size of the name above program text, as a share of that of the text."""
SMALLEST_NAME: Final = Centipoints(1000)


class Code(Block, frozen=True, kw_only=True):
    """Program text, coloured by its language, from the deck or from a file.

    ````yaml
    - code:
        language: python
        text: |
          print("hello")
        highlight: 1
    ````

    Of a file a part can be shown: `lines: 10-24`, or what stands between two marks. With `from:`
    and `to:` these are the first lines that hold such words; one that is a comment is left out.
    """

    KEY: ClassVar[str] = "code"
    PIECE: ClassVar[type | None] = Fence
    SHORTHAND: ClassVar[str] = "text"
    EITHER: ClassVar[tuple[str, ...]] = ("text", "file")

    text: Annotated[Verbatim | None, Key("The program text; variables are not filled in.")] = None
    file: Annotated[
        CodeFile | None, Key("The file that it is read from, relative to the deck.", also=("src",))
    ] = None
    language: Annotated[
        Word | None,
        Key("The programming language; that of the file's name if absent.", also=("lang",)),
    ] = None
    lines: Annotated[
        LineRanges | None, Key("The lines that are shown: `10-24`, `3,5-7`, `12-`.")
    ] = None
    begin: Annotated[
        Word | None, Key("Words in the line from which on it is shown.", also=("from",))
    ] = None
    end: Annotated[Word | None, Key("Words in the line up to which it is shown.", also=("to",))] = (
        None
    )
    highlight: Annotated[
        LineRanges | None,
        Key("The lines that stand out, by their numbers, or from the first that is shown."),
    ] = None
    numbers: Annotated[bool, Key("Whether the lines have their numbers before them.")] = False
    first: Annotated[Count | None, Key("The number of the first line of the text.")] = None
    caption: Annotated[
        Inline | None,
        Key('The line above it; the name of the file if absent, `""` for none.', also=("title",)),
    ] = None
    drawn: tuple[CodeLine, ...] = ()

    @classmethod
    def of(cls, piece: Fence, binding: Binding) -> Code | Failed:
        """Return the block that a fenced or indented code block becomes."""
        block, info = cls(span=piece.span, text=Verbatim(piece.text)), piece.info
        if piece.language:
            where = piece.span if info is None else info.span
            block = replace(block, language=Word(piece.language, where))
        if info is not None:
            lit = LineRanges.read(info.highlight, info.span, binding) if info.highlight else None
            if isinstance(lit, Failed):
                return FAILED
            caption = Inline.plain(info.title, info.span) if info.title else None
            block = replace(
                block,
                highlight=lit,
                numbers=info.numbers,
                caption=caption,
                first=_count(info.first),
            )
        return block.completed(binding)

    def completed(self, binding: Binding) -> Code | Failed:
        """Return the block with the lines that it shows, coloured; or report what is mistaken."""
        from deckgen.blocks.listings.choosing import chosen

        if self.text is not None and self.file is not None:
            message = "program text is either written here or read from a file"
            hints = ["leave out `text` or `file`"]
            binding.sink.report(codes.INVALID_VALUE, self.file.span, message, hints=hints)
            return FAILED
        drawn = chosen(self, binding)
        return FAILED if isinstance(drawn, Failed) else replace(self, drawn=drawn)

    @property
    def takes_what_is_left(self) -> bool:
        """Whether it is set by how much room others leave: it is, as it may be small."""
        return True

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the lines, at a size at which few are continued if that can be read."""
        from deckgen.blocks.listings.galley import BELOW_NAME, PADDING, ListingGalley
        from deckgen.blocks.listings.look import look_of
        from deckgen.blocks.listings.setting import SHARE, ListingSetting

        lines, look = self.drawn or (CodeLine((CodePart(""),), 1),), look_of(context)
        usual = context.text.size.scaled(SHARE)
        name = self.named(width - PADDING * 2, context, look, usual)
        inner, gutter = context, ZERO
        measured: tuple[SetParagraph, ...] = ()
        for _ in range(2):
            # numbers of the largest size first, then of the size in which the lines are set
            room = width - PADDING * 2 - gutter
            around = PADDING * 2 + (name.height + BELOW_NAME if name else ZERO)
            height = context.height - around
            left = height if context.left is None else context.left - around
            setting = ListingSetting(lines, look, self.span, room, height, left)
            inner, measured = setting.best(context)
            wider = self.gutter(lines, inner)
            if gutter == wider or not self.numbers:
                break
            gutter = max(gutter, wider)
        name = self.named(width - PADDING * 2, context, look, min(usual, inner.text.size))
        return ListingGalley(lines, measured, inner, context, look, self.span, name, gutter)

    def gutter(self, lines: tuple[CodeLine, ...], context: Context) -> Emu:
        """Return how wide the numbers of lines are with the space beside them."""
        from deckgen.blocks.listings.galley import BESIDE_NUMBERS

        if not self.numbers:
            return ZERO
        longest = max((str(line.number or "") for line in lines), key=len)
        run = Run(longest, self.span, code=True)
        wide = context.typesetter.width(styled(place_runs((run,), context.text, context.language)))
        return wide + context.text.size.emu * BESIDE_NUMBERS

    def named(
        self, room: Emu, context: Context, look: ListingLook, beside: Centipoints
    ) -> Stack | None:
        """Return the line above program text of a size, measured; None where it has none."""
        runs = self.caption.runs if self.caption is not None else ()
        if self.caption is None and self.file is not None:
            runs = (Run(self.file.path, self.file.span, code=True),)
        if not any(run.text.strip() for run in runs):
            return None
        size = max(SMALLEST_NAME, beside.scaled(NAME))
        style = replace(context.text.flush(size), color=look.muted, align=Align.LEFT)
        inner = context.with_levels((style,) * len(context.levels))
        placed = place_runs(runs, style, context.language)
        return stack((measure_runs(placed, style, room, inner, of=Paragraph(runs, self.span)),))


def _count(number: int | None) -> Count | None:
    return None if number is None else Count(number)
