"""Format codes as Excel has them -> the text of numbers and dates, in the ways of a language.

The codes are those of ECMA-376-1, 18.8.31. They are written as for English, whatever the language;
what stands for groups and decimals in the result is the language's own. No kept library knows both
sections and languages.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

from deckgen.data.dates import date_text
from deckgen.data.model import Moment, Value
from deckgen.records import Struct

_LONGEST: Final = 200
_FORMS: Final = (
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<space>.)|\*(?P<repeated>.)'
    r"|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<power>[eE][+-]0+)|(?P<general>General|G/標準|標準)|(?P<noon>AM/PM|A/P|上午/下午|午前/午後)"
    r"|(?P<date>y+|m+|d+|h+|s+(?:\.0+)?|a{3,4}|g{1,3}|e{1,2})|(?P<digits>[#0?](?:[#0?,]*[#0?])?,*)"
    r"|(?P<stop>\.)|(?P<percent>[%％])|(?P<text>@)|(?P<literal>[^gbenGBEN\"\[\]\\_*;])"
)
_UNQUOTED: Final = r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM/PM|A/P|[^"\\_*\[]'
"""The steps of a code: what is quoted or in brackets, and single letters that may mean more."""
_COLORS: Final = frozenset(
    ("black", "blue", "cyan", "green", "magenta", "red", "white", "yellow", "黒", "青", "赤")
)
_GROUPS: Final = {
    # What stands between groups and before decimals (Unicode CLDR 45), where not `,` and `.`.
    **dict.fromkeys(("de", "es", "id", "it", "nl", "da", "el", "tr", "ca", "sl", "hr"), (".", ",")),
    **dict.fromkeys(
        ("ru", "uk", "pl", "cs", "sk", "sv", "nb", "no", "fi", "bg", "hu"), ("\u00a0", ",")
    ),
    "fr": ("\u202f", ","),
    "pt": (".", ","),
    "de-ch": ("’", "."),
    "de-li": ("’", "."),
    "es-mx": (",", "."),
}


class BadFormatError(ValueError):
    """A format code has a part that is not known; says which."""


class _Token(Struct, frozen=True):
    kind: str
    text: str


class _Section(Struct, frozen=True):
    """What one of the parts between semicolons says."""

    tokens: tuple[_Token, ...]

    @property
    def is_date(self) -> bool:
        """Whether the section shows a date or a time."""
        return any(token.kind in {"date", "noon"} for token in self.tokens)

    def has(self, kind: str) -> bool:
        """Tell whether there is a token of a kind."""
        return any(token.kind == kind for token in self.tokens)


class NumberFormat(Struct, frozen=True):
    """A format code that was read: its sections for what is positive, negative, zero and text."""

    code: str
    sections: tuple[_Section, ...]

    @property
    def is_date(self) -> bool:
        """Whether it shows dates or times."""
        return self.sections[0].is_date

    @property
    def is_percent(self) -> bool:
        """Whether it shows hundredths."""
        return self.sections[0].has("percent")

    @property
    def is_numeric(self) -> bool:
        """Whether it shows numbers rather than dates and text."""
        first = self.sections[0]
        return not first.is_date and (first.has("digits") or first.has("general"))

    def text(self, value: Value, language: str = "en") -> str:
        """Return what a value looks like in a language."""
        if value is None:
            return ""
        if isinstance(value, Moment):
            return date_text(self._parts(0), value, language)
        if isinstance(value, str):
            return self._with_text(value)
        if isinstance(value, bool):
            return str(value).upper()
        if self.is_date:
            return date_text(self._parts(0), from_serial(value), language)
        return self._number(float(value), language)

    def _parts(self, section: int) -> tuple[tuple[str, str], ...]:
        return tuple((token.kind, token.text) for token in self.sections[section].tokens)

    def _with_text(self, value: str) -> str:
        section = self.sections[3] if len(self.sections) > 3 else self.sections[0]
        if not section.has("text"):
            return value
        return "".join(value if t.kind == "text" else t.text for t in section.tokens)

    def _number(self, value: float, language: str) -> str:
        index = 1 if value < 0 and len(self.sections) > 1 else 0
        text = _written(self.sections[index], abs(value), language)
        has_figures = self.sections[index].has("digits") or self.sections[index].has("general")
        if value == 0 or (has_figures and not re.search(r"[1-9]", text)):
            zero = self.sections[2] if len(self.sections) > 2 else self.sections[0]
            return _written(zero, abs(value), language)
        return f"-{text}" if value < 0 and index == 0 else text


@lru_cache(maxsize=256)
def number_format(code: str) -> NumberFormat:
    """Return the format that a code writes; raises `BadFormatError` for what is not known."""
    if len(code) > _LONGEST:
        raise BadFormatError(f"it is longer than {_LONGEST} characters")
    parts = _sections(code)
    if len(parts) > 4:
        raise BadFormatError("it has more than four sections")
    return NumberFormat(code, tuple(map(_section, parts)))


def _sections(code: str) -> list[str]:
    """Return the parts of a code between semicolons that are not quoted."""
    parts = re.findall(r'((?:"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[^;])*)(;|\Z)', code)
    return [part for part, _ in (parts[:-1] if parts[-1] == ("", "") and len(parts) > 1 else parts)]


def _section(code: str) -> _Section:
    pattern, at, tokens = re.compile(_FORMS), 0, list[_Token]()
    code = _in_small_letters(code)
    while at < len(code):
        match = pattern.match(code, at)
        if match is None:
            raise BadFormatError(f"`{code[at : at + 12]}` is not known")
        kind, text = str(match.lastgroup), str(match[str(match.lastgroup)])
        if kind == "bracket":
            tokens += _bracket(text)
        elif kind != "repeated":
            tokens.append(_token(kind, text))
        at = match.end()
    _refuse_unknown(tokens)
    return _Section(tuple(_first_years(tokens) if "x-gannen" in code else _minutes(tokens)))


def _in_small_letters(code: str) -> str:
    """Return the code of a date whose letters are small, as LibreOffice does not write them."""
    steps = re.findall(_UNQUOTED, code)
    bare = "".join(step for step in steps if len(step) == 1)
    if not re.search("[YDHS]", bare) or re.search("[#?]|General", bare):
        return code
    return "".join(step.lower() if step in "YMDHS" else step for step in steps)


def _refuse_unknown(tokens: list[_Token]) -> None:
    """Raise for fractions, and for years of an era without the era."""
    texts = [token.text for token in tokens]
    if any(text[0] == "e" for text in texts if text) and not any(text[:1] == "g" for text in texts):
        raise BadFormatError("`e` is not known")
    for number, token in enumerate(tokens[1:-1], 1):
        around = {tokens[number - 1].kind, tokens[number + 1].kind}
        if token.text == "/" and around == {"digits"}:
            raise BadFormatError("fractions are not known")


def _first_years(tokens: list[_Token]) -> list[_Token]:
    """Return tokens in which the first year of an era is told to have a name of its own."""
    return [_Token(t.kind, "E") if t.text == "e" else t for t in _minutes(tokens)]


def _token(kind: str, text: str) -> _Token:
    if kind in {"quoted", "escaped", "currency"}:
        return _Token("literal", text)
    return _Token("literal", " ") if kind == "space" else _Token(kind, text)


def _bracket(text: str) -> list[_Token]:
    """Return what stands in brackets: colours say nothing here, times run over."""
    if text.lower() in _COLORS or re.fullmatch(r"(?i)color\s?\d+|色\s?\d+", text):
        return []
    if re.fullmatch(r"h+|m+|s+", text.lower()):
        return [_Token("date", f"[{text.lower().replace('m', 'i')}]")]
    raise BadFormatError(f"`[{text}]` is not known")


def _minutes(tokens: list[_Token]) -> list[_Token]:
    """Return tokens in which `m` beside hours or seconds is told from months."""
    dates = [number for number, token in enumerate(tokens) if token.kind == "date"]
    told = list(tokens)
    for place, number in enumerate(dates):
        if tokens[number].text[0] != "m" or len(tokens[number].text) > 2:
            continue
        before = tokens[dates[place - 1]].text if place else ""
        after = tokens[dates[place + 1]].text if place + 1 < len(dates) else ""
        if before.strip("[")[:1] == "h" or after.strip("[")[:1] == "s":
            told[number] = _Token("date", tokens[number].text.replace("m", "i"))
    return told


def marks_of(language: str) -> tuple[str, str]:
    """Return what a language puts between groups of digits and before decimals."""
    tag = language.lower()
    return _GROUPS.get(tag) or _GROUPS.get(tag.partition("-")[0], (",", "."))


def _written(section: _Section, value: float, language: str) -> str:
    """Return a number that is not negative, as a section says."""
    if section.has("power") or not section.has("digits"):
        return "".join(_plainly(token, value, section, language) for token in section.tokens)
    parts = _digit_parts(section)
    value *= 100.0 ** sum(token.kind == "percent" for token in section.tokens)
    value /= 1000.0 ** (len(parts.whole) - len(parts.whole.rstrip(",")))
    digits = _rounded(value, len(parts.decimals), len(parts.decimals.rstrip("#?")))
    whole, _, rest = digits.partition(".")
    group, mark = marks_of(language)
    least = parts.whole.count("0")
    whole = whole.lstrip("0").rjust(least, "0") if value < 1 or least else whole
    if "," in parts.whole.rstrip(","):
        whole = re.sub(r"(?<=\d)(?=(\d{3})+$)", group, whole)
    has_mark = section.has("stop") and bool(parts.decimals) and bool(rest)
    shown, is_put = [], False
    for token in section.tokens:
        if token.kind in {"digits", "stop"}:
            shown.append("" if is_put else whole + (mark + rest if has_mark else ""))
            is_put = True
        else:
            shown.append(token.text)
    return "".join(shown)


class _Digits(Struct, frozen=True):
    whole: str
    decimals: str


def _digit_parts(section: _Section) -> _Digits:
    whole, decimals, is_after = "", "", False
    for token in section.tokens:
        if token.kind == "stop":
            is_after = True
        elif token.kind == "digits" and is_after:
            decimals += token.text.rstrip(",")
            whole += "," * (len(token.text) - len(token.text.rstrip(",")))
        elif token.kind == "digits":
            whole += token.text
    return _Digits(whole, decimals)


def _rounded(value: float, most: int, least: int) -> str:
    """Return digits with at most and at least so many decimals; halves go up, as in Excel."""
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    whole, _, rest = f"{exact:f}".partition(".")
    while len(rest) > least and rest.endswith("0"):
        rest = rest[:-1]
    return f"{whole}.{rest}" if rest else whole


def _plainly(token: _Token, value: float, section: _Section, language: str) -> str:
    """Return what a token of a section without digits, or with a power of ten, gives."""
    match token.kind:
        case "general":
            return plain_number(value, language)
        case "digits" if section.has("power"):
            decimals = len(_digit_parts(section).decimals)
            first = next(one for one in section.tokens if one.kind == "digits")
            return "" if token is not first else f"{value:.{decimals}e}".partition("e")[0]
        case "stop" if section.has("power"):
            return ""
        case "power":
            power = int(f"{value:e}".partition("e")[2])
            sign = "-" if power < 0 else "+" if "+" in token.text else ""
            return f"{token.text[0]}{sign}{abs(power):0{len(token.text) - 2}d}"
        case "text":
            return plain_number(value, language)
        case _:
            return token.text


def plain_number(value: float, language: str = "en") -> str:
    """Return a number with as many digits as it has, at most ten, as Excel's General does."""
    text = f"{Decimal(repr(float(f'{value:.10g}'))):f}"
    whole, _, rest = text.partition(".")
    rest = rest.rstrip("0")
    return whole + (marks_of(language)[1] + rest if rest else "")


def from_serial(value: float) -> Moment:
    """Return the moment of a serial number of Excel, which counts from 30 December 1899."""
    seconds = round(value * 86_400)
    return Moment(seconds // 86_400 + 693_594, seconds % 86_400)


def serial(moment: Moment) -> float:
    """Return the serial number by which Excel knows a moment."""
    return moment.day - 693_594 + moment.second / 86_400
