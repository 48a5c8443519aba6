"""Text -> where its lines may and must break, by UAX #14 and a renderer's rules over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.text.characters import PROPERTIES

if TYPE_CHECKING:
    from deckgen.text.model import Profile

_RESOLVED: Final = {"AI": "AL", "SG": "AL", "XX": "AL", "SA": "AL", "CJ": "ID", "CB": "ID"}
"""LB1: classes that stand for another. CJ is left to the renderer's own list."""
_LETTERS: Final = frozenset({"AL", "HL"})
_IDEOGRAPHS: Final = frozenset({"ID", "EB", "EM", "JL", "JV", "JT", "H2", "H3"})
_NUMBER: Final = {
    "CL": "PO PR",
    "CP": "PO PR",
    "NU": "PO PR NU",
    "PO": "OP NU",
    "PR": "OP NU",
    "HY": "NU",
    "IS": "NU",
    "SY": "NU",
}
"""LB25: what stays with the class before it within a number."""
_SYLLABLE: Final = {
    "JL": "JL JV H2 H3",
    "JV": "JV JT",
    "H2": "JV JT",
    "JT": "JT",
    "H3": "JT",
}
"""LB26: what stays with the class before it within a Hangul syllable."""


def opportunities(text: str, profile: Profile) -> bytearray:
    """Return, for each position of the text, whether a line may start there.

    Position i lies before character i. Neither the start nor the end of the text counts.
    """
    allowed = bytearray(len(text) + 1)
    before, spaced = "", False
    for index, character in enumerate(text):
        properties = PROPERTIES[character]
        kind = _RESOLVED.get(properties.line_break, properties.line_break)
        if kind == "SP":
            spaced = True
            continue
        if kind in {"CM", "ZWJ"} and before and not spaced and before not in {"ZW", "BK", "LF"}:
            before = "ZWJ" if kind == "ZWJ" and before in _IDEOGRAPHS else before
            continue
        if kind in {"CM", "ZWJ"}:
            kind = "AL"
        if index and _may_part(before, kind, spaced=spaced):
            allowed[index] = _profile_allows(text, index, profile, spaced=spaced)
        if kind == "RI" and before == "RI" and not spaced:
            kind = "RI2"
        before, spaced = kind, False
    return allowed


def _profile_allows(text: str, index: int, profile: Profile, *, spaced: bool) -> bool:
    if text[index] in profile.forbidden_start:
        return False
    return spaced or text[index - 1] not in profile.forbidden_end


def _may_part(before: str, after: str, *, spaced: bool) -> bool:
    known = (before, after, spaced)
    answer = _ANSWERS.get(known)
    if answer is None:
        answer = _ANSWERS[known] = _parts(before, after, spaced=spaced)
    return answer


_ANSWERS: Final[dict[tuple[str, str, bool], bool]] = {}


def _parts(before: str, after: str, *, spaced: bool) -> bool:
    if before in {"BK", "LF", "CR", "NL"} or before == "ZW":
        return True
    if after in {"BK", "LF", "CR", "NL", "ZW", "WJ", "CL", "CP", "EX", "IS", "SY"}:
        return False
    if before == "WJ" and not spaced:
        return False
    if before == "OP":
        return False
    if spaced:
        return not (before in {"CL", "CP"} and after == "NS") and not (before == after == "B2")
    return not _joined(before, after)


def _joined(before: str, after: str) -> bool:
    """Tell whether two neighbours without a space between them stay together (LB12 to LB30b)."""
    if before in {"GL", "ZWJ"} or after in {"GL", "QU"} or before == "QU":
        return True
    if after in {"BA", "HY", "NS", "HH"} or before == "BB" or before == after == "B2":
        return True
    if before in {"CL", "CP"} and after == "NS":
        return True
    if after == "IN":
        return True
    if any(after in pairs.get(before, "").split() for pairs in (_NUMBER, _SYLLABLE)):
        return True
    return _joined_letters(before, after) or _joined_symbols(before, after)


def _joined_letters(before: str, after: str) -> bool:
    if before in _LETTERS:
        return after in _LETTERS or after in {"NU", "OP", "PR", "PO"}
    if after in _LETTERS:
        return before in {"NU", "PR", "PO", "IS", "CP"}
    return (before == "NU" and after == "OP") or (before == "CP" and after == "NU")


def _joined_symbols(before: str, after: str) -> bool:
    if before == "PR":
        return after in _IDEOGRAPHS
    if after == "PO":
        return before in _IDEOGRAPHS
    return (before == "RI" and after == "RI") or (before == "EB" and after == "EM")
