"""Text -> where its lines may break, by UAX #14 and one renderer's tailoring of it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from deckgen.records import Struct
from deckgen.text.characters import PROPERTIES

if TYPE_CHECKING:
    from deckgen.text.model import Profile

_READ_AS: Final = {"AI": "AL", "SG": "AL", "XX": "AL", "SA": "AL", "CB": "ID"}
"""LB1: classes that stand for others."""
_HARD: Final = frozenset({"BK", "LF", "CR", "NL"})
_LETTERS: Final = frozenset({"AL", "HL"})
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


class _Together(dict[str, bool]):
    """Whether two classes stay together, found out when a pair is first met."""

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile

    def __missing__(self, pair: str) -> bool:
        stays = self[pair] = _stays(_KINDS[pair[0]], _KINDS[pair[1]], self._profile)
        return stays


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
    together: _Together
    """Whether two classes without a space between them stay together, by their two codes."""
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
    return Rules(_Codes(profile), _Together(profile), re.compile(numbers))


def opportunities(text: str, profile: Profile) -> bytearray:
    """Return, for each position of the text, whether UAX #14 as tailored lets a line start there.

    Position i lies before character i. Neither the start nor the end of the text counts; what the
    renderer forbids at line starts and ends is not looked at.
    """
    ruled = rules(profile)
    codes = "".join([*map(ruled.codes.__getitem__, text)])
    allowed = bytearray(len(text) + 1)
    before, spaced = "", False
    for run in _ALIKE.finditer(codes):
        code, start, stop = run[1], run.start(), run.end()
        if code == _SPACE:
            spaced = True
            continue
        if code in _MARKS:
            if before and not spaced and before not in _BREAKERS:
                before = _JOINER if code == _JOINER and before in _PICTURES else before
                continue
            code = _LETTER
        if before and not spaced:
            allowed[start] = not ruled.together[before + code]
        elif spaced:
            allowed[start] = not before or _after_spaces(before, code)
        _part_alike(allowed, code, range(start + 1, stop), ruled)
        before, spaced = code, False
    for number in ruled.numbers.finditer(codes):
        allowed[number.start() + 1 : number.end()] = bytes(number.end() - number.start() - 1)
    return allowed


def _part_alike(allowed: bytearray, code: str, inside: range, ruled: Rules) -> None:
    """Enter the breaks between characters of one class that follow each other."""
    if code == _FLAG:
        inside = inside[1::2]
    elif ruled.together[code + code]:
        return
    if inside:
        allowed[inside.start : inside.stop : inside.step] = bytes([1]) * len(inside)


_ALIKE: Final = re.compile(r"(.)\1*", re.DOTALL)
_SPACE: Final = _CODES["SP"]
_LETTER: Final = _CODES["AL"]
_JOINER: Final = _CODES["ZWJ"]
_FLAG: Final = _CODES["RI"]
_MARKS: Final = frozenset({_CODES["CM"], _JOINER})
_BREAKERS: Final = frozenset(_CODES[kind] for kind in (*_HARD, "ZW"))
_PICTURES: Final = frozenset(_CODES[kind] for kind in ("ID", "EB", "EM"))


@cache
def _after_spaces(before: str, after: str) -> bool:
    """Tell whether a line may start after spaces between two classes (LB7 to LB18)."""
    first, then = _KINDS[before], _KINDS[after]
    if first in _HARD or first == "ZW":
        return True
    if then in _NEVER_FIRST or first in {"OP", "WJ"}:
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
