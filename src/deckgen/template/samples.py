"""A master without text styles, and the samples of text in it -> the styles that these show.

Some exporters write what text looks like on the runs of the samples alone. Nothing of that is
inherited by slides, though it is all that the designer saw: decks state it themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.opc.xml import child, children, integer, qn
from deckgen.template.styles import LEVELS, Chain, LevelProperties, changed
from deckgen.units import Centipoints

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deckgen.opc.xml import Element

_FOOT: Final = ("dt", "ftr", "sldNum")
_USUAL: Final = {"title": Centipoints(2800), **dict.fromkeys(_FOOT, Centipoints(1200))}
"""The sizes of what no sample shows: titles lead text of 18 pt, and the foot stands behind it."""
_TEXTS: Final = (qn("a:r"), qn("a:fld"))


def shown(chains: Mapping[str, Chain], samples: Mapping[str, Element | None]) -> dict[str, Chain]:
    """Return the chains of a master as its samples of text show them, by kinds of placeholders.

    What stands at the foot looks alike: a sample that is empty shows nothing of it.
    """
    found = {kind: _usual(kind, chain) for kind, chain in chains.items()}
    written = [kind for kind in _FOOT if _has_text(samples.get(kind))]
    for kind in found:
        known = kind if kind not in _FOOT or kind in written else next(iter(written), kind)
        found[kind] = sampled(found[kind], samples.get(known))
        if known != kind:
            found[kind] = tuple(_unaligned(level) for level in found[kind])
    return found


def sampled(chain: Chain, body: Element | None) -> Chain:
    """Return a chain with what the paragraphs of a sample show laid over it.

    The first of each level counts, and none is larger than the one above it.
    """
    levels = list(chain)
    for paragraph in reversed(tuple(children(body, "a:p"))):
        properties = child(paragraph, "a:pPr")
        number = 0 if properties is None else integer(properties, "lvl") or 0
        if 0 <= number < LEVELS:
            levels[number] = changed(chain[number], properties, _run_of(paragraph))
    found = tuple(_descending(levels))
    return chain if found == chain else found


def _usual(kind: str, chain: Chain) -> Chain:
    size = _USUAL.get(kind)
    return chain if size is None else tuple({**level, "size": size} for level in chain)


def _descending(levels: list[LevelProperties]) -> Iterator[LevelProperties]:
    most = None
    for level in levels:
        size = level.get("size")
        if size is not None:
            most = size if most is None else min(most, size)
            if size > most:
                level = LevelProperties(**{**level, "size": most})
        yield level


def _run_of(paragraph: Element) -> Element | None:
    """Return the properties of the first text of a paragraph, else those of its end."""
    first = next((element for element in paragraph if element.tag in _TEXTS), None)
    return child(paragraph, "a:endParaRPr") if first is None else child(first, "a:rPr")


def _has_text(body: Element | None) -> bool:
    return body is not None and next(body.iter(*_TEXTS), None) is not None


def _unaligned(level: LevelProperties) -> LevelProperties:
    left = level.copy()
    left.pop("align", None)
    return left
