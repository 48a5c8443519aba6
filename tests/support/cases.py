"""Files of named cases -> cases: a deck each, and the diagnostics that it must give.

A line `#=== name` starts a case. At the end of a line, ` # error: code words` says that the line
gets a diagnostic of that code, in whose message or hints the words stand; ` # warning: …` likewise.
After the name of the case it stands for a diagnostic without a place. `# error(plain): …` holds on
that template alone. Expectations are taken out before the deck is compiled, so that they may stand
in block text, too; lines count from the line after the name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.diagnostics import Diagnostic

CASES: Final = Path(__file__).parents[1] / "cases"
GOLDEN: Final = Path(__file__).parents[1] / "golden"

_HEADER: Final = re.compile(r"^#=== ([a-z0-9-]+)")
_EXPECTATION: Final = re.compile(
    r" *# (error|warning|note)(?:\((\w+)\))?: ([a-z-]+) ?(.*?)(?= # (?:error|warning|note)[(:]|$)"
)


@dataclass(frozen=True, slots=True)
class Expectation:
    """A diagnostic that must be given: in which line of the case, 0 for none in particular."""

    line: int
    severity: str
    code: str
    words: str
    template: str | None

    def meets(self, diagnostic: Diagnostic) -> bool:
        """Tell whether a diagnostic is the one that is expected."""
        line = diagnostic.span.line if diagnostic.span else 0
        said = "\n".join((diagnostic.message, *diagnostic.hints))
        return (
            line == self.line
            and diagnostic.severity.value == self.severity
            and diagnostic.code.slug == self.code
            and self.words in said
        )

    def __str__(self) -> str:
        return f"{self.line}: {self.severity}: {self.code} {self.words}"


@dataclass(frozen=True, slots=True)
class Case:
    """A named deck, where it is written, and what is to be said of it."""

    area: str
    name: str
    file: Path
    start: int
    text: str
    expectations: tuple[Expectation, ...]

    @property
    def id(self) -> str:
        """What tells the case from all others."""
        return f"{self.area}/{self.name}"

    @property
    def place(self) -> str:
        """Where the case is written."""
        return f"{self.file}:{self.start}"

    def expected(self, template: str) -> list[Expectation]:
        """Return what is to be said on a template."""
        return [one for one in self.expectations if one.template in {None, template}]

    def fails(self, template: str) -> bool:
        """Tell whether an error is expected on a template, so that there are no pages."""
        return any(one.severity == "error" for one in self.expected(template))

    def golden(self, template: str) -> Path:
        """Return where the pages of the case are kept."""
        return GOLDEN / self.area / f"{self.name}.{template}.txt"


def all_cases() -> list[Case]:
    """Return the cases of all files, in the order of their files."""
    return [case for file in sorted(CASES.rglob("*.yaml")) for case in _cases_of(file)]


def _cases_of(file: Path) -> Iterator[Case]:
    lines = file.read_text(encoding="utf-8").splitlines()
    starts = [number for number, line in enumerate(lines) if _HEADER.match(line)]
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        name = _name(lines[start])
        read = [_read(line, number) for number, line in enumerate(lines[start:stop])]
        expectations = tuple(one for _, found in read for one in found)
        text = "\n".join(line for line, _ in read[1:]).rstrip("\n") + "\n"
        yield Case(file.parent.name, name, file, start + 1, text, expectations)


def _name(header: str) -> str:
    match = _HEADER.match(header)
    assert match is not None
    return match[1]


def _read(line: str, number: int) -> tuple[str, list[Expectation]]:
    """Return a line without its expectations, and these."""
    found = [
        Expectation(number, severity, code, words.strip(), template or None)
        for severity, template, code, words in _EXPECTATION.findall(line)
    ]
    return _EXPECTATION.sub("", line), found
