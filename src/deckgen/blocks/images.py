"""Several pictures in a grid of equal cells, each with a caption of its own."""

from __future__ import annotations

from math import ceil, prod
from typing import TYPE_CHECKING, Annotated, ClassVar

from deckgen.blocks.image import LEAST_HEIGHT, Image
from deckgen.geometry import Rect, fit_within
from deckgen.layout.captions import caption_style, place_caption
from deckgen.layout.flow import Context, Galley, Piece, Place
from deckgen.layout.galleys import WholeGalley, nothing
from deckgen.pages import Crop, Picture
from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.keys import Key
from deckgen.spec.kinds import Inline
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.content import Run
    from deckgen.geometry import Size
    from deckgen.pages import Item
    from deckgen.spec.bind import Binding, Failed

MOST_CROPPED = 0.22
"""The share of a picture's width or height that may be cut off to give all one shape."""

FILLING_CROP = 0.14
"""The share that may be cut off pictures of one shape so that the grid fills its place better."""


class _Grid(Struct, frozen=True):
    """Columns, rows, and the size of a picture in a cell."""

    columns: int
    rows: int
    width: Emu
    height: Emu


class Images(Struct, frozen=True, kw_only=True):
    """Pictures side by side.

    ```yaml
    - images:
        - {src: one.jpg, alt: The first}
        - {src: two.jpg, alt: The second}
        - {src: three.jpg, alt: ""}
    - images:
        columns: 2
        pictures:
          - {src: one.jpg, alt: The first, caption: Before}
          - {src: two.jpg, alt: The second, caption: After}
    ```
    """

    KEY: ClassVar[str] = "images"
    PIECE: ClassVar[type | None] = None
    PICTORIAL: ClassVar[bool] = True
    SHORTHAND: ClassVar[str] = "pictures"

    span: Span
    pictures: Annotated[tuple[Image, ...], Key("The pictures.")]
    columns: Annotated[
        int | None, Key("How many stand side by side. Chosen by their shapes if absent.")
    ] = None
    source: Annotated[
        Inline | None, Key("Where it comes from: a line at the foot of the slide.")
    ] = None

    @classmethod
    def of(cls, piece: object, binding: Binding) -> Images | Failed:
        """No Markdown becomes this block."""
        raise NotImplementedError

    def texts(self) -> Iterator[tuple[Run, ...]]:
        """Return the captions."""
        return (runs for image in self.pictures for runs in image.texts())

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the grid, which may shrink to make room for text."""
        if not self.pictures:
            return nothing()
        below = self.below(width, context)
        grid = self.grid(width, context.height, context)
        whole = (grid.height + below) * grid.rows + context.gap * (grid.rows - 1)
        piece = Piece(whole, context.gap, least=min(whole, LEAST_HEIGHT * grid.rows))
        return WholeGalley(piece, lambda place: self.draw(place, context))

    def grid(self, width: Emu, height: Emu, context: Context) -> _Grid:
        """Return the grid whose pictures are largest within a width and a height."""
        counts = [self.columns] if self.columns else range(1, len(self.pictures) + 1)
        grids = [self._grid(max(1, count), width, height, context) for count in counts]
        return max(grids, key=lambda grid: (grid.width * grid.height, -grid.rows))

    def _grid(self, columns: int, width: Emu, height: Emu, context: Context) -> _Grid:
        columns = min(columns, len(self.pictures))
        rows = ceil(len(self.pictures) / columns)
        cell_width = max(Emu(1), (width - context.gap * (columns - 1)) // columns)
        below = self.below(cell_width, context)
        cell_height = (height - context.gap * (rows - 1)) // rows - below
        cell_height = max(Emu(1), cell_height)
        aspect = self.shape(cell_width / cell_height)
        shown = max(Emu(1), min(cell_height, cell_width * (1 / aspect)))
        return _Grid(columns, rows, min(cell_width, shown * aspect), shown)

    def shape(self, wanted: float) -> float:
        """Return the shape that all cells have: as near to what is wanted as cropping allows.

        Pictures of one shape are cropped a little where that fills the page better. Pictures of
        many shapes get the geometric mean of theirs.
        """
        aspects = [image.src.file.size.aspect for image in self.pictures]
        narrowest, widest = max(aspects) * (1 - FILLING_CROP), min(aspects) / (1 - FILLING_CROP)
        if narrowest <= widest:
            return min(max(wanted, narrowest), widest)
        return float(prod(aspects) ** (1 / len(aspects)))

    def below(self, width: Emu, context: Context) -> Emu:
        """Return the height that the tallest caption takes in a cell."""
        style = caption_style(context)
        heights = (style.height(i.caption.runs, width) for i in self.pictures if i.caption)
        return max(heights, default=ZERO)

    def draw(self, place: Place, context: Context) -> tuple[Item, ...]:
        """Return the pictures and captions, the grid in the middle of its place."""
        box = place.box
        grid = self.grid(box.width, box.height, context)
        below = self.below(grid.width, context)
        high = (grid.height + below) * grid.rows + context.gap * (grid.rows - 1)
        top = box.y + (box.height - high) // 2
        items: list[Item] = []
        for index, image in enumerate(self.pictures):
            row, column = divmod(index, grid.columns)
            in_row = min(grid.columns, len(self.pictures) - row * grid.columns)
            wide = grid.width * in_row + context.gap * (in_row - 1)
            x = box.x + (box.width - wide) // 2 + (grid.width + context.gap) * column
            y = top + (grid.height + below + context.gap) * row
            cell = Rect(x, y, grid.width, grid.height)
            items += self.cell(image, cell, below, context)
        return tuple(items)

    def cell(self, image: Image, cell: Rect, below: Emu, context: Context) -> list[Item]:
        """Return a picture that fills a cell if little of it is lost, and its caption."""
        crop = crop_to(image.src.file.size, cell.size)
        box = cell if crop is not None else fit_within(image.src.file.size, cell)
        items: list[Item] = [
            Picture(
                box=box,
                file=image.src.file,
                alt=image.alternative(context),
                name="Picture",
                crop=crop or Crop(),
                span=image.span,
            )
        ]
        if image.caption is not None:
            under = Rect(cell.x, cell.bottom, cell.width, below)
            items.append(place_caption(image.caption, under, context))
        return items


def crop_to(picture: Size, cell: Size) -> Crop | None:
    """Return what to cut off a picture so that it has the shape of a cell, if it is little."""
    ratio = picture.aspect / cell.aspect
    lost = 1 - min(ratio, 1 / ratio)
    if lost > MOST_CROPPED:
        return None
    side = lost / 2
    return Crop(left=side, right=side) if ratio > 1 else Crop(top=side, bottom=side)
