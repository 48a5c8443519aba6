"""A title in a language that sets spaces between words -> how bad a break is at each space.

What is told apart are the small words, of which a language has few: those that begin a phrase
(prepositions, conjunctions, question words) and those that hold on to what follows (articles, other
determiners, auxiliary verbs).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy
from deckgen.records import Struct
from deckgen.text.characters import EAST_ASIAN, SCRIPTS

if TYPE_CHECKING:
    from collections.abc import Iterator

_AFTER_SENTENCE: Final = -0.03
"""Less than nothing: where a title has a colon, its lines may be of less like widths for it."""
_AFTER_COMMA: Final = 0.04
_BEFORE_PHRASE: Final = 0.05
_WITHIN_PAIR: Final = 0.1
"""`upstream and downstream` are read as one, in a line that has room for both."""
_BETWEEN_WORDS: Final = 0.12
"""Two lines that are each a quarter of the width off cost as much."""
_BESIDE_NUMBER: Final = 0.18
"""Between a number and its unit, or a name and its number: `10 GB`, `Chapter 3`."""
_AFTER_SMALL_WORD: Final = 0.3
"""More than titles put up with: they become smaller, or a line longer, to avoid it."""


class _SmallWords(Struct, frozen=True):
    begin: frozenset[str]
    """Words that begin a phrase: a line may well start with them, and does not end with them."""
    join: frozenset[str]
    """Words that begin one too, but for one that stands between two words that are a pair."""
    hold: frozenset[str]
    """Words that no line ends with."""


def _words(begin: str, join: str, hold: str) -> _SmallWords:
    return _SmallWords(*(frozenset(words.split()) for words in (begin, join, hold)))


_SMALL_WORDS: Final = {
    "en": _words(
        "about above across after against along amid among around as at because before behind "
        "below beneath beside between beyond but by despite during for from how if in inside into "
        "like near nor of off on onto over per since than that through throughout to toward "
        "towards under until up upon versus via vs vs. what when where whether which while who "
        "why with within without yet",
        "and or &",
        "a all an both the my your our his her its their this these those no not every each some "
        "any is are was were be been being has have had do does did can could will would shall "
        "should may might must very more most less mr. mrs. ms. dr. prof. st. no. fig.",
    ),
    "de": _words(
        "ab als am an auf aus bei beim bis bzw. dass denn durch für gegen gegenüber hinter im in "
        "indem mit nach neben ob ohne seit sowie statt trotz um unter vom von vor während warum "
        "was wegen weil wenn wer wie wo zu zum zur zwischen über",
        "und oder",
        "der die das den dem des ein eine einen einem einer eines kein keine keinen mein meine "
        "sein seine ihr ihre unser unsere dieser diese dieses jede jeder jedes nicht sehr z. dr. "
        "prof. st. nr. abb.",
    ),
    "fr": _words(
        "à après au aux avant avec car chez comme comment contre dans de depuis derrière des donc "
        "du durant dès en entre hors jusque lors lorsque mais malgré ni où par parce pendant pour "
        "pourquoi puis quand que qui sans selon si sous sur vers via",
        "et ou",
        "le la les un une ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos "
        "leur leurs ne pas plus très m. mme dr. st. n° fig.",
    ),
    "es": _words(
        "a al ante bajo como con contra cuando cómo de del desde donde durante en entre hacia "
        "hasta mediante ni para pero por porque que quien qué según si sin sobre tras",
        "y e o u",
        "el la los las lo un una unos unas mi tu su sus nuestro nuestra este esta estos estas ese "
        "esa cada no muy más sr. sra. dr. dra. n.º fig.",
    ),
    "it": _words(
        "a ad agli ai al alla alle allo che chi come con contro da dai dal dalla dalle dallo "
        "degli dei del della delle dello di dopo dove durante fra in ma negli nei nel nella nelle "
        "nello oltre per perché quando se senza sotto su sui sul sulla sulle tra verso",
        "e ed o",
        "il lo la i gli le un uno una questo questa questi queste quel quella suo sua nostro "
        "nostra ogni non più molto sig. dott. n. fig.",
    ),
    "pt": _words(
        "à ao aos após até às com como contra da das de desde do dos durante em entre mas na nas "
        "no nos num numa para pela pelas pelo pelos por porque quando que se sem sob sobre",
        "e ou",
        "o a os as um uma uns umas este esta esse essa seu sua nosso nossa cada não mais muito sr. "
        "sra. dr. dra. n.º fig.",
    ),
    "nl": _words(
        "aan achter als bij binnen boven buiten dan dat door hoe in met na naar naast om omdat "
        "onder op over per sinds te tegen tot tussen uit van vanaf via voor waar waarom wanneer "
        "wat wie zoals zonder",
        "en of",
        "de het een deze dit die mijn jouw uw zijn haar ons onze hun geen niet zeer meer dhr. "
        "mevr. dr. nr. fig.",
    ),
    "sv": _words(
        "att av bakom efter från för genom hos hur i inför innan med mellan men mot när om på "
        "samt sedan som till under ur utan vad varför vid åt över",
        "och eller",
        "den det de en ett min mitt mina din ditt dina vår vårt våra sin sitt sina denna detta "
        "dessa inte mycket mer nr fig.",
    ),
}
_SPACES: Final = lazy(r"(?<=\S) +(?=\S)")
_ENDS: Final = lazy(r"(?:[:;!?…–—―|•·]|[^\W\d_]{4,}\.)[\"'”’)»]*$|^-$")
"""A word that ends a sentence, or the first part of a title: `Results: `, `Part one – `."""
_JOINTS: Final = frozenset("-–—―|•·")
_SHORT: Final = lazy("[a-zà-ÿ]{1,3}")
"""What is taken for a small word in languages of which none are known."""
_OPENERS: Final = "([{“‘„«\"'"
_EAST_ASIAN: Final = frozenset(("", "ja", "ko", "zh"))


def space_costs(text: str, language: str) -> Iterator[tuple[int, float]]:
    """Yield where a word begins after a space, and what it costs to start a line there.

    Western words in a text in an East Asian language are taken for English.
    """
    tag = language.partition("-")[0].lower()
    small = _SMALL_WORDS.get("en" if tag in _EAST_ASIAN else tag)
    for space in _SPACES.finditer(text):
        start, stop = space.span()
        if EAST_ASIAN in (SCRIPTS[text[start - 1]], SCRIPTS[text[stop]]):
            yield stop, 0.0
        else:
            end = text.find(" ", stop)
            first = text.rfind(" ", 0, start) + 1
            earlier = text[text.rfind(" ", 0, max(0, first - 1)) + 1 : first].rstrip()
            after = text[stop:] if end < 0 else text[stop:end]
            yield stop, _cost(earlier, text[first:start], after, small)


def _cost(earlier: str, before: str, after: str, small: _SmallWords | None) -> float:
    """Return what it costs to break between two words, the first of which follows another."""
    if _is_held(before.casefold().lstrip(_OPENERS), small) or after in _JOINTS:
        return _AFTER_SMALL_WORD
    if _ENDS.search(before):
        return _AFTER_SENTENCE
    if before.endswith(",") or after[0] in _OPENERS:
        return _AFTER_COMMA
    if small is not None and after.casefold() in small.begin:
        return _BEFORE_PHRASE
    if small is not None and after.casefold() in small.join:
        return _WITHIN_PAIR if _ends_phrase(earlier, small) else _BEFORE_PHRASE
    return _BESIDE_NUMBER if before[-1].isdigit() or after[0].isdigit() else _BETWEEN_WORDS


def _ends_phrase(word: str, small: _SmallWords) -> bool:
    """Tell whether a word, or the beginning of a text, is followed by a new phrase."""
    return not word or word[-1] in ",:;" or _is_held(word.casefold(), small)


def _is_held(word: str, small: _SmallWords | None) -> bool:
    """Tell whether a word belongs to what follows it."""
    if small is None:
        return _SHORT.fullmatch(word) is not None
    return word in small.begin or word in small.join or word in small.hold
