"""A picture, as large as its place allows, with a caption below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from deckgen.blocks.kit import (
    FAILED,
    Address,
    Block,
    Caption,
    Context,
    Crop,
    Diagnostic,
    Emu,
    Failed,
    Figure,
    Galley,
    Inline,
    Key,
    Picture,
    PictureRef,
    Piece,
    Place,
    Rect,
    Role,
    WholeGalley,
    codes,
    diagnose,
    fit_within,
    inch,
)
from deckgen.blocks.pictures.captions import caption_style, place_caption
from deckgen.blocks.pictures.cropping import crop_to

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding, Item, Link

LEAST_HEIGHT = inch(1.6)
"""A picture beside text is not made lower than this to save a page."""
LARGEST_SCALE = 2.0
"""A picture is not enlarged beyond this, where its pixels would show."""


class Image(Block, frozen=True, kw_only=True):
    """A picture.

    ```yaml
    - image: {src: photo.jpg, alt: The hall before the opening}
    - image: {src: plan.png, alt: Floor plan of the hall, caption: The hall}
    ```
    """

    KEY: ClassVar[str] = "image"
    PIECE: ClassVar[type | None] = Figure
    SHORTHAND: ClassVar[str] = "src"

    src: Annotated[
        PictureRef, Key("The picture file: PNG, JPEG, GIF, BMP or TIFF.", also=("path", "file"))
    ]
    alt: Annotated[str | None, Key("What the picture shows, for those who cannot see it.")] = None
    caption: Annotated[Caption | None, Key("A line below the picture.")] = None
    crop: Annotated[
        bool,
        Key("Whether up to 22 % of a side may be cut off to fill the template's place for it."),
    ] = False
    source: Annotated[
        Inline | None, Key("Where it comes from: a line at the foot of the slide.")
    ] = None
    link: Annotated[
        Address | None,
        Key("Where a click on it leads: a web address, or `#` and the id of a slide."),
    ] = None

    @classmethod
    def of(cls, piece: Figure, binding: Binding) -> Image | Failed:
        """Return the block that a Markdown picture becomes; its title is the caption."""
        src = PictureRef.named(piece.target, piece.span, binding)
        if isinstance(src, Failed):
            return FAILED
        caption = Caption.plain(piece.title, piece.span) if piece.title.strip() else None
        link = Address(piece.link) if piece.link else None
        return cls(span=piece.span, src=src, alt=piece.alt or None, caption=caption, link=link)

    @property
    def destination(self) -> Link | None:
        """Where a click on the picture leads."""
        return self.link.link if self.link else None

    @property
    def is_pictorial(self) -> bool:
        """Whether the block is something to look at: it is."""
        return True

    def singles(self) -> tuple[Image]:
        """Return the picture."""
        return (self,)

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the picture, which may shrink to make room for text."""
        natural, below = self.natural_height(width, context), self.below(width, context)
        whole = min(context.height, natural + below)
        least = min(whole, LEAST_HEIGHT + below)
        piece = Piece(whole, context.gap, least=least)
        return WholeGalley(
            piece, lambda place: self.draw(place, context), diagnostics=self.diagnostics()
        )

    def natural_height(self, width: Emu, context: Context) -> Emu:
        """Return the height of the picture at a width, no larger than its pixels bear."""
        size = self.src.file.size
        shown = min(width, size.width * LARGEST_SCALE)
        return min(context.height, shown * (1 / size.aspect))

    def below(self, width: Emu, context: Context) -> Emu:
        """Return the height that the caption takes."""
        if self.caption is None:
            return Emu(0)
        return caption_style(context).height(self.caption.runs, width)

    def draw(self, place: Place, context: Context) -> tuple[Item, ...]:
        """Return the picture in the middle of its place, and the caption below."""
        box, below = place.box, self.below(place.box.width, context)
        room = Rect(box.x, box.y, box.width, box.height - below)
        limit = self.src.file.size
        picture = fit_within(limit, room)
        if picture.width > limit.width * LARGEST_SCALE:
            width, height = limit.width * LARGEST_SCALE, limit.height * LARGEST_SCALE
            x, y = room.x + (room.width - width) // 2, room.y + (room.height - height) // 2
            picture = Rect(x, y, width, height)
        slot, crop = place.slot, None
        if self.crop and slot is not None and slot.role is Role.PICTURE:
            crop = crop_to(limit, room.size)
            picture = picture if crop is None else room
        items: list[Item] = [
            Picture(
                box=picture,
                file=self.src.file,
                alt=self.alternative,
                name="Picture",
                crop=crop or Crop(),
                slot=slot,
                link=self.destination,
                span=self.span,
            )
        ]
        if self.caption is not None:
            under = Rect(box.x, picture.bottom, box.width, below)
            items.append(place_caption(self.caption, under, context))
        return tuple(items)

    @property
    def alternative(self) -> str:
        """The alternative text: as written, else the caption, else the name of the file."""
        if self.alt is not None:
            return self.alt
        return self.src.name if self.caption is None else self.caption.text

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return the report that there is no alternative text, if there is none."""
        if self.alt is not None or self.caption is not None:
            return ()
        message = f"`{self.src.name}` has no alternative text"
        hint = "say what the picture shows: `alt: …`"
        return (diagnose(codes.MISSING_ALT, self.src.span, message, hints=[hint]),)
