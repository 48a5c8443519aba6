"""Text -> where its lines may break, by UAX #14 and one renderer's tailoring of it."""

from __future__ import annotations

import re
from functools import cache
from operator import add
from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy
from deckgen.records import Struct
from deckgen.text.characters import PROPERTIES

if TYPE_CHECKING:
    from deckgen.text.model import Profile

_READ_AS: Final = {"AI": "AL", "SG": "AL", "XX": "AL", "SA": "AL", "CB": "ID"}
"""LB1: classes that stand for others."""
_HARD: Final = frozenset({"BK", "LF", "CR", "NL"})
_IDEOGRAPHS: Final = frozenset({"ID", "EB", "EM", "JL", "JV", "JT", "H2", "H3"})
_NEVER_FIRST: Final = _HARD | {"ZW", "WJ", "CL", "CP", "EX", "IS", "SY"}
_CLASSES: Final = (
    "AL BA BB B2 BK CL CM CP CR EB EM EX GL HH HL HY H2 H3 ID IN IS JL JT JV LF NL NS NU OP PO PR "
    "QU RI SP SY WJ ZW ZWJ AK AP AS VF VI"
)
_CODES: Final = {kind: chr(0x100 + index) for index, kind in enumerate(_CLASSES.split())}
"""One character per class, so that rules over classes can be regular expressions."""
_PAIRS: Final = {
    "CL": "PO PR",
    "CP": "PO PR NU AL HL",
    "NU": "PO PR NU AL HL OP",
    "PO": "OP NU AL HL",
    "PR": "OP NU AL HL ID EB EM JL JV JT H2 H3",
    "HY": "NU",
    "IS": "NU AL HL",
    "SY": "NU HL",
    "AL": "AL HL NU OP PR PO",
    "HL": "AL HL NU OP PR PO",
    "JL": "JL JV H2 H3",
    "JV": "JV JT",
    "H2": "JV JT",
    "JT": "JT",
    "H3": "JT",
    "EB": "EM",
    "RI": "RI",
}
"""LB23 to LB30b: what stays with the class before it."""


class _Parts(dict[str, bool]):
    """Whether a line may start between two classes, found out when a pair is first met."""

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile

    def __missing__(self, pair: str) -> bool:
        before, after = _KINDS[pair[0]], _KINDS[pair[1]]
        if before == "SP":
            parts = after not in _NEVER_FIRST and after != "SP"
        else:
            parts = after != "SP" and not _stays(before, after, self._profile)
        self[pair] = parts
        return parts


class _Codes(dict[str, str]):
    """The class of each character as its code, found out when it is first met."""

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._classes = profile.classes

    def __missing__(self, character: str) -> str:
        kind = PROPERTIES[character].line_break
        read = self._classes.get(character) or self._classes.get(kind) or _READ_AS.get(kind, kind)
        code = self[character] = _CODES[read]
        return code


class Rules(Struct, frozen=True, eq=False):
    """The line-breaking rules of one renderer over the classes of UAX #14."""

    codes: _Codes
    parts: _Parts
    """Whether a line may start between two classes, by their two codes."""
    numbers: re.Pattern[str]
    """LB25: a number with its signs, over codes."""


@cache
def rules(profile: Profile) -> Rules:
    """Return the rules of a renderer."""
    code = {kind: re.escape(sign) for kind, sign in _CODES.items()}
    mark = f"{code['CM']}*"
    sign = f"(?:[{code['PR']}{code['PO']}]{mark})?"
    digits = f"{code['NU']}{mark}(?:[{code['NU']}{code['SY']}{code['IS']}]{mark})*"
    close = f"(?:[{code['CL']}{code['CP']}]{mark})?"
    numbers = f"{sign}(?:{code['OP']}{mark})?{digits}{close}{sign}"
    return Rules(_Codes(profile), _Parts(profile), re.compile(numbers))


def opportunities(text: str, profile: Profile) -> bytearray:
    """Return, for each position of the text, whether UAX #14 as tailored lets a line start there.

    Position i lies before character i. Neither the start nor the end of the text counts; what the
    renderer forbids at line starts and ends is not looked at.
    """
    ruled = rules(profile)
    codes = "".join([*map(ruled.codes.__getitem__, text)])
    if _CONTEXT.search(codes):
        allowed = _by_context(codes, ruled)
    else:
        pairs = map(add, codes, codes[1:])
        allowed = bytearray([0, *map(ruled.parts.__getitem__, pairs), 0][: len(text) + 1])
    if _DIGIT not in codes:
        return allowed
    for number in ruled.numbers.finditer(codes):
        allowed[number.start() + 1 : number.end()] = bytes(number.end() - number.start() - 1)
    return allowed


def _by_context(codes: str, ruled: Rules) -> bytearray:
    """Return the breaks of a text where neighbours alone do not decide (LB7 to LB18, LB30a)."""
    allowed = bytearray(len(codes) + 1)
    before, spaced = "", False
    for index, code in enumerate(codes):
        if code == _SPACE:
            spaced = True
            continue
        if code in _MARKS:
            if before and not spaced and before not in _BREAKERS:
                before = _JOINER if code == _JOINER and before in _PICTURES else before
                continue
            code = _LETTER
        if before and not spaced:
            allowed[index] = ruled.parts[before + code]
        elif spaced:
            allowed[index] = not before or _after_spaces(before, code)
        before = _PICTURE if code == before == _FLAG and not spaced else code
        spaced = False
    return allowed


_SPACE: Final = _CODES["SP"]
_LETTER: Final = _CODES["AL"]
_JOINER: Final = _CODES["ZWJ"]
_FLAG: Final = _CODES["RI"]
_PICTURE: Final = _CODES["ID"]
_DIGIT: Final = _CODES["NU"]
_MARKS: Final = frozenset({_CODES["CM"], _JOINER})
_BREAKERS: Final = frozenset(_CODES[kind] for kind in (*_HARD, "ZW"))
_PICTURES: Final = frozenset(_CODES[kind] for kind in ("ID", "EB", "EM"))


def _any_of(*kinds: str) -> str:
    return "[" + re.escape("".join(_CODES[kind] for kind in kinds)) + "]"


_CONTEXT: Final = lazy(
    _any_of("CM", "ZWJ", "RI") + "|" + _any_of("OP", "CL", "CP", "B2", "WJ", "ZW", *_HARD) + _SPACE
)
"""What needs more than two neighbours: marks, flags, and spaces after some classes."""


@cache
def _after_spaces(before: str, after: str) -> bool:
    """Tell whether a line may start after spaces between two classes (LB7 to LB18)."""
    first, then = _KINDS[before], _KINDS[after]
    if first in _HARD or first == "ZW":
        return True
    if then in _NEVER_FIRST or first == "OP":
        return False
    return not (first in {"CL", "CP"} and then == "NS") and not first == then == "B2"


_KINDS: Final = {code: kind for kind, code in _CODES.items()}


def _stays(before: str, after: str, profile: Profile) -> bool:
    """Tell whether two classes without a space between them stay together (LB4 to LB30b)."""
    pair = f"{before} {after}"
    if pair in profile.joined or pair in profile.parted:
        return pair in profile.joined
    if before in _HARD or before == "ZW":
        return False
    if after in _NEVER_FIRST or before in {"WJ", "OP", "GL", "ZWJ", "QU", "BB"}:
        return True
    if after in {"GL", "QU", "BA", "HY", "HH", "NS", "IN"}:
        return True
    if before in _IDEOGRAPHS and after == "PO":
        return True
    return before == after == "B2" or after in _PAIRS.get(before, "").split()
