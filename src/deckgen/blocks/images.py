"""Several pictures in a grid or in rows, each with a caption of its own."""

from __future__ import annotations

from math import prod, sqrt
from typing import TYPE_CHECKING, Annotated, ClassVar

from deckgen.blocks.image import LEAST_HEIGHT, Image
from deckgen.blocks.kit import (
    ZERO,
    Align,
    Block,
    Built,
    Context,
    Count,
    Crop,
    Emu,
    Galley,
    Inline,
    Key,
    Picture,
    Piece,
    Place,
    Rect,
    Struct,
    WholeGalley,
    codes,
    fit_within,
    nothing,
    pt,
    replace,
)
from deckgen.blocks.pictures.captions import caption_style, place_caption
from deckgen.blocks.pictures.cropping import cover, crop_to
from deckgen.blocks.pictures.rows import Cells, in_balanced_rows, in_grid, in_rows
from deckgen.blocks.pictures.rows import PictureRoom as Room

if TYPE_CHECKING:
    from deckgen.blocks.kit import Item, Sink

GAP = pt(12)
"""The space between pictures."""
NARROWEST = 3.5
"""The least width of a picture with a caption, in em of the text."""

FILLING_CROP = 0.14
"""The share that may be cut off pictures of one shape so that the grid fills its place better."""
TALLEST, WIDEST = 3 / 5, 16 / 9
"""The shapes between which cells are that pictures fill."""
ONE_ROW = 1.2
"""How much more the area of pictures counts in one row, which keeps the margins of the text."""
ALIKE = 1.01
"""The ratio of two shapes up to which nobody sees that they differ."""


class Images(Block, frozen=True, kw_only=True):
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
    SHORTHAND: ClassVar[str] = "pictures"

    pictures: Annotated[tuple[Image, ...], Key("The pictures.")]
    columns: Annotated[
        Count | None, Key("How many stand side by side. Chosen by their shapes if absent.")
    ] = None
    crop: Annotated[
        bool,
        Key("Whether up to 22 % of a side may be cut off to give all one shape that fits best."),
    ] = False
    source: Annotated[
        Inline | None, Key("Where it comes from: a line at the foot of the slide.")
    ] = None
    build: Built = False

    def remark(self, sink: Sink) -> None:
        """Report pictures that cannot stand at the edge of the slide."""
        for image in self.pictures:
            if image.bleed is not None:
                hint = "write it as `image:` beside the others, or remove `bleed`"
                message = "a picture among others cannot bleed"
                sink.report(codes.INVALID_VALUE, image.span.first_line, message, hints=[hint])

    @property
    def is_pictorial(self) -> bool:
        """Whether the block is something to look at: it is."""
        return True

    def singles(self) -> tuple[Image, ...]:
        """Return the pictures."""
        return self.pictures

    def parts(self, *, asked: bool) -> tuple[Image, ...]:  # noqa: ARG002
        """Return what a build shows one by one."""
        return self.pictures

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the pictures, which may shrink to make room for text."""
        if not self.pictures:
            return nothing()
        cells = self.cells(Room(width, context.height, context.scaled(GAP)), context)
        piece = Piece(cells.height, context.gap, least=min(cells.height, LEAST_HEIGHT * cells.rows))
        told = tuple(said for image in self.pictures for said in image.diagnostics())
        return WholeGalley(piece, lambda place: self.draw(place, context), diagnostics=told)

    def cells(self, room: Room, context: Context) -> Cells:
        """Return the cells in which pictures are largest within a room.

        Pictures of one shape, or that may be cropped to one, stand in a grid, others in rows.
        """

        def below(number: int, width: Emu) -> Emu:
            caption = self.pictures[number].caption
            return ZERO if caption is None else style.height(caption.runs, width)

        style, count = caption_style(context), len(self.pictures)
        # more columns than that are all gaps
        most = min(count, max(1, int(room.width / room.gap))) if room.gap else count
        counts = [min(count, max(1, self.columns))] if self.columns else range(1, most + 1)
        found: list[Cells] = []
        if not (self.croppable if self.crop else self.alike or self.covering):
            setting = in_rows if self.columns else in_balanced_rows
            least = context.text.size.emu * NARROWEST if self.captioned else ZERO
            rows = (setting(self.aspects, number, room, below) for number in counts)
            found = [cells for cells in rows if cells is not None and cells.narrowest >= least]
        if not found or self.columns:
            room = replace(room, caption_width=self.widest_caption(room.width, context))
            found += [in_grid(count, columns, self.shape, room, below) for columns in counts]
        return max(found, key=lambda cells: (self.worth(cells), -cells.rows))

    def worth(self, cells: Cells) -> float:
        """Return the area of all pictures in their cells, more for those of one shape in a row.

        A grid whose last row has holes is worth less, the more so the more there are.
        """
        in_row = ONE_ROW if cells.rows == 1 and self.alike else 1
        return self.shown(cells) * in_row * sqrt(cells.filled)

    def shown(self, cells: Cells) -> int:
        """Return the area of all pictures in their cells."""
        pairs = zip(self.pictures, cells.boxes, strict=True)
        return sum(self.placed(image, box).box.area for image, box in pairs)

    def widest_caption(self, most: Emu, context: Context) -> Emu:
        """Return how wide the widest caption is, in one line where that is possible."""
        style = caption_style(context)
        captions = [image.caption.runs for image in self.pictures if image.caption is not None]
        return max((style.width(runs, most) for runs in captions), default=ZERO)

    @property
    def captioned(self) -> bool:
        """Whether any picture has a caption."""
        return any(image.caption is not None for image in self.pictures)

    @property
    def aspects(self) -> list[float]:
        """The shape of each picture, its width by its height."""
        return [image.src.file.size.aspect for image in self.pictures]

    @property
    def alike(self) -> bool:
        """Whether all pictures have one shape."""
        return max(self.aspects) <= min(self.aspects) * ALIKE

    @property
    def croppable(self) -> bool:
        """Whether a little cropping gives all pictures one shape."""
        return max(self.aspects) * (1 - FILLING_CROP) <= min(self.aspects) / (1 - FILLING_CROP)

    @property
    def covering(self) -> bool:
        """Whether all pictures fill whatever cells they get."""
        return all(image.fit == "cover" for image in self.pictures)

    def shape(self, wanted: float) -> float:
        """Return the shape that all cells have: as near to what is wanted as cropping allows.

        Where nothing is cropped it is the geometric mean of the pictures' shapes.
        """
        aspects = self.aspects
        if self.covering:
            return min(max(wanted, TALLEST), WIDEST)
        if self.crop and self.croppable:
            narrowest, widest = max(aspects) * (1 - FILLING_CROP), min(aspects) / (1 - FILLING_CROP)
            return min(max(wanted, narrowest), widest)
        return float(prod(aspects) ** (1 / len(aspects)))

    def draw(self, place: Place, context: Context) -> tuple[Item, ...]:
        """Return the pictures and captions at their side of their place."""
        box = place.box
        cells = self.cells(Room(box.width, box.height, context.scaled(GAP)), context)
        left, spare = place.left(cells.width) - cells.left, box.height - cells.height
        top = box.y + (spare // 2 if place.side is Align.CENTER else ZERO)
        items: list[Item] = []
        for image, cell, below in zip(self.pictures, cells.boxes, cells.below, strict=True):
            moved = replace(cell, x=left + cell.x, y=top + cell.y)
            under = Rect(moved.x, moved.bottom, max(cell.width, cells.caption_width), below)
            items += self.cell(image, moved, under, context)
        return tuple(items)

    def cell(self, image: Image, cell: Rect, under: Rect, context: Context) -> list[Item]:
        """Return a picture in its cell, and its caption under it."""
        shown = self.placed(image, cell)
        box = shown.box
        if self.captioned:
            # captions stand in line, each right below its picture, and begin where it does
            box = replace(box, x=cell.x, y=cell.bottom - box.height)
        items: list[Item] = [
            Picture(
                box=box,
                file=image.src.file,
                alt=image.alternative,
                name="Picture",
                crop=shown.crop,
                link=image.destination,
                span=image.span,
            )
        ]
        if image.caption is not None:
            items.append(place_caption(image.caption, under, context))
        return items

    def placed(self, image: Image, cell: Rect) -> _Shown:
        """Return where a picture is shown in a cell: whole, unless it may be cropped."""
        picture, focus = image.src.file.size, image.looked_at
        if image.width is not None:
            cell = replace(cell, width=cell.width * image.width)
        if image.fit == "cover":
            return _Shown(cell, cover(picture, cell.size, focus))
        crop = crop_to(picture, cell.size, focus) if self.crop else None
        return _Shown(fit_within(picture, cell), Crop()) if crop is None else _Shown(cell, crop)


class _Shown(Struct, frozen=True):
    """Where a picture is shown, and what is cut off it."""

    box: Rect
    crop: Crop
