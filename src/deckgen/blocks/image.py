"""A picture, as large as its place allows, with a caption below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from deckgen.blocks.kit import (
    FAILED,
    ZERO,
    Address,
    Align,
    Background,
    Block,
    Caption,
    Context,
    Count,
    Crop,
    Diagnostic,
    Emu,
    Failed,
    Figure,
    Focus,
    Galley,
    Ground,
    Inline,
    Key,
    Picture,
    PictureRef,
    Piece,
    Place,
    Portion,
    Rect,
    Role,
    Size,
    Struct,
    WholeGalley,
    codes,
    diagnose,
    fit_within,
    inch,
)
from deckgen.blocks.pictures.captions import caption_style, place_caption
from deckgen.blocks.pictures.cropping import cover, crop_to

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding, Item, Link

LEAST_HEIGHT = inch(1.6)
"""A picture beside text is not made lower than this to save a page."""
LARGEST_SCALE = 2.0
"""A picture is not enlarged beyond this, where its pixels would show."""


NARROWEST_CAPTION = 14
"""A caption is as wide as its picture, or so wide in em, where the picture is narrower."""
_TRIES = 4


class _Shown(Struct, frozen=True):
    """How large a picture is, how high the caption below it, and how wide that may be."""

    picture: Size
    below: Emu
    caption: Emu


class Image(Block, frozen=True, kw_only=True):
    """A picture.

    ```yaml
    - image: {src: photo.jpg, alt: The hall before the opening}
    - image: {src: plan.png, alt: Floor plan of the hall, caption: The hall}
    - image: {src: crowd.jpg, alt: The audience, fit: cover, focus: [50%, 30%], credit: A. Sato}
    - image: {src: logo.svg, alt: The logo, width: 40%}
    ```
    """

    KEY: ClassVar[str] = "image"
    PIECE: ClassVar[type | None] = Figure
    SHORTHAND: ClassVar[str] = "src"

    src: Annotated[
        PictureRef,
        Key(
            "The picture file: PNG, JPEG, GIF, BMP, TIFF, SVG, and, converted, WebP, AVIF, HEIF"
            " or PDF.",
            also=("path", "file"),
        ),
    ]
    page: Annotated[Count | None, Key("Which page of a PDF; the first if absent.")] = None
    alt: Annotated[str | None, Key("What the picture shows, for those who cannot see it.")] = None
    caption: Annotated[Caption | None, Key("A line below the picture.")] = None
    crop: Annotated[
        bool,
        Key("Whether up to 22 % of a side may be cut off to fill the template's place for it."),
    ] = False
    fit: Annotated[
        Literal["contain", "cover"],
        Key("`contain` shows all of it, `cover` fills its place and cuts off what is too much."),
    ] = "contain"
    focus: Annotated[
        Focus | None,
        Key(
            "What stays in sight where it is cut: shares from the left and the top, `[50%, 30%]`,"
            " or `left`, `right`, `top`, `bottom`, `center`."
        ),
    ] = None
    width: Annotated[
        Portion | None, Key("How wide it is: a share of its place, such as `60%`.")
    ] = None
    bleed: Annotated[
        Literal["left", "right"] | None,
        Key("The side of the slide that it fills, up to the edges, beside the rest of the slide."),
    ] = None
    credit: Annotated[
        Inline | None, Key("Whose picture it is: a line at the foot of the slide.")
    ] = None
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

    def elsewhere(self) -> Background | None:
        """Return the picture at a side of the slide that this is where it bleeds."""
        if self.bleed is None:
            return None
        return Background(
            span=self.span,
            image=Ground(self.src.span, picture=self.src),
            side=self.bleed,
            width=self.width,
            fit="cover",
            focus=self.focus,
            alt=self.alternative if self.alt is None and self.caption else self.alt,
            credit=self.credit,
            source=self.source,
            caption=self.caption,
            link=self.link,
        )

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
        shown = self.shown(Size(width, context.height), context)
        whole = shown.picture.height + shown.below
        least = min(whole, LEAST_HEIGHT + shown.below)
        piece = Piece(whole, context.gap, least=least)
        return WholeGalley(
            piece, lambda place: self.draw(place, context), diagnostics=self.diagnostics()
        )

    def shown(self, room: Size, context: Context) -> _Shown:
        """Return how large picture and caption are in a room."""
        if self.caption is None:
            return _Shown(self.fitted(room), ZERO, ZERO)
        style, runs = caption_style(context), self.caption.runs
        least = min(room.width, style.style.size.emu * NARROWEST_CAPTION)
        most, below, wide = room.width, ZERO, room.width
        for _ in range(_TRIES):
            # a narrower picture may have a higher caption, which makes it narrower again
            below = max(below, style.height(runs, wide))
            picture = self.fitted(Size(most, max(Emu(1), room.height - below)))
            before, wide = wide, max(picture.width, least)
            if style.height(runs, wide) <= below or wide == before:
                break
        else:
            wide = before
        ends = max(picture.width, style.width(runs, wide))  # no wider than its words
        return _Shown(picture, below, ends if style.height(runs, ends) <= below else wide)

    def fitted(self, room: Size) -> Size:
        """Return how large the picture is in a room, no larger than its pixels bear.

        A width that its author gives is one that they bear.
        """
        limit = self.src.file.size
        if self.width is not None:
            return fit_within(limit, Rect(ZERO, ZERO, room.width * self.width, room.height)).size
        bearable = Size(
            min(room.width, limit.width * LARGEST_SCALE),
            min(room.height, limit.height * LARGEST_SCALE),
        )
        return fit_within(limit, Rect(ZERO, ZERO, bearable.width, bearable.height)).size

    def draw(self, place: Place, context: Context) -> tuple[Item, ...]:
        """Return the picture at its side of its place, and the caption below.

        It stands in the middle, unless it starts where the text beside it does.
        """
        box, slot = place.box, place.slot
        shown, limit = self.shown(box.size, context), self.src.file.size
        room = Rect(box.x, box.y, box.width, box.height - shown.below)
        left = place.left(shown.picture.width)
        spare = room.height - shown.picture.height
        top = room.y + (spare // 2 if place.side is Align.CENTER else ZERO)
        picture, crop = Rect(left, top, shown.picture.width, shown.picture.height), None
        if self.fit == "cover":
            wide = room.width * (self.width or 1)
            picture = Rect(place.left(wide), room.y, wide, room.height)
            crop = cover(limit, picture.size, self.looked_at)
        elif self.crop and slot is not None and slot.role is Role.PICTURE:
            crop = crop_to(limit, room.size, self.looked_at)
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
            wide = max(shown.caption, picture.width)
            x = picture.x if wide == picture.width else place.left(wide)
            under = Rect(x, picture.bottom, wide, shown.below)
            items.append(place_caption(self.caption, under, context))
        return tuple(items)

    @property
    def looked_at(self) -> Focus:
        """What stays in sight where the picture is cut: its middle, if nothing else is said."""
        return self.focus or Focus()

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
