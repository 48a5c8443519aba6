"""A text -> how bad it is to end a line before each of its characters.

Phrases of Japanese come from budoux. It joins what stands together without particles into one long
phrase, within which words are told apart by the kinds of characters that they are written in.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy
from deckgen.text.characters import EAST_ASIAN, SCRIPTS
from deckgen.text.sense import space_costs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WITHIN_WORD: Final = 1.0
"""What a break inside a word costs; a line a tenth too short or long costs 0.01."""
_WITHIN_COMPOUND: Final = {(0, 0): 0.3, (1, 0): 0.4, (0, 1): 0.6, (1, 1): 0.8}
"""Within characters of Chinese origin, by whether their number before and after it is odd.

Most words are written with two; where one is not, it is rather the first: `四半期|業績|報告`.
"""
_BETWEEN_SCRIPTS: Final = 0.25
_BETWEEN_WORDS: Final = 0.1
_BESIDE_LITTLE: Final = 0.5
"""Between words of Chinese where one of them is a single character, and between stems of verbs."""
_BETWEEN_PHRASES: Final = 0.05
_AFTER_CLAUSE: Final = 0.02
"""After a comma or a closing bracket, and before an opening one."""

_KINDS: Final = (
    ("kanji", "々〇", (("\u3400", "\u9fff"), ("\uf900", "\ufaff"))),
    ("kana", "", (("ぁ", "ゟ"),)),
    ("katakana", "ー", (("ァ", "ヿ"),)),
)
"""Kinds of characters: some by themselves, and ranges from the first to the last."""
_NUMBERED: Final = lazy(r"第[0-9０-９〇一二三四五六七八九十百]+")
_COUNTERS: Final = (
    "つ年月日時分秒週回人件名社個台本歳円倍位期号版章部割億万千百点枚冊匹頭"
    "棟戸階通席票校店駅機基種条項巻問班組拠箇国行列字%％"
)
_COUNTED: Final = lazy(
    f"[0-9０-９一二三四五六七八九十百千万](?=[{_COUNTERS}]|[かヶヵケカ][月所国年])"
    f"|[0-9０-９] (?=[{_COUNTERS}](?:[^一-鿿]|[間度目分末前後内外以半頃円人件]|$)"
    "|[かヶヵケカ][月所国年])"
)
"""Between a number and what it counts: `3つ`, `5点`, `三か所`.

Behind a space, too, where that is no word of its own: `5 点`, `3 年間`, but not `11 機能`.
"""
_DATES: Final = lazy("(?<=[0-9０-９])(?: ?[年月]) ?(?=[0-9０-９]{1,2} ?[月日])")
_WITHIN_DATE: Final = 0.3
"""Within `2027年|3月`: as much as between the words of a compound that belong together."""
_PARTICLES: Final = lazy(
    "(?<=[にとを])(?=(?:つい|つき|おけ|おい|よる|より|よっ|関す|関し|対す|対し|向け|基づ|伴[うい]|通じ|いう|して))"
)
"""Where a verb does the work of a particle and belongs to what stands before it: `について`."""
_OBLIGATIONS: Final = lazy("(?<=[\u4e00-\u9fff])(?=[うくぐすつぬぶむる]べ[きくし])")
"""Within a verb in a form that budoux hardly knows: `取り組むべき`."""
_COMPOUND: Final = lazy("(?<=[\u4e00-\u9fff][いきぎしちみびりえけげせべめれ])(?=[\u4e00-\u9fff])")
"""Between the stems of two verbs, or of a verb and a noun: `取り組む`, `売り場`."""
_BEFORE_PARTICLE: Final = 0.15
_CLAUSES: Final = lazy("[、，）」』】〉》・](?=.)|.(?=[（「『【〈《])")
_STATEMENTS: Final = lazy("[：:。！？!?…—―–〜～](?=.)")
"""After these another statement begins."""


def break_costs(text: str, language: str = "") -> list[float]:
    """Return what it costs to start a line at each position, wherever that is allowed at all."""
    costs = [WITHIN_WORD] * (len(text) + 1)
    for position in range(1, len(text)):
        if text[position - 1].isspace() and not text[position].isspace():
            costs[position] = 0.0
        elif SCRIPTS[text[position - 1]] != SCRIPTS[text[position]]:
            costs[position] = _BETWEEN_SCRIPTS
    for position, cost in space_costs(text, language):
        costs[position] = cost
    if EAST_ASIAN in map(SCRIPTS.__getitem__, text):
        if _is_chinese(text):
            _tell_chinese(text, costs)
        else:
            _tell_japanese(text, costs)
        for match in _DATES.finditer(text):
            costs[match.end()] = _WITHIN_DATE
        for match in _COUNTED.finditer(text):
            costs[match.end()] = WITHIN_WORD
    return costs


_SEEN: Final = 3
"""So many letters on either side are all that budoux looks at to tell where a phrase ends."""


def is_within_phrase(text: str, position: int) -> bool:
    """Tell whether a phrase of Japanese goes on over a position: `お願い|します`, `会議|は`.

    Phrases are told by the hiragana in them; of what has none nothing is said.
    """
    start = max(0, position - _SEEN)
    around = text[start : position + _SEEN]
    at = position - start
    if not any("ぁ" <= letter <= "ゖ" for letter in around[at - 1 : at + 1]):
        return False
    return at not in _ends(around)


@lru_cache(maxsize=1024)
def _ends(text: str) -> tuple[int, ...]:
    """Return where phrases of Japanese end: the same few letters are asked for at many widths."""
    return tuple(accumulate(map(len, _parser("japanese")(text))))


def _is_chinese(text: str) -> bool:
    """Tell whether a text has characters that Japanese lacks: those that were simplified."""
    try:
        "".join(letter for letter in text if "\u3400" <= letter <= "\u9fff").encode("cp932")
    except UnicodeEncodeError:
        return True
    return False


def _tell_chinese(text: str, costs: list[float]) -> None:
    """Words of Chinese stand without spaces; those of one character go with their neighbours."""
    words = _parser("simplified_chinese")(text)
    position = 0
    for word, following in pairwise(words):
        position += len(word)
        alone = len(word) == 1 or len(following) == 1
        costs[position] = min(costs[position], _BESIDE_LITTLE if alone else _BETWEEN_WORDS)


def _tell_japanese(text: str, costs: list[float]) -> None:
    for position, cost in _between_kinds(text):
        costs[position] = min(costs[position], cost)
    position = 0
    for phrase in _parser("japanese")(text):
        position += len(phrase)
        costs[position] = min(costs[position], _BETWEEN_PHRASES)
    for match in _CLAUSES.finditer(text):
        costs[match.end()] = min(costs[match.end()], _AFTER_CLAUSE)
    for match in _STATEMENTS.finditer(text):
        costs[match.end()] = 0.0
    for match in _PARTICLES.finditer(text):
        costs[match.start()] = max(costs[match.start()], _BEFORE_PARTICLE)
    for match in _COMPOUND.finditer(text):
        if costs[match.start()] > _BETWEEN_PHRASES:
            costs[match.start()] = _BESIDE_LITTLE
    for match in _OBLIGATIONS.finditer(text):
        costs[match.start()] = WITHIN_WORD
    for match in _NUMBERED.finditer(text):
        # a number and what it counts: `第2四半期`
        costs[match.start() + 1 : match.end() + 1] = [WITHIN_WORD] * (match.end() - match.start())


def _between_kinds(text: str) -> Iterator[tuple[int, float]]:
    """Yield where words probably begin that stand together without particles."""
    start, before = 0, ""
    for kind, letters in groupby(text, _kind):
        length = sum(1 for _ in letters)
        if (before, kind) in _WORDS_APART:
            yield start, _BETWEEN_SCRIPTS
        if kind == "kanji":
            for offset in range(2, length - 1):
                odd = offset % 2, (length - offset) % 2
                yield start + offset, _WITHIN_COMPOUND[odd]
        start, before = start + length, kind


def _kind(letter: str) -> str:
    """Return the kind of a character, nothing where no word is told by it."""
    for kind, single, ranges in _KINDS:
        if letter in single or any(first <= letter <= last for first, last in ranges):
            return kind
    return ""


_WORDS_APART: Final = frozenset(
    {("kana", "kanji"), ("kana", "katakana"), ("kanji", "katakana"), ("katakana", "kanji")}
)
"""Kinds of characters of which the second begins a word; kana after kanji end one."""


@cache
def _parser(language: str) -> Callable[[str], list[str]]:
    import budoux

    if language == "japanese":
        return budoux.load_default_japanese_parser().parse
    return budoux.load_default_simplified_chinese_parser().parse
