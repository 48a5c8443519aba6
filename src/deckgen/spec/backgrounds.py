"""What stands behind a slide or fills a side of it: a colour or a picture, from edge to edge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from deckgen import codes
from deckgen.markdown.model import Backdrop
from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.bind import FAILED, Binding, Failed
from deckgen.spec.keys import Key
from deckgen.spec.kinds import Address, Inline
from deckgen.spec.nodes import Node, Scalar, shorten
from deckgen.spec.picture_kinds import Dim, Focus, PictureRef, Portion, share_of

if TYPE_CHECKING:
    from deckgen.colors import Color

_NAMES = {
    **{name: name for name in ("bg1", "tx1", "bg2", "tx2")},
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "background": "bg1",
    "text": "tx1",
    "background2": "bg2",
    "text2": "tx2",
}
"""Colours of the theme by their names."""
_HALF = 0.5
_SIDES = ("left", "right")
_DIMMING = ("brightness", "opacity")
_WHOLE = {"cover": "cover", "fit": "contain", "contain": "contain"}


class Ground(Struct, frozen=True):
    """A picture with its darkest and palest colour, or a colour: of the theme, or `RRGGBB`."""

    span: Span
    picture: PictureRef | None = None
    tones: tuple[Color, Color] | None = None
    color: str | None = None
    scheme: str | None = None

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return what a path or the name of a colour gives."""
        if isinstance(node, Scalar) and not node.is_null:
            return cls.named(node.text.strip(), node.span, binding)
        hint = 'write a picture, a colour of the theme such as `accent1`, or `"#0B1F3A"` in quotes'
        return binding.wrong_type(node, "a picture or a colour", (hint,))

    @classmethod
    def named(cls, name: str, span: Span, binding: Binding) -> Self | Failed:
        """Return what a name that stands at a span gives."""
        if name in _NAMES:
            return cls(span, scheme=_NAMES[name])
        if re.fullmatch(r"#?[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{3}", name):
            digits = name.removeprefix("#").upper()
            long = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
            return cls(span, color=long)
        if "." not in name and "/" not in name:
            near = binding.sink.guesses.closest(name, _NAMES)
            hint = f"did you mean `{near}`?" if near else "colours are `accent1`, `tx1`, `0B1F3A`"
            message = f"`{shorten(name)}` is neither a picture nor a colour"
            binding.sink.report(codes.INVALID_VALUE, span, message, hints=[hint])
            return FAILED
        picture = PictureRef.named(name, span, binding)
        if isinstance(picture, Failed):
            return FAILED
        from deckgen.pictures.pixels import tones

        return cls(span, picture=picture, tones=tones(picture.file))

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "string", "default": "photo.jpg"}


class Background(Struct, frozen=True, kw_only=True):
    """What stands behind a slide, or fills a side of it."""

    KEY: ClassVar[str] = ""
    PIECE: ClassVar[type | None] = Backdrop
    SHORTHAND: ClassVar[str] = "image"

    span: Span
    image: Annotated[
        Ground,
        Key(
            "A picture file, a colour of the theme (`accent1`, `tx1`, `bg2`), or `RRGGBB`.",
            also=("color", "colour", "picture", "src"),
        ),
    ]
    side: Annotated[
        Literal["left", "right"] | None,
        Key("The side that it fills, beside the content; all of the slide if absent."),
    ] = None
    width: Annotated[Portion | None, Key("How much of the slide a side takes; half if absent.")] = (
        None
    )
    fit: Annotated[
        Literal["cover", "contain"],
        Key("`cover` fills it and cuts off what is too much, `contain` shows all of the picture."),
    ] = "cover"
    focus: Annotated[Focus | None, Key("What of the picture stays in sight, as for `image`.")] = (
        None
    )
    dim: Annotated[
        Dim | None,
        Key("How much it is covered, at least; as much as text needs to be read if absent."),
    ] = None
    alt: Annotated[str | None, Key("What the picture shows, where it is more than decoration.")] = (
        None
    )
    credit: Annotated[
        Inline | None, Key("Whose picture it is: a line at the foot of the slide.")
    ] = None
    source: Annotated[
        Inline | None, Key("Where it comes from: a line at the foot of the slide.")
    ] = None
    caption: Inline | None = None
    link: Address | None = None

    @property
    def share(self) -> float:
        """How much of the slide's width a side takes."""
        return self.width or _HALF

    @classmethod
    def of(cls, piece: Backdrop, binding: Binding) -> Self | Failed:
        """Return the background that a picture of Markdown gives: `![bg right:40%](photo.jpg)`."""
        ground = Ground.named(piece.target.strip(), piece.span, binding)
        given: dict[str, object] = {}
        for word in piece.words:
            name, _, amount = word.partition(":")
            share = share_of(amount) if amount else None
            if name in _SIDES and (not amount or (share and share < 1)):
                given |= {"side": name, "width": Portion(share or _HALF)}
            elif word in _WHOLE:
                given["fit"] = _WHOLE[word]
            elif name in _DIMMING and share is not None and share <= 1:
                given["dim"] = Dim(1 - share)
            else:
                _report_word(word, piece, binding)
        if isinstance(ground, Failed):
            return FAILED
        alt = piece.title.strip() or None
        return cls(span=piece.span, image=ground, alt=alt, **given)  # type: ignore[arg-type]


def _report_word(word: str, piece: Backdrop, binding: Binding) -> None:
    """Report a word that says nothing of a background."""
    known = (*_SIDES, *_WHOLE, *_DIMMING)
    near = binding.sink.guesses.closest(word.partition(":")[0], known)
    hint = f"did you mean `{near}`?" if near else "write `left`, `right:40%`, `fit` or `cover`"
    message = f"`{shorten(word)}` says nothing of a background"
    binding.sink.report(codes.INVALID_VALUE, piece.span, message, hints=[hint])
