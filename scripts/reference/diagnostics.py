"""The catalogue of diagnostics -> the page that explains every code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.codes import CODES
from reference.words import table

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD: Final = """\
# Diagnostics

<!-- Written by scripts/write_reference.py from src/deckgen/codes; change that instead. -->

What deckgen may say of a deck. An error means that nothing is written; with `--strict` a warning
does not keep the file from being written, but makes the exit code 1. `deckgen explain CODE` prints
what stands here.
"""


def diagnostics_page() -> str:
    """Return the page on diagnostics."""
    return "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    codes = sorted(CODES.values(), key=lambda code: code.slug)
    yield HEAD
    rows = [
        (f"[{code.slug}](#{code.slug})", code.severity.value, _sentence(code.summary))
        for code in codes
    ]
    yield from table(("Code", "Severity", "Meaning"), rows)
    for code in codes:
        yield ""
        yield f"## {code.slug}"
        yield ""
        yield f"{code.severity.value.capitalize()}: {code.summary}."
        yield ""
        yield code.explanation.rstrip()


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
