"""The kinds of values that concern pictures: files, shares of a length, what must stay in sight."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Self

from deckgen import codes
from deckgen.pictures.model import PictureFile
from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.bind import FAILED, Binding, Failed, bind, text_hint
from deckgen.spec.nodes import Node, Scalar, Sequence, describe

if TYPE_CHECKING:
    from deckgen.pictures.recordings import Recording

_CENTER = 0.5
_ACROSS = {"left": 0.0, "center": _CENTER, "right": 1.0}
_DOWN = {"top": 0.0, "center": _CENTER, "bottom": 1.0}
_SPOKEN = ", ".join(f"`{word}`" for word in ("left", "center", "right", "top", "bottom"))


class PictureRef(Struct, frozen=True):
    """A picture file that was found and read."""

    name: str
    file: PictureFile
    span: Span

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the picture that a path names."""
        if not isinstance(node, Scalar) or node.is_null:
            several = ("write `images:` for several",) if isinstance(node, Sequence) else ()
            return binding.wrong_type(node, "the path of a picture", several or text_hint(node))
        return cls.named(node.text, node.span, binding)

    @classmethod
    def named(cls, name: str, span: Span, binding: Binding) -> Self | Failed:
        """Return the picture of a name that stands at a span."""
        file = binding.files.picture(name, span, binding.page)
        return FAILED if file is None else cls(name, file, span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "string", "description": "path of a picture, relative to the deck"}


class RecordingRef(Struct, frozen=True):
    """A file of video or sound that was found and looked at."""

    name: str
    recording: Recording
    span: Span

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the recording that a path names."""
        if not isinstance(node, Scalar) or node.is_null:
            return binding.wrong_type(node, "the path of a video or sound", text_hint(node))
        found = binding.files.recording(node.text, node.span)
        return FAILED if found is None else cls(node.text, found, node.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "string", "description": "path of a video or sound, relative to the deck"}


class Portion(float):
    """A share of a whole that is more than nothing: `60%`, or `0.6`."""

    PATTERN: ClassVar[str] = r"(\d{1,3}(\.\d+)?) ?%|[01]?\.\d+|1"

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the share, or report that it is none up to 100 %."""
        share = _share(node)
        if share is not None and 0 < share <= 1:
            return cls(share)
        return _refused(node, binding, "a share of the width", "write `60%`, up to `100%`")

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": ["string", "number"], "pattern": f"^({cls.PATTERN})$", "default": "60%"}


class Proportion(float):
    """How wide something is beside others: `2` or `60%`, each in the same way."""

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the number, or that of hundredths, or report that it is none."""
        node = binding.filled(node)
        share = _share(node)
        number = bind(node, float, binding) if share is None else share
        return number if isinstance(number, Failed) else cls(number)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": ["string", "number"]}


class Dim(float):
    """How much a picture is covered: from nothing to `100%`."""

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the share, or report that it is none."""
        share = _share(node)
        if share is not None and 0 <= share <= 1:
            return cls(share)
        return _refused(node, binding, "a share", "write `40%`, from `0%` to `100%`")

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": ["string", "number"], "default": "40%"}


class Focus(Struct, frozen=True):
    """What of a picture stays in sight where it is cut: shares from its left and its top."""

    x: float = _CENTER
    y: float = _CENTER

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the point of `[x, y]`, or of one or two words such as `left` or `top right`."""
        found = cls.of(_parts(node))
        if found is not None:
            return found
        hint = f"write shares such as `[30%, 70%]`, or words: {_SPOKEN}"
        return _refused(node, binding, "what is to stay in sight", hint)

    @classmethod
    def of(cls, parts: list[str]) -> Self | None:
        """Return the point that one or two words or shares give, None where they give none."""
        if len(parts) == 1 and parts[0] in _DOWN and parts[0] not in _ACROSS:
            parts = ["center", *parts]
        if len(parts) == 2 and parts[0] in {"top", "bottom"}:
            parts.reverse()
        if not 0 < len(parts) < 3:
            return None
        across = _ACROSS.get(parts[0], share_of(parts[0]))
        down = _DOWN.get(parts[1], share_of(parts[1])) if len(parts) == 2 else _CENTER
        if across is None or down is None or max(across, down) > 1:
            return None
        return cls(across, down)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        part = {"type": ["string", "number"]}
        pair = {"type": "array", "items": part, "minItems": 2, "maxItems": 2}
        return {"anyOf": [{"type": "string"}, pair], "default": ["50%", "30%"]}


def share_of(text: str) -> float | None:
    """Return the share that `60%`, `60 %` or `0.6` writes, None where it writes none."""
    if re.fullmatch(r"\d{1,3}(\.\d{1,9})? ?%", text):
        return float(text.rstrip(" %")) / 100
    return float(text) if re.fullmatch(r"\d{0,3}\.?\d{1,9}", text) else None


def _share(node: Node) -> float | None:
    return share_of(node.text.strip()) if isinstance(node, Scalar) else None


def _parts(node: Node) -> list[str]:
    if isinstance(node, Sequence):
        return [item.text.strip() if isinstance(item, Scalar) else "" for item in node.items]
    return node.text.replace(",", " ").split() if isinstance(node, Scalar) else []


def _refused(node: Node, binding: Binding, expected: str, hint: str) -> Failed:
    message = f"expected {expected}, found {describe(node)}"
    binding.sink.report(codes.INVALID_VALUE, node.span.first_line, message, hints=[hint])
    return FAILED
