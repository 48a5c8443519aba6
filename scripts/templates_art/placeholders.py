"""Placeholders as designed -> their shapes on a master or layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from deckgen.geometry import Insets, Rect

from .markup import element, text
from .paint import NO_FILL, QUIET, line
from .shapes import preset, shape_properties, transform
from .typography import Level, list_style

Anchor = Literal["t", "ctr", "b"]

LEVEL_PROMPTS: Final = (
    "Click to add text",
    "Second level",
    "Third level",
    "Fourth level",
    "Fifth level",
)

SLIDE_NUMBER_FIELD: Final = "{6B1F7A52-3C0D-4E57-9A41-5D2E8C7F0B13}"


@dataclass(frozen=True, slots=True)
class Frame:
    """How text sits in its box: the insets, and the side that it stands by."""

    insets: Insets
    anchor: Anchor

    def markup(self) -> str:
        """Return the `a:bodyPr` that keeps text at the size it is given."""
        return element(
            "a:bodyPr",
            {
                "vert": "horz",
                "wrap": "square",
                "lIns": self.insets.left,
                "tIns": self.insets.top,
                "rIns": self.insets.right,
                "bIns": self.insets.bottom,
                "rtlCol": False,
                "anchor": self.anchor,
            },
            element("a:noAutofit"),
        )


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder; what is None or empty is inherited from the master.

    `kind` is the `type` of `p:ph`, or None for content of any kind.
    """

    name: str
    kind: str | None
    index: int | None = None
    box: Rect | None = None
    frame: Frame | None = None
    levels: Sequence[Level] = ()
    prompts: tuple[str, ...] = ()
    custom_prompt: bool = True
    size: Literal["half", "quarter"] | None = None

    def markup(self, ids: Iterator[int]) -> str:
        """Return the `p:sp` element."""
        where = () if self.box is None else (transform(self.box), preset("rect"))
        if self.kind == "sldImg":
            where = (*where, NO_FILL, line(QUIET, 0.75))
        body = "" if self.kind == "sldImg" else self._text_body()
        return element("p:sp", None, self._naming(ids), shape_properties(*where), body)

    def _naming(self, ids: Iterator[int]) -> str:
        locked = {"noGrp": True, "noRot": True, "noChangeAspect": True}
        locks = locked if self.kind == "sldImg" else {"noGrp": True}
        reference = {
            "type": self.kind,
            "sz": self.size,
            "idx": self.index,
            "hasCustomPrompt": True if self.prompts and self.custom_prompt else None,
        }
        return element(
            "p:nvSpPr",
            None,
            element("p:cNvPr", {"id": next(ids), "name": self.name}),
            element("p:cNvSpPr", None, element("a:spLocks", locks)),
            element("p:nvPr", None, element("p:ph", reference)),
        )

    def _text_body(self) -> str:
        return element(
            "p:txBody",
            None,
            element("a:bodyPr") if self.frame is None else self.frame.markup(),
            list_style(self.levels),
            *self._paragraphs(),
        )

    def _paragraphs(self) -> tuple[str, ...]:
        match self.kind:
            case "sldNum":
                return (_field("slidenum", "‹#›"),)
            case "ftr":
                # LibreOffice drops the style of a footer whose text is empty on the layout.
                return (_prompt(0, " "),)
            case "dt" | "hdr":
                return (element("a:p"),)
            case _:
                return tuple(_prompt(level, words) for level, words in enumerate(self.prompts))


def _prompt(level: int, words: str) -> str:
    place = element("a:pPr", {"lvl": level}) if level else ""
    return element("a:p", None, place, _run(words))


def _run(words: str) -> str:
    return element(
        "a:r", None, element("a:rPr", {"lang": "en-US"}), element("a:t", None, text(words))
    )


def _field(kind: str, words: str) -> str:
    identity = {"id": SLIDE_NUMBER_FIELD, "type": kind}
    shown = element("a:t", None, text(words))
    return element("a:p", None, element("a:fld", identity, element("a:rPr"), shown))
