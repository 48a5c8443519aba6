"""A seed -> paragraphs to be set: their runs, their width and their kind."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchmarks.agreement.vocabulary import (
    ENDS,
    ENGLISH,
    EUROPEAN,
    JOINTS,
    NAMES,
    NOUNS,
    OPENERS,
    SYMBOLS,
    TOKENS,
    URLS,
    VERBS,
)
from deckgen.records import replace
from deckgen.text import Font, StyledText
from deckgen.units import Centipoints, Emu, pt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PAIRS: Final = (
    ("Arial", "Noto Sans CJK JP"),
    ("Calibri", "IPAexGothic"),
    ("Times New Roman", "Noto Serif CJK JP"),
    ("Cambria", "IPAexMincho"),
    ("DejaVu Sans", "Noto Sans CJK JP"),
    ("Noto Sans CJK JP", "Noto Sans CJK JP"),
)
SIZES: Final = (1000, 1050, 1200, 1300, 1400, 1600, 1800, 2000, 2400, 2800, 3200)
CODE: Final = "Courier New"
_UNLINKED: Final = 0.6
"""The share of paragraphs without a link."""


@dataclass(frozen=True, slots=True)
class Specimen:
    """A paragraph to set in a box of its own."""

    kind: str
    runs: tuple[StyledText, ...]
    width: Emu

    @property
    def text(self) -> str:
        """The joined text."""
        return "".join(run.text for run in self.runs)

    @property
    def is_western(self) -> bool:
        """Whether the paragraph is tagged as a Western language."""
        return self.kind in {"english", "european", "code"}


def specimens(seed: int, count: int) -> tuple[Specimen, ...]:
    """Return paragraphs of every kind in turn; the same for the same seed."""
    source = random.Random(seed)  # noqa: S311
    kinds = tuple(_SENTENCES)
    return tuple(_specimen(source, kinds[index % len(kinds)]) for index in range(count))


def sentence(source: random.Random, kind: str) -> str:
    """Return a sentence of a kind, such as `japanese`."""
    return _SENTENCES[kind](source)


def _specimen(source: random.Random, kind: str) -> Specimen:
    latin, east_asian = source.choice(PAIRS)
    if kind == "code":
        latin = CODE
    size = Centipoints(source.choice(SIZES))
    plain = Font(latin, east_asian, latin, size)
    pieces = [_SENTENCES[kind](source) for _ in range(source.choice((1, 1, 1, 2, 2, 3, 4)))]
    text = (" " if kind in {"english", "european", "code"} else "").join(pieces)
    if kind == "breaks":
        text = _with_breaks(source, text)
    runs = _linked(source, _styled(source, text, plain))
    if kind == "sizes":
        runs = _resized(source, runs)
    return Specimen(kind, runs, pt(source.uniform(9, 32) * size / 100))


def _styled(source: random.Random, text: str, plain: Font) -> tuple[StyledText, ...]:
    """Return the text with, now and then, a stretch of it bold, italic or in a code font."""
    if source.random() < 0.6 or len(text) < 12:
        return (StyledText(text, plain),)
    start = source.randrange(len(text) - 6)
    stop = start + source.randrange(3, 12)
    choices = (
        replace(plain, latin=CODE, complex_script=CODE),
        replace(plain, bold=True),
        replace(plain, bold=True),
        replace(plain, italic=True),
    )
    parts = (text[:start], plain), (text[start:stop], source.choice(choices)), (text[stop:], plain)
    return tuple(StyledText(part, font) for part, font in parts if part)


def _linked(source: random.Random, runs: tuple[StyledText, ...]) -> tuple[StyledText, ...]:
    """Return the runs with, now and then, a word, a phrase or all of one of them as a link."""
    index = source.randrange(len(runs))
    run = runs[index]
    if source.random() < _UNLINKED or not run.text.strip():
        return runs
    start = source.choice((0, source.randrange(len(run.text))))
    stop = min(len(run.text), start + source.choice((4, 9, 20, 40, 80)))
    parts = run.text[:start], run.text[start:stop], run.text[stop:]
    made = (StyledText(part, run.font, part is parts[1]) for part in parts if part)
    return (*runs[:index], *made, *runs[index + 1 :])


def _resized(source: random.Random, runs: tuple[StyledText, ...]) -> tuple[StyledText, ...]:
    """Return the runs with one of them in another size."""
    index = source.randrange(len(runs))
    size = Centipoints(source.choice(SIZES))
    resized = replace(runs[index], font=replace(runs[index].font, size=size))
    return (*runs[:index], resized, *runs[index + 1 :])


def _with_breaks(source: random.Random, text: str) -> str:
    """Return the text with hard breaks and doubled spaces here and there."""
    for _ in range(source.randrange(1, 4)):
        at = source.randrange(1, len(text))
        text = text[:at] + source.choice(("\n", "\n", "  ", " ", "\u3000")) + text[at:]
    return text


def _japanese(source: random.Random) -> str:
    joints = "".join(
        source.choice(NOUNS) + source.choice(JOINTS) for _ in range(source.randrange(1, 4))
    )
    body = joints + source.choice(NOUNS) + source.choice(VERBS)
    return source.choice(OPENERS) + body + source.choice(ENDS)


def _mixed(source: random.Random) -> str:
    return _sprinkled(source, NAMES)


def _with_tokens(source: random.Random) -> str:
    return _sprinkled(source, (*NAMES, *TOKENS, *TOKENS))


def _with_symbols(source: random.Random) -> str:
    return _sprinkled(source, SYMBOLS)


def _sprinkled(source: random.Random, names: Sequence[str]) -> str:
    text = ""
    for _ in range(source.randrange(2, 5)):
        name = source.choice(names)
        text += source.choice((name, name, f" {name} ", f"「{name}」", f"（{name}）", f"{name}、"))
        text += source.choice(NOUNS) + source.choice(JOINTS)
    return text + source.choice(NOUNS) + source.choice(VERBS) + source.choice(ENDS)


def _english(source: random.Random) -> str:
    return _western(source, (*NAMES, *TOKENS))


def _european(source: random.Random) -> str:
    return _western(source, EUROPEAN)


def _western(source: random.Random, inserts: Sequence[str]) -> str:
    words = [source.choice(ENGLISH) for _ in range(source.randrange(5, 16))]
    for _ in range(source.randrange(0, 6)):
        words.insert(source.randrange(len(words)), source.choice(inserts))
    text = " ".join(words)
    return text[0].upper() + text[1:] + source.choice(".!?:")


def _url(source: random.Random) -> str:
    around = ("{}", "参考: {} を参照。", "See {} for more.", "詳細は{}にある。", "（{}）")
    before = source.choice((_japanese, _english))(source)
    return source.choice(("", before)) + source.choice(around).format(source.choice(URLS))


_SENTENCES: Final[dict[str, Callable[[random.Random], str]]] = {
    "japanese": _japanese,
    "mixed": _mixed,
    "tokens": _with_tokens,
    "symbols": _with_symbols,
    "english": _english,
    "european": _european,
    "code": _english,
    "url": _url,
    "breaks": _with_tokens,
    "sizes": _mixed,
}
