"""A video or a sound in the file, shown by a still picture until a click plays it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from deckgen.blocks.image import Image
from deckgen.blocks.kit import (
    Block,
    Caption,
    Context,
    Crop,
    Galley,
    Inline,
    Key,
    Picture,
    PictureRef,
    Played,
    Portion,
    RecordingRef,
    WholeGalley,
    replace,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Emu, Item, Place

_ICON = 0.16
"""How wide the sign for a sound is, as a share of its place."""


class Video(Block, frozen=True, kw_only=True):
    """A video that plays on a click.

    ```yaml
    - video: {src: demo.mp4, poster: demo.png, alt: The demo from start to end}
    ```
    """

    KEY: ClassVar[str] = "video"
    SHORTHAND: ClassVar[str] = "src"

    src: Annotated[RecordingRef, Key("The file: MP4, M4V, MOV, MP3, M4A or WAV.", also=("file",))]
    poster: Annotated[
        PictureRef | None, Key("The picture that is shown until it plays; a sign if absent.")
    ] = None
    alt: Annotated[str | None, Key("What is seen or heard, for those who cannot.")] = None
    caption: Annotated[Caption | None, Key("A line below it.")] = None
    width: Annotated[
        Portion | None, Key("How wide it is: a share of its place, such as `60%`.")
    ] = None
    loop: Annotated[bool, Key("Whether it starts again when it has ended.")] = False
    credit: Annotated[
        Inline | None, Key("Whose recording it is: a line at the foot of the slide.")
    ] = None
    source: Annotated[
        Inline | None, Key("Where it comes from: a line at the foot of the slide.")
    ] = None

    @property
    def is_pictorial(self) -> bool:
        """Whether the block is something to look at: it is."""
        return True

    def singles(self) -> tuple[Video]:
        """Return the recording."""
        return (self,)

    @property
    def still(self) -> Image:
        """The picture that is shown until it plays, in the shape of what plays."""
        seen, width = self.src.recording.is_video, self.width
        drawn = PictureRef(self.src.name, self.src.recording.still, self.src.span)
        if width is None and self.poster is None and not seen:
            width = Portion(_ICON)
        return Image(
            span=self.span,
            src=drawn if seen or self.poster is None else self.poster,
            alt=self.alt,
            caption=self.caption,
            width=width,
        )

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the still picture, with what it plays."""
        galley = self.still.measure(width, context)

        def draw(place: Place) -> tuple[Item, ...]:
            items = galley.place(0, 1, place)
            return tuple(self.playing(i) if isinstance(i, Picture) else i for i in items)

        return WholeGalley(galley.pieces[0], draw, diagnostics=galley.diagnostics)

    def playing(self, picture: Picture) -> Picture:
        """Return the still picture as the poster, and with what it plays."""
        played = Played(self.src.recording, self.loop)
        name = "Video" if played.is_video else "Audio"
        if self.poster is None:
            return replace(picture, played=played, name=name)
        file = self.poster.file
        crop = Crop.covering(file.size, picture.box.size)
        return replace(picture, played=played, name=name, file=file, crop=crop)


class Audio(Video, frozen=True, kw_only=True):
    """A sound that plays on a click.

    ```yaml
    - audio: {src: interview.mp3, alt: The interview, caption: What users say}
    ```
    """

    KEY: ClassVar[str] = "audio"
