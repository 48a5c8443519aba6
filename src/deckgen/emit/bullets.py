"""Bullets and ordinals -> the elements for them in paragraph and level properties."""

from __future__ import annotations

from typing import Final, assert_never

from deckgen.emit.paint import color
from deckgen.emit.xml import attribute
from deckgen.records import Struct
from deckgen.styles import NO_BULLET, Bullet, BulletKind

_LARGEST_START: Final = 32_767
_SMALLEST_SIZE: Final = 25_000
_LARGEST_SIZE: Final = 400_000
"""Limits of `a:buAutoNum@startAt` and `a:buSzPct` (ECMA-376-1, 20.1.10.71 and 21.1.2.4.9)."""


def bullet(wanted: Bullet, base: Bullet | None, start: int = 1) -> str:
    """Return the elements for a bullet where it differs from the base; without one, always.

    A picture, which only a template can bring, becomes a character where it is not inherited.
    """
    if wanted == base and start == 1:
        return ""
    match wanted.kind:
        case BulletKind.NONE:
            return "<a:buNone/>"
        case BulletKind.CHARACTER | BulletKind.PICTURE:
            mark = f'<a:buChar char="{attribute(wanted.text) or "•"}"/>'
        case BulletKind.NUMBER:
            mark = _ordinal(wanted.text, start)
        case _:
            assert_never(wanted.kind)
    return _look(wanted, base or NO_BULLET) + mark


def _ordinal(scheme: str, start: int) -> str:
    begin = "" if start == 1 else f' startAt="{min(max(1, start), _LARGEST_START)}"'
    return f'<a:buAutoNum type="{attribute(scheme) or "arabicPeriod"}"{begin}/>'


def _look(wanted: Bullet, base: Bullet) -> str:
    """Return colour, size and typeface; what the base has and this has not, follows the text."""
    written = ""
    if wanted.color is not None:
        written = f"<a:buClr>{color(wanted.color)}</a:buClr>"
    elif base.color is not None:
        written = "<a:buClrTx/>"
    if wanted.size != 1.0:
        size = min(max(_SMALLEST_SIZE, round(wanted.size * 100_000)), _LARGEST_SIZE)
        written += f'<a:buSzPct val="{size}"/>'
    elif base.size != 1.0:
        written += "<a:buSzTx/>"
    if wanted.font:
        written += f'<a:buFont typeface="{attribute(wanted.font)}"/>'
    elif wanted.kind is BulletKind.NUMBER:
        written += '<a:buFont typeface="+mj-lt"/>'
    elif base.font:
        written += "<a:buFontTx/>"
    return written


class _Sequence(Struct):
    scheme: str
    start: int
    next: int


class Numbering:
    """Follows PowerPoint's count over the paragraphs of a frame, to make it show given ordinals.

    PowerPoint counts paragraphs on that have the same level, scheme and start; the start is
    therefore repeated by all of them. What stands between at a deeper level does not matter;
    anything else, or another start, begins a new sequence.
    """

    def __init__(self) -> None:
        self._sequences: dict[int, _Sequence] = {}

    def start(self, level: int, mark: Bullet, number: int | None) -> int:
        """Return the `startAt` with which a paragraph shows its ordinal, 1 where it has none."""
        numbered = mark.kind is BulletKind.NUMBER
        if not self._sequences and not numbered:
            return 1
        for deeper in [known for known in self._sequences if known > level]:
            del self._sequences[deeper]
        if not numbered:
            self._sequences.pop(level, None)
            return 1
        return self._continue(level, mark.text, number)

    def _continue(self, level: int, scheme: str, number: int | None) -> int:
        sequence = self._sequences.get(level)
        if sequence is None or sequence.scheme != scheme or number not in (None, sequence.next):
            sequence = self._sequences[level] = _Sequence(scheme, number or 1, number or 1)
        sequence.next += 1
        return sequence.start
