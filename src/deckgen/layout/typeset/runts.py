"""A text some of whose lines end badly -> the same, a little narrower.

Japanese breaks between almost any two letters, so that the last of them often stand alone
(`ございま|す。`), words are torn (`サーバ|ー`, `9|月`) and phrases parted (`決|まります`).
Bodies carry no breaks of their own, as they are to be edited; what can be changed is how far the
frame keeps from its right edge, if that takes no more lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.geometry import Insets
from deckgen.layout.typeset.paragraphs import SetParagraph, broken, readings
from deckgen.letters import PARTED, tears
from deckgen.records import Struct, replace
from deckgen.styles import Align, BodyProperties
from deckgen.text.phrases import is_within_phrase
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.layout.flow.galley import Context
    from deckgen.text.model import Line

RUNT: Final = 2.3
"""A last line of so many em is a runt: two letters and the full stop, or a short word."""
_FLUSH: Final = (Align.LEFT, Align.JUSTIFY)
_TRIMS: Final = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0)
"""The widths, in em, that are tried."""
_MOST: Final = 0.16
"""The share of its width by which a text may become narrower."""

_RUNT_COSTS: Final = 3
"""What a runt costs where a word that is torn costs `letters.TORN`."""

_Paragraphs = tuple[SetParagraph, ...]


class Blemishes(Struct, frozen=True, order=True):
    """How many paragraphs end in a runt, and then how much the ends of lines tear apart."""

    runts: int
    torn: int

    @property
    def cost(self) -> int:
        """How much all of it disturbs: a runt more than a word that is torn."""
        return self.runts * _RUNT_COSTS + self.torn

    def __bool__(self) -> bool:
        """Tell whether there is anything to mend."""
        return bool(self.runts or self.torn)


def blemishes(paragraphs: _Paragraphs, width: Emu, context: Context) -> Blemishes:
    """Return what disturbs at the ends of lines, in one renderer or another."""
    ends_in_runt = torn = 0
    for paragraph in paragraphs:
        if len(paragraph.lines) > 1:
            text = paragraph.text
            found = readings(paragraph.runs, paragraph.style, width, context)
            ends_in_runt += any(_ends_in_runt(text, lines) for lines in found)
            torn += max(_torn(text, lines) for lines in found)
    return Blemishes(ends_in_runt, torn)


def runts(paragraphs: _Paragraphs, width: Emu, context: Context) -> int:
    """Return how many paragraphs of several lines end in a runt in one renderer or another."""
    return sum(
        any(
            _ends_in_runt(paragraph.text, lines)
            for lines in readings(paragraph.runs, paragraph.style, width, context)
        )
        for paragraph in paragraphs
        if len(paragraph.lines) > 1
    )


def without_runts(paragraphs: _Paragraphs, width: Emu, context: Context) -> tuple[_Paragraphs, Emu]:
    """Return paragraphs with fewer runts or torn words, and how much narrower they stand for that.

    They take as many lines, and cut no words. Where nothing is gained they stay as they are.
    """
    best, trim = paragraphs, ZERO
    if not _can_be_narrower(paragraphs, context.body):
        return best, trim
    least = blemishes(paragraphs, width, context)
    for narrower in _widths(width, context):
        if not least:
            break
        tried = tuple(_at(paragraph, width - narrower, context) for paragraph in paragraphs)
        if all(map(_is_as_high, paragraphs, tried)):
            left = blemishes(tried, width - narrower, context)
            if left < least:
                best, least, trim = tried, left, narrower
    return best, trim


def trimmed(body: BodyProperties, trim: Emu) -> BodyProperties:
    """Return how a text lies in its box when it stands narrower on the right."""
    if trim == 0:
        return body
    insets = body.insets
    wider = Insets(insets.left, insets.top, insets.right + trim, insets.bottom)
    return replace(body, insets=wider)


def _widths(width: Emu, context: Context) -> Iterator[Emu]:
    em = context.text.size.emu
    return (em * trim for trim in _TRIMS if em * trim <= width * _MOST)


def _can_be_narrower(paragraphs: _Paragraphs, body: BodyProperties) -> bool:
    """Tell whether nothing but the ends of lines moves when the right edge does."""
    moved = [each for each in paragraphs if each.style.align not in _FLUSH]
    return not moved and body.wrap and body.columns == 1 and body.vertical == "horz"


def _at(paragraph: SetParagraph, width: Emu, context: Context) -> SetParagraph:
    return replace(paragraph, lines=broken(paragraph.runs, paragraph.style, width, context))


def _is_as_high(before: SetParagraph, after: SetParagraph) -> bool:
    sizes = [line.size for line in before.lines] == [line.size for line in after.lines]
    return sizes and after.cuts_words <= before.cuts_words


def _ends_in_runt(text: str, lines: tuple[Line, ...]) -> bool:
    if len(lines) < 2:
        return False
    last = lines[-1]
    is_own_line = text[last.start - 1 : last.start] == "\n"
    return not is_own_line and last.width <= last.size.emu * RUNT


def _torn(text: str, lines: tuple[Line, ...]) -> int:
    """Return how much the ends of a paragraph's lines tear apart."""
    return sum(_tear(text, line.start) for line in lines[1:])


def _tear(text: str, start: int) -> int:
    cost = tears(text[start - 1], text[start])
    return cost or (PARTED if is_within_phrase(text, start) else 0)
