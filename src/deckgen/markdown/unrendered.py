"""What looks like Markdown and is shown as it is written: a table of what to tell of it.

Each `Detector` finds one kind of thing that other programs draw, or that misses the form by little.
A kind that becomes part of the language gets a rule in the parser, and leaves the table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.letters import has_east_asian
from deckgen.patterns import lazy
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.rules_inline import StateInline

    from deckgen.codes import DiagnosticCode

    Fits = Callable[[StateInline, re.Match[str]], bool]

UNRENDERED: Final = "unrendered"
"""The type of the tokens that the rules below make."""


class Detector(Struct, frozen=True):
    """A kind of thing that is shown as its source, and what to write in its place.

    `signs` are the characters that it may start with, and `hint` is a template for `Match.expand`.
    Where the pattern has a group `shown`, only that is text for sure, and what follows it is read
    as Markdown.
    """

    code: DiagnosticCode
    signs: str
    pattern: re.Pattern[str]
    hint: str
    fits: Fits | None = None

    def advice(self, match: re.Match[str]) -> str:
        """Return what to write instead of what was found."""
        return match.expand(self.hint).strip()


class Finding(Struct, frozen=True):
    """What a detector found: its code, where in the inline Markdown, and what to write instead."""

    code: DiagnosticCode
    start: int
    stop: int
    hint: str
    is_shown: bool = True


def _starts_word(state: StateInline, match: re.Match[str]) -> bool:
    before = match.string[max(0, state.pos - 1) : state.pos]
    return not (_is_letter(before) or before in {"_", ":", ")", "]"})


def _is_after_blank(state: StateInline, match: re.Match[str]) -> bool:
    return match.string[max(0, state.pos - 1) : state.pos] in {"", " ", "\n"}


def _ends_text(state: StateInline, match: re.Match[str]) -> bool:
    return _is_after_blank(state, match) and bool(_END.match(match.string, match.end()))


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _emphasises_nothing(state: StateInline, match: re.Match[str]) -> bool:
    """Tell whether `**` does not open here, where it cannot close either, or not close there."""
    if match[2][0].isdigit() and match.string[max(0, match.start() - 1) : match.start()].isdigit():
        return False  # a power: `2**3`
    opens = state.scanDelims(match.start(), canSplitWord=True)
    closes = state.scanDelims(match.end() - 2, canSplitWord=True)
    if opens.can_close or not opens.can_open:
        return not opens.can_close
    opens_another = (
        closes.can_open and "**" in match.string[match.end() : match.end() + _LOOK_AHEAD]
    )
    return not (closes.can_close or opens_another)


def _is_beside_east_asian(state: StateInline, match: re.Match[str]) -> bool:
    stop = match.end()
    around = match.string[max(0, state.pos - 1) : state.pos] + match.string[stop : stop + 1]
    return has_east_asian(around)


def _is_behind_markup(state: StateInline, match: re.Match[str]) -> bool:
    before = match.string[max(0, state.pos - 1) : state.pos]
    return before in {")", "]", "`"} or bool(_END.match(match.string, match.end()))


_END: Final = lazy(r"\s*\Z")
_LOOK_AHEAD: Final = 300
"""So many letters behind a sign are looked at for another."""
_ATTRIBUTES: Final = (
    r"\{:?\s*(?:[#.][\w-]+|[\w-]+=(?:\"[^\"{}\n]*\"|[^\s{}\"]*))"
    r"(?:\s+(?:[#.]?[\w-]+|[\w-]+=(?:\"[^\"{}\n]*\"|[^\s{}\"]*)))*\s*\}"
)

MATH_HINT: Final = "write `$$` on a line of its own before and behind it"
_DETECTORS: Final = (
    Detector(
        codes.UNRENDERED_PICTURE,
        "!",
        lazy(r"!\[([^\[\]\n]{0,300})\]\([ ]*([^()<>\n\"']{0,300}[^()<>\s\"'])[ ]*\)"),
        r"put a name that holds blanks in angle brackets: `![\1](<\2>)`",
    ),
    Detector(
        codes.UNRENDERED_PICTURE,
        "!",
        lazy(r"!\[\[([^\[\]|\n]{1,300})(?:\|[^\[\]\n]{0,300})?\]\]"),
        r"write `![what it shows](<\1>)`",
    ),
    Detector(
        codes.UNRENDERED_PICTURE,
        "!",
        lazy(r"(?P<shown>!\[)[^\[\]\n]{0,300}\](?:\[[^\[\]\n]{0,300}\]|(?![(\[:]))"),
        "name the file: `![what it shows](file.png)`",
    ),
    Detector(
        codes.UNRENDERED_PICTURE,
        "!",
        lazy(r"!([\w./-]{1,200}\.(?:png|jpe?g|gif|svg|webp|bmp))(?:\|[^!\n]{0,100})?!"),
        r"write `![what it shows](\1)`",
    ),
    Detector(
        codes.UNRENDERED_LINK,
        "[",
        lazy(r"\[\[(?!\^)([^\[\]|\n]{1,300})(?:\|[^\[\]\n]{0,300})?\]\]"),
        "write `[text](#id)` for a slide of the deck, or `[text](https://…)`",
    ),
    Detector(
        codes.UNRENDERED_LINK,
        "[",
        lazy(
            r"(?P<shown>\[)([^\[\]\n]{1,300})\][ ]*\([ ]*((?:https?://|[#/.])[^()\s]{0,1000})[ ]*\)"
        ),
        r"write `[\2](\3)`, without a blank before `(`",
    ),
    Detector(
        codes.UNRENDERED_LINK,
        "[",
        lazy(r"(?P<shown>\[)([^\[\]\n]{1,300})\]\([ ]*([^()<>\n\"']{0,300}[^()<>\s\"'])[ ]*\)"),
        r"put an address that holds blanks in angle brackets: `[\2](<\3>)`",
    ),
    Detector(
        codes.UNRENDERED_LINK,
        "[",
        lazy(r"\[\[([^\[\]\n]{1,1000})\]\[([^\[\]\n]{1,300})\]\]"),
        r"write `[\2](\1)`",
    ),
    Detector(
        codes.UNRENDERED_LINK,
        "[",
        lazy(r"\[([^\[\]|\n]{1,300})\|((?:https?://|mailto:)[^\[\]\s|]{1,1000})\]"),
        r"write `[\1](\2)`",
    ),
    Detector(
        codes.UNRENDERED_LINK,
        "[",
        lazy(r"\[(https?://[^\s\[\]]{1,1000}) ([^\[\]\n]{1,300})\](?!\()"),
        r"write `[\2](\1)`",
    ),
    Detector(
        codes.UNRENDERED_REFERENCE,
        "[",
        lazy(r"(?P<shown>\[)(?!\^|\d+\]\[\d)([^\[\]\n]{1,300})\]\[(?!\^)([^\[\]\n]{0,300})\]"),
        r"write `[\2](address)`, or below the text a line `[\3]: address`",
        _starts_word,
    ),
    Detector(
        codes.UNRENDERED_FOOTNOTE,
        "^",
        lazy(r"(?P<shown>\^\[)([^\[\]\n]{1,300})\]"),
        r"write `[^1]` here, and `[^1]: \2` on a line of its own",
    ),
    Detector(
        codes.UNRENDERED_ATTRIBUTES,
        "{",
        lazy(r"\{[^{}\n]{0,300}\bwidth=\"?([0-9]{1,3}%)[^{}\n]{0,300}\}"),
        r"write `image: {src: …, width: \1}` where the size matters, else remove it",
        _is_behind_markup,
    ),
    Detector(
        codes.UNRENDERED_ATTRIBUTES,
        "{",
        lazy(_ATTRIBUTES),
        "remove it; sizes and places are found by themselves, and a slide may have an `id:`",
        _is_behind_markup,
    ),
    Detector(
        codes.UNRENDERED_EMPHASIS,
        "*",
        lazy(r"(?P<shown>\*\*)\s*([^*\n]{0,300}[^*\s])\s*\*\*(?!\*)"),
        r"write `**\2**`, without blanks within",
        _emphasises_nothing,
    ),
    Detector(
        codes.UNRENDERED_EMPHASIS,
        "_",
        lazy(r"(?P<shown>__)(?=[^\s_])([^_\n]{0,300}[^\s_])__(?!_)"),
        r"write `**\2**`, which also works within words",
        _is_beside_east_asian,
    ),
    Detector(
        codes.UNRENDERED_EMPHASIS,
        "~",
        lazy(r"(?P<shown>~)(?=[^\s~])([^~\n]{0,300}[^\s~])~(?=[\s、。，．]|$)"),
        r"write `~~\2~~` for deleted words, `<sub>\2</sub>` for a subscript",
        _starts_word,
    ),
    Detector(
        codes.UNRENDERED_EMPHASIS,
        "+",
        lazy(r"\+\+(?=[^\s+;])([^+\n;]{0,300}[^\s+;])\+\+(?![\w+])"),
        r"write `<u>\1</u>` for words that are underlined",
        _starts_word,
    ),
    Detector(
        codes.UNRENDERED_EMPHASIS,
        "[",
        lazy(r"\[(b|i|u|s|url|size|color)(?:=[^\[\]\n]{0,200})?\][^\[\]\n]{0,300}\[/\1\]"),
        "write `**bold**`, `*emphasis*`, `[text](https://…)`",
    ),
    Detector(
        codes.UNRENDERED_REFERENCE,
        "[",
        lazy(r"\[-?@[\w:.-]{1,80}[^\[\]\n]{0,200}\](?!\()"),
        "write `[^1]`, and what it refers to as a line of `footnotes:`",
    ),
    Detector(
        codes.UNRENDERED_REFERENCE,
        "@",
        lazy(r"@(?:fig|tbl|eq|sec|lst)-[\w-]{1,60}"),
        "write `[](#id)` for an equation of the deck, `[text](#id)` for a slide",
        _starts_word,
    ),
    Detector(
        codes.UNRENDERED_COMMAND,
        "{",
        lazy(r"\{(?:code|noformat|panel|quote|color|expand|status):[^{}\n]{1,100}\}"),
        "write it in Markdown: ``` above and below code, `> ` before a quotation, `**bold**`",
    ),
    Detector(
        codes.UNRENDERED_COMMAND,
        "%",
        lazy(r"%%[^%\n]{1,300}%%"),
        "write `<!-- … -->` around what is not to be shown",
        _is_after_blank,
    ),
    Detector(
        codes.UNRENDERED_COMMAND,
        "^",
        lazy(r"\^[a-z][a-z0-9-]{3,40}"),
        "remove it; links lead to the `id:` of a slide",
        _ends_text,
    ),
    Detector(
        codes.UNRENDERED_COMMAND,
        "<",
        lazy(r"</?v-[a-z]{2,30}(?: [^<>\n]{0,200})?/?>"),
        "write `build: true` beside the title of the slide, or `. . .` before what comes later",
    ),
    Detector(
        codes.UNRENDERED_COMMAND,
        "{",
        lazy(r"\{\{ *([A-Za-z_][\w.]{0,60}) *\}\}"),
        r"write `${\1}`, and its value below `variables:`",
    ),
    Detector(
        codes.UNRENDERED_MATH,
        "\\",
        lazy(
            r"\\(?:[dt]?frac|sqrt|binom|operatorname|boldsymbol|over(?:line|brace)|under(?:brace)"
            r"|math[a-z]{2,4}|vec|hat|bar|tilde)(?:\{[^{}\n]{0,300}\}){1,2}"
        ),
        "write a formula between `$` and `$`",
        _starts_word,
    ),
    Detector(
        codes.UNRENDERED_COMMAND,
        "\\",
        lazy(
            r"\\(?!begin\b|end\b)[A-Za-z]{2,30}\*?(?:\[[^\]\n]{0,200}\])?"
            r"(?:\{[^{}\n]{0,300}\}){1,3}"
        ),
        "write it in Markdown: `**bold**`, `[text](https://…)`, `### heading`",
        _starts_word,
    ),
    Detector(
        codes.UNRENDERED_COMMAND,
        ":",
        lazy(r":[a-z][a-z0-9:+-]{1,40}:(?=`)"),
        "remove it, or write a link: `[text](https://…)`",
        _starts_word,
    ),
    Detector(
        codes.UNRENDERED_EMOJI,
        ":",
        lazy(r":[a-z][a-z0-9_+-]{1,40}:(?![A-Za-z0-9_:])"),
        "write the character itself",
        _starts_word,
    ),
)
_FIRST: Final = "\\*_"
"""Signs that other rules would take as well."""


def unrendered_first(state: StateInline, silent: bool) -> bool:
    """Find what other rules would read as something else: formulas, emphasis that is none."""
    return state.src[state.pos] in _FIRST and _find(state, silent=silent)


def unrendered_last(state: StateInline, silent: bool) -> bool:
    """Find what is no picture, link or script, though it looks like one."""
    return state.src[state.pos] not in _FIRST and _find(state, silent=silent)


def _find(state: StateInline, *, silent: bool) -> bool:
    for detector in _BY_SIGN.get(state.src[state.pos], ()):
        match = detector.pattern.match(state.src, state.pos, state.posMax)
        if match is None or (detector.fits is not None and not detector.fits(state, match)):
            continue
        shown = match.groupdict().get("shown") or match[0]
        if not silent:
            token = state.push(UNRENDERED, "", 0)
            token.content = shown
            token.meta = {
                "found": Finding(detector.code, match.start(), match.end(), detector.advice(match))
            }
        state.pos += len(shown)
        return True
    return False


_BY_SIGN: Final = {
    sign: tuple(detector for detector in _DETECTORS if detector.signs == sign)
    for sign in {detector.signs for detector in _DETECTORS}
}
