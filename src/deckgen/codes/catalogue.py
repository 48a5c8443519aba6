"""What a kind of diagnostic is, and the catalogue that each is added to where it is declared."""

from __future__ import annotations

from typing import Final

from deckgen.diagnostics import Severity
from deckgen.records import Struct


class DiagnosticCode(Struct, frozen=True):
    """A kind of diagnostic: a readable slug, its severity, what it means and what to do."""

    slug: str
    severity: Severity
    summary: str
    explanation: str


CODES: Final[dict[str, DiagnosticCode]] = {}


def error(slug: str, summary: str, explanation: str) -> DiagnosticCode:
    """Return a kind of mistake with which no file is written."""
    return _add(DiagnosticCode(slug, Severity.ERROR, summary, explanation))


def warning(slug: str, summary: str, explanation: str) -> DiagnosticCode:
    """Return a kind of remark with which a file is written."""
    return _add(DiagnosticCode(slug, Severity.WARNING, summary, explanation))


def note(slug: str, summary: str, explanation: str) -> DiagnosticCode:
    """Return a kind of remark that asks for nothing to be changed."""
    return _add(DiagnosticCode(slug, Severity.NOTE, summary, explanation))


def _add(code: DiagnosticCode) -> DiagnosticCode:
    if CODES.setdefault(code.slug, code) is not code:
        raise ValueError(f"two kinds of diagnostics are called {code.slug}")
    return code
