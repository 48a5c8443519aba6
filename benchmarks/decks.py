"""The sample deck of the repository -> text decks of any length, no two slides of which are alike.

Every slide has the title and the bullets of one of the sample's, but each letter is replaced by a
random one of its kind: lengths, line breaks and markup stay as they were, and what a program
remembers of one slide is of no use for the next. Pictures are left out.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

import yaml

SAMPLE: Final = Path(__file__).parents[1] / "deck.yaml"

_KINDS: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわ",
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ",
    "一七三上下不世中主乗事二五交京人今仕他付代以会住体何作使供信個倍候借停健側働像優元先光入",
)
_FIRST_HAN, _LAST_HAN = "一", "鿿"
_PICTURE: Final = re.compile(r"!\[[^\]]*\]\([^)]*\)\s*")
_SCHEME: Final = re.compile(r"\b(?:https?|ftp)(?=://)")


class SlideText(NamedTuple):
    """A title, and a body of Markdown bullets."""

    title: str
    body: str

    def paragraphs(self) -> list[tuple[int, str]]:
        """Return the lines of the body: their levels, and their text without its markup."""
        lines = (line for line in self.body.splitlines() if line.strip())
        return [(_level(line), line.strip().removeprefix("- ").replace("**", "")) for line in lines]


def _level(line: str) -> int:
    return (len(line) - len(line.lstrip(" "))) // 2


def sample_slides() -> tuple[SlideText, ...]:
    """Return the slides of the sample that have a body, without their pictures."""
    found: list[SlideText] = []
    _collect(yaml.safe_load(SAMPLE.read_text(encoding="utf-8")), "", found)
    return tuple(found)


def _collect(node: object, title: str, found: list[SlideText]) -> None:
    if isinstance(node, list):
        for item in node:
            _collect(item, title, found)
    elif isinstance(node, dict):
        title = str(node.get("title", title)).strip()
        if "body" in node:
            found.append(SlideText(title, _PICTURE.sub("", node["body"]).strip()))
        for value in node.values():
            _collect(value, title, found)


def distinct_slides(count: int, seed: int = 1) -> tuple[SlideText, ...]:
    """Return so many slides, each like one of the sample's in form and like none in words."""
    random, sample = Random(seed), sample_slides()  # noqa: S311 - no secret depends on it
    return tuple(
        SlideText(_shuffled(slide.title, random), _shuffled(slide.body, random))
        for slide in (sample[index % len(sample)] for index in range(count))
    )


def _shuffled(text: str, random: Random) -> str:
    kept = {at for match in _SCHEME.finditer(text) for at in range(*match.span())}
    return "".join(
        letter if at in kept else random.choice(_kind(letter)) for at, letter in enumerate(text)
    )


def _kind(letter: str) -> str:
    if _FIRST_HAN <= letter <= _LAST_HAN:
        return _KINDS[-1]
    return next((kind for kind in _KINDS if letter in kind), letter)


def deck_text(slides: tuple[SlideText, ...]) -> str:
    """Return a deck in deckgen's language; strings are quoted as JSON, which is YAML."""
    lines = ["deck: {template: corporate, language: ja}", "title: {title: 報告}", "slides:"]
    for slide in slides:
        lines += [f"  - title: {json.dumps(slide.title, ensure_ascii=False)}", "    body: |"]
        lines += [f"      {line}".rstrip() for line in slide.body.splitlines()]
    return "\n".join(lines) + "\n"
