"""The lines of the report, as `report_lines.txt` has them: slides with their titles and items."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from tests.support.building import ROOT

_LINE: Final = re.compile(r"(?P<indent> *)(?P<mark>[-|>]) (?P<text>.*)")


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line: its level, its text, whether it is emphasised, and where it leads."""

    level: int
    text: str
    strong: bool
    link: str | None
    is_item: bool


@dataclass(frozen=True, slots=True)
class ReportSlide:
    """A slide: the words of its title and its lines."""

    title: str
    lines: tuple[ReportLine, ...]


@cache
def report_slides() -> tuple[ReportSlide, ...]:
    """Return all slides of the report."""
    text = (ROOT / "tests" / "report_lines.txt").read_text(encoding="utf-8")
    blocks = re.split(r"^= ", text, flags=re.MULTILINE)[1:]
    return tuple(_slide(block.strip().split("\n")) for block in blocks)


def _slide(lines: list[str]) -> ReportSlide:
    title, *rest = lines
    return ReportSlide(title.replace(" / ", " "), tuple(_line(line) for line in rest))


def _line(line: str) -> ReportLine:
    match = _LINE.fullmatch(line)
    assert match is not None, line
    text = match["text"]
    is_link, is_strong = text.startswith("<"), text.startswith("**")
    bare = text.strip("<>*")
    return ReportLine(
        level=len(match["indent"]) // 2,
        text=bare,
        strong=is_strong,
        link=bare if is_link else None,
        is_item=match["mark"] == "-",
    )


def squeezed(text: str) -> str:
    """Return text without white space, which line breaks add and take away."""
    return "".join(text.split())
