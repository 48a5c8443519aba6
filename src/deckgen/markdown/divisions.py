"""Rules of the parser for what holds blocks: callouts, and fenced divisions.

GitHub writes a callout as a quotation that begins with `[!NOTE]`, Quarto as a division of the class
`callout-note`, Docusaurus and others as `:::note` with a title behind it. Columns are divisions of
the class `column` in one of the class `columns`, as pandoc has them; `incremental` and `notes` are
classes as well. A division ends at a fence without attributes; those of other classes stay text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.rules_block import StateBlock

    Rule = Callable[[StateBlock, int, int, bool], bool]

KINDS: Final = {
    **{kind: kind for kind in ("note", "tip", "important", "warning", "caution")},
    "info": "note",
    "hint": "tip",
    "success": "tip",
    "attention": "warning",
    "danger": "caution",
    "error": "caution",
}
"""The kinds of callouts, and what they are called elsewhere."""
_CALLOUT_CLASS: Final = "callout-"
_NAMED: Final = ("incremental", "notes")
"""Divisions of one class, wherever they stand: lists item by item, and what the speaker says."""
_WITHIN: Final = "division"
_ENDS: Final = "division ends"
"""The keys under which the parser's state knows within what division it is, and where they end."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return what finds a callout, a fence, a class, an attribute, and a fence of a callout.

    They are compiled when needed.
    """
    return (
        re.compile(r">[ \t]?[ \t]*\[!(\w+)\][-+]?[ \t]*(.*)"),
        re.compile(r":{3,}[ \t]*(\{[^{}]*\}|[\w-]*)[ \t]*:*[ \t]*"),
        re.compile(r"\.([\w-]+)"),
        re.compile(r"""([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s}]+))"""),
        re.compile(
            rf":{{3,}}[ \t]*\{{?({'|'.join(KINDS)})\b\}}?"
            r"(?:\[([^\[\]]*)\]|[ \t]+([^\s:{][^\n{}]*?))?[ \t]*:*[ \t]*"
        ),
    )


class Division(Struct, frozen=True):
    """What the opening fence of a division says of it."""

    classes: tuple[str, ...]
    attributes: dict[str, str]

    @property
    def kind(self) -> str | None:
        """The kind of callout that it is, if it is one."""
        called = (c.removeprefix(_CALLOUT_CLASS) for c in self.classes if _CALLOUT_CLASS in c)
        return next((KINDS[name] for name in called if name in KINDS), None)


def callout_rule(quotation: Rule) -> Rule:
    """Return the rule for callouts, which are quotations but for their first line."""

    def callout(state: StateBlock, start: int, stop: int, silent: bool) -> bool:
        line = "" if _is_indented(state, start) else _line(state, start)
        found = _patterns()[0].fullmatch(line) if line.startswith(">") else None
        kind = KINDS.get(found[1].lower()) if found else None
        if found is None or kind is None:
            return False
        if silent:
            return True
        opening = state.push("callout_open", "", 1)
        opening.meta = {"kind": kind, "title": found[2].strip(), "line": start}
        first, state.line = len(state.tokens), start + 1
        if start + 1 < stop and _line(state, start + 1).startswith(">"):
            quotation(state, start + 1, stop, False)
            del state.tokens[first], state.tokens[-1]
        opening.map = [start, state.line]
        state.push("callout_close", "", -1)
        return True

    return callout


def division(state: StateBlock, start: int, stop: int, silent: bool) -> bool:
    """Read a fenced division of a class that means something."""
    line = "" if _is_indented(state, start) else _line(state, start)
    found = _opened(line) if line.startswith(":::") else None
    if found is None:
        return False
    within = state.env.get(_WITHIN) == "columns"
    what = "columns" if "columns" in found.classes else "column" if within else "callout"
    what = next((name for name in _NAMED if name in found.classes), what)
    if what == "callout" and found.kind is None:
        return False
    end = _end(state, start, stop)
    if end is None or (what == "column" and "column" not in found.classes):
        return False
    if silent:
        return True
    opening = state.push(f"{what}_open", "", 1)
    title = found.attributes.get("title", "")
    width = found.attributes.get("width", "")
    opening.meta = {"kind": found.kind, "title": title, "width": width, "line": start}
    opening.map = [start, end + 1]
    outer, last = state.env.get(_WITHIN), state.lineMax
    state.env[_WITHIN], state.lineMax = what, end
    state.md.block.tokenize(state, start + 1, end)
    state.env[_WITHIN], state.lineMax = outer, last
    state.push(f"{what}_close", "", -1)
    state.line = end + 1
    return True


def _opened(line: str) -> Division | None:
    """Return the division that a line opens."""
    _, fence, classed, attribute, callout = _patterns()
    called = callout.fullmatch(line)
    if called is not None:
        return Division((_CALLOUT_CLASS + called[1],), {"title": called[2] or called[3] or ""})
    found = fence.fullmatch(line)
    if found is None or not found[1]:
        return None
    written = found[1]
    if not written.startswith("{"):
        return Division((written,), {})
    pairs = {m[1]: m[2] or m[3] or m[4] or "" for m in attribute.finditer(written)}
    classes = classed.findall(attribute.sub("", written))
    return Division(tuple(classes), pairs)


def _end(state: StateBlock, start: int, stop: int) -> int | None:
    """Return the line that ends the division that a line opens; None where none does.

    All ends up to a line are found at once, when the first is asked for.
    """
    known: dict[tuple[int, int], dict[int, int]] = state.env.setdefault(_ENDS, {})
    where = (stop, state.blkIndent)
    if where not in known:
        known[where] = _ends(state, start, stop)
    return known[where].get(start)


def _ends(state: StateBlock, start: int, stop: int) -> dict[int, int]:
    """Return the line that ends each division, by the line that opens it."""
    fence, code = _patterns()[1], ""
    opened: list[int] = []
    found: dict[int, int] = {}
    for number in range(start, stop):
        line = _line(state, number)
        mark = line[:3]
        if mark in {"```", "~~~"} and code in {"", mark}:
            code = "" if code else mark
        if code or mark != ":::":
            continue
        if _opened(line) is not None:
            opened.append(number)
        elif opened and fence.fullmatch(line):
            found[opened.pop()] = number
    return found


def _is_indented(state: StateBlock, number: int) -> bool:
    return state.sCount[number] - state.blkIndent >= 4


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]
