"""A QR code, drawn in the file, with its quiet zone and a line below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final

from deckgen.blocks.kit import (
    LONGEST_QR_CODE,
    QUIET_ZONE,
    ZERO,
    Align,
    Block,
    Caption,
    Centipoints,
    Color,
    Context,
    Emu,
    Freeform,
    Galley,
    Geometry,
    Item,
    Key,
    Link,
    Piece,
    Place,
    Portion,
    Rect,
    Run,
    Shape,
    WholeGalley,
    Word,
    codes,
    inch,
    nothing,
    qr_code,
    replace,
)
from deckgen.blocks.panels.label import line_label, plain_style

if TYPE_CHECKING:
    from deckgen.blocks.kit import LevelStyle, Sink
    from deckgen.blocks.panels.label import SetText

USUAL: Final = inch(3)
LEAST: Final = inch(1.2)
"""The sides of a code that is told no size, and of one that makes room."""
NARROWEST_CAPTION: Final = 14
"""The line below a code is as wide as it, or so wide in em."""
CAPTION: Final = 0.8
SMALLEST: Final = 5 / 7
"""The least size of an address as a share of the least size of a body: 10 pt where that is 14."""
STEP: Final = 100
"""The step of sizes that are tried so that an address stands in one line."""
BELOW: Final = 0.3
"""The space between a code and the line below it, in em."""
_DARK: Final = Color("000000")
_LIGHT: Final = Color("FFFFFF")
"""Cameras look for dark on light, whatever the template."""
_WEB: Final = ("https://", "http://", "mailto:", "tel:")


class QrCode(Block, frozen=True, kw_only=True):
    """A QR code that leads somewhere, which a click on it does as well.

    ```yaml
    - qr: https://example.org/deck
    - qr: {url: https://example.org/deck, caption: All slides, size: 40%}
    ```
    """

    KEY: ClassVar[str] = "qr"
    SHORTHAND: ClassVar[str] = "url"

    url: Annotated[Word, Key("What the code says: an address, or any text.", also=("text",))]
    caption: Annotated[Caption | None, Key("A line below the code, instead of what it says.")] = (
        None
    )
    size: Annotated[Portion | None, Key("How high it is: a share of its place.")] = None
    alt: Annotated[str | None, Key("What it is, for those who cannot see it.")] = None

    def remark(self, sink: Sink) -> None:
        """Report a code of nothing, and one of too much."""
        long = len(self.url.text.encode("utf-8"))
        if 0 < long <= LONGEST_QR_CODE:
            return
        message = f"expected 1 to {LONGEST_QR_CODE} bytes for a QR code, found {long}"
        sink.report(codes.INVALID_VALUE, self.url.span.first_line, message)

    @property
    def is_pictorial(self) -> bool:
        """Whether the block is something to look at: it is."""
        return True

    @property
    def link(self) -> Link | None:
        """Where a click leads; nowhere where the code says no address."""
        text = self.url.text
        return Link(text, self.url.span) if text.startswith(_WEB) else None

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the code, which may become smaller, and the line below it."""
        if not 0 < len(self.url.text.encode("utf-8")) <= LONGEST_QR_CODE:
            return nothing()
        below = self._caption(width, USUAL, Align.LEFT, context).height
        below += context.text.size.emu * BELOW
        most = min(width, max(LEAST, context.height - below))
        side = min(most, context.height * self.size if self.size else USUAL)

        def draw(place: Place) -> tuple[Item, ...]:
            shown = min(side, place.box.height - below)
            return self._items(place, max(shown, LEAST // 2), context)

        least = min(side, LEAST) + below
        return WholeGalley(Piece(side + below, context.gap, least=Emu(least)), draw)

    def _caption(self, width: Emu, side: Emu, align: Align, context: Context) -> SetText:
        runs = self.caption.runs if self.caption else self._said()
        room = min(width, max(side, context.text.size.emu * NARROWEST_CAPTION))
        style = plain_style(context, CAPTION, align=align)
        said = line_label(runs, style, room, context, self.span)
        if self.caption or said.lines == 1:
            return said
        return self._in_one_line(said, runs, style, room, context)

    def _in_one_line(
        self, said: SetText, runs: tuple[Run, ...], style: LevelStyle, room: Emu, context: Context
    ) -> SetText:
        """Return an address in a size at which it is not broken, or as it is if none is read."""
        least = round(context.floor * SMALLEST / STEP) * STEP
        for size in range(style.size - STEP, least - 1, -STEP):
            tried = line_label(runs, style.sized(Centipoints(size)), room, context, self.span)
            if tried.lines == 1:
                return tried
        return said

    def _said(self) -> tuple[Run, ...]:
        return (Run(self.url.text, self.url.span, link=self.link),)

    def _items(self, place: Place, side: Emu, context: Context) -> tuple[Item, ...]:
        """Return the code on its light ground, and the line below it on the same axis."""
        count, outlines = qr_code(self.url.text)
        align = Align.CENTER if place.side is Align.CENTER else Align.LEFT
        text = self._caption(place.box.width, USUAL, align, context)
        room = min(place.box.width, max(USUAL, context.text.size.emu * NARROWEST_CAPTION))
        apart = context.text.size.emu * BELOW
        spare = max(ZERO, place.box.height - side - apart - text.height)
        top = place.box.y + (spare * 0.4 if align is Align.CENTER else ZERO)
        ground = Rect(place.left(side), top, side, side)
        quiet = side * (QUIET_ZONE / (count + 2 * QUIET_ZONE))
        inner = Rect(ground.x + quiet, ground.y + quiet, side - quiet * 2, side - quiet * 2)
        alt = self.alt or f"QR: {self.url.text}"
        code = Freeform(
            inner, (count, count), outlines, _DARK, alt, "QR code", self.link, self.span
        )
        line = Rect(place.left(room), ground.bottom + apart, room, text.height)
        if align is Align.LEFT and context.background.rgb == _LIGHT.rgb:
            # the ground is not seen, so that the line starts where the code does
            inside = self._caption(place.box.width - quiet, USUAL, align, context)
            if inside.height <= text.height:
                wide = min(room, place.box.width - quiet)
                text, line = inside, replace(line, x=line.x + quiet, width=wide)
        panel = Shape(ground, Geometry.RECTANGLE, _LIGHT, None, "Quiet zone", self.span)
        return panel, code, text.frame(line, "Caption", self.span)
