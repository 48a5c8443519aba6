"""Diagnostics -> one line each, as editors and `grep` take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.report.cells import one_line
from deckgen.report.look import Look, Rendition, role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.diagnostics import Diagnostic


def concise(diagnostics: Sequence[Diagnostic], look: Look) -> str:
    """Return lines of the form `path:line:column: severity[code]: message (hint)`."""
    return "".join(f"{_line(item, look)}\n" for item in diagnostics)


def _line(item: Diagnostic, look: Look) -> str:
    place = f"{one_line(str(item.span))}: " if item.span else ""
    head = look.paint(f"{item.severity.value}[{item.code.slug}]", role_of(item.severity))
    hints = f" ({one_line('; '.join(item.hints))})" if item.hints else ""
    return f"{look.paint(place, Rendition.TITLE)}{head}: {one_line(item.message)}{hints}"
