"""A seed -> a deck of random slides: titles, lists, tables, quotations, links, in all languages."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, Final

import yaml

from benchmarks.agreement.specimens import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

_PROSE: Final = ("japanese", "mixed", "english", "european", "url")
_LINKED: Final = 0.25
"""The share of texts of which a part is a link."""
_WORDY: Final = 0.3
"""The share of cells that hold a sentence."""
_BROKEN: Final = 0.2
"""The share of titles that their author breaks."""


def random_deck(seed: int, slides: int) -> str:
    """Return the YAML of a deck."""
    source = random.Random(seed)  # noqa: S311
    deck = {
        "deck": {"language": source.choice(("ja", "en")), "footer": "Deckgen 2026"},
        "title": {"title": _title(source), "subtitle": _phrase(source), "author": _phrase(source)},
        "slides": [_slide(source) for _ in range(slides)],
    }
    return yaml.safe_dump(deck, allow_unicode=True, sort_keys=False, width=10_000)


def _slide(source: random.Random) -> dict[str, object]:
    if source.random() < 0.1:
        return {"section": _title(source)}
    return {"title": _title(source), "body": source.choice(_BODIES)(source)}


def _title(source: random.Random) -> str:
    text = sentence(source, source.choice(("japanese", "mixed", "english"))).rstrip("。．.!?！？:")
    if source.random() < _BROKEN:
        places = [match.end() for match in re.finditer("[をがはと、]| ", text[:-2])]
        if places:
            place = source.choice(places)
            return text[:place].rstrip() + "\n" + text[place:]
    return text


def _phrase(source: random.Random) -> str:
    return sentence(source, source.choice(("japanese", "english", "european")))


def _text(source: random.Random) -> str:
    """Return Markdown of one or a few sentences, some with a link."""
    kind = source.choice(_PROSE)
    pieces = [sentence(source, kind) for _ in range(source.choice((1, 1, 1, 2, 3)))]
    return _linked(source, (" " if kind in {"english", "european"} else "").join(pieces))


def _linked(source: random.Random, text: str) -> str:
    if source.random() > _LINKED or "/" in text:
        return text
    start = source.randrange(len(text) // 2)
    stop = start + source.choice((4, 10, 30, 60))
    return f"{text[:start]}[{text[start:stop].strip() or 'x'}](https://example.org/){text[stop:]}"


def _list(source: random.Random) -> str:
    lines = []
    for _ in range(source.randrange(2, 12)):
        lines.append(f"- {_text(source)}")
        lines += [f"  - {_text(source)}" for _ in range(source.choice((0, 0, 0, 1, 2)))]
    return "\n".join(lines)


def _numbered(source: random.Random) -> str:
    return "\n".join(f"{n}. {_text(source)}" for n in range(1, source.randrange(3, 14)))


def _paragraphs(source: random.Random) -> str:
    return "\n\n".join(_text(source) for _ in range(source.randrange(1, 6)))


def _table(source: random.Random) -> list[object]:
    columns = source.randrange(2, 5)
    rows = [
        [
            _linked(source, _phrase(source)) if source.random() < _WORDY else "12"
            for _ in range(columns)
        ]
        for _ in range(source.randrange(2, 9))
    ]
    return [{"table": rows}]


def _quotation(source: random.Random) -> list[object]:
    return [_text(source), {"quote": {"text": _text(source), "by": _phrase(source)}}]


_BODIES: Final[tuple[Callable[[random.Random], object], ...]] = (
    _list,
    _list,
    _list,
    _numbered,
    _paragraphs,
    _table,
    _quotation,
)
