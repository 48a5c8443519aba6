"""Decks -> what building them costs beside PptxGenJS and python-pptx, as a table of ratios.

Run `python -m benchmarks.peers [SLIDES ...] [--write]`; it needs node and npm, which fetches
PptxGenJS into a temporary folder. Each program is a process of its own, start-up included, and is
given the same slides in its own language; they take turns, and only what ran in one turn is
compared. A ratio is the median of the turns, with the least and the most of them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PIL import Image

from benchmarks.decks import deck_text, distinct_slides
from benchmarks.processes import Cost, cost

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SIZES: Final = (31, 350, 3500)
PICTURES: Final = 200
_PEER: Final = "pptxgenjs@4"
_PAGE: Final = Path(__file__).parents[1] / "docs" / "performance.md"
_SECTION: Final = re.compile(r"(?<=## Beside others\n\n).*?(?=\n## )", re.DOTALL)
_RUN: Final = re.compile(r"\*\*(.+?)\*\*|<(https?://[^>]+)>")
_SCENE, _PHOTOGRAPH = (3200, 2400), (1600, 1200)
_MOST_FOR_PYTHON_PPTX: Final = 1000
"""Its time grows faster than its slides; more are measured with `--all`."""


class Deck(NamedTuple):
    """What it is called, and the commands that build it, by who does."""

    name: str
    commands: Mapping[str, Sequence[str]]
    turns: int


def main() -> None:
    """Print the table, and write it into the page about performance where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, metavar="SLIDES")
    parser.add_argument("--turns", type=int, default=0, help="turns of each deck; else by its size")
    parser.add_argument("--rounds", type=int, default=2, help="how often all of it is measured")
    parser.add_argument("--all", action="store_true", help="python-pptx with long decks, too")
    parser.add_argument("--write", action="store_true", help=f"write the table into {_PAGE.name}")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        given = _environment(folder)
        most = sys.maxsize if options.all else _MOST_FOR_PYTHON_PPTX
        decks = [_text_deck(size, folder, options.turns, most) for size in options.sizes]
        decks.append(_picture_deck(folder, options.turns))
        for command in decks[0].commands.values():
            cost(command, given)  # so that byte code is there, as where it is installed
        rounds = [[_measured(deck, given) for deck in decks] for _ in range(options.rounds)]
    table = "\n".join((_machine(), "", *_table(decks, rounds))) + "\n"
    print(table)
    if options.write:
        text = _PAGE.read_text(encoding="utf-8")
        _PAGE.write_text(_SECTION.sub(lambda _: table, text), encoding="utf-8")


def _environment(folder: Path) -> dict[str, str]:
    """Return the variables under which the peers are found."""
    words = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder)]
    subprocess.run([*words, _PEER], check=True, stdout=sys.stderr)
    given = {**os.environ, "NODE_PATH": str(folder / "node_modules")}
    given.pop("PYTHONDONTWRITEBYTECODE", None)
    return given


def _text_deck(size: int, folder: Path, turns: int, most: int) -> Deck:
    slides = distinct_slides(size)
    items = [
        {
            "title": s.title,
            "paragraphs": [[at, runs(t)] for at, t in _lines(s.body)],
            "picture": "",
        }
        for s in slides
    ]
    commands = _commands(f"{size}", deck_text(slides), items, folder)
    if size > most:
        del commands["python-pptx"]
    return Deck(f"{size:,} slides", commands, turns or max(2, min(7, 2000 // size)))


def _lines(body: str) -> list[tuple[int, str]]:
    lines = (line for line in body.splitlines() if line.strip())
    return [
        ((len(line) - len(line.lstrip(" "))) // 2, line.strip().removeprefix("- "))
        for line in lines
    ]


def runs(text: str) -> list[tuple[str, str, bool]]:
    """Return the text, link and weight of each run of a line of Markdown."""
    found, at = [], 0
    for match in _RUN.finditer(text):
        if match.start() > at:
            found.append((text[at : match.start()], "", False))
        bold, link = match.groups()
        found.append((bold or link, link or "", bool(bold)))
        at = match.end()
    return [*found, (text[at:], "", False)] if at < len(text) else found


def _picture_deck(folder: Path, turns: int) -> Deck:
    """Return a deck of photographs, each of them a part of one scene of noise at several scales."""
    chance = random.Random(1)  # noqa: S311 - no secret depends on it
    coarse = Image.effect_noise((160, 120), 90).resize(_SCENE, Image.Resampling.BICUBIC)
    scene = Image.merge("RGB", [Image.blend(coarse, Image.effect_noise(_SCENE, 25), 0.3)] * 3)
    items, lines = [], ["slides:"]
    for number in range(1, PICTURES + 1):
        x, y = (chance.randrange(0, s - p) for s, p in zip(_SCENE, _PHOTOGRAPH, strict=True))
        file = folder / f"{number}.jpg"
        scene.crop((x, y, x + _PHOTOGRAPH[0], y + _PHOTOGRAPH[1])).save(file, quality=85)
        items.append({"title": f"Photograph {number}", "paragraphs": [], "picture": str(file)})
        lines.append(f"  - title: Photograph {number}\n    image: {{src: {file.name}, alt: a}}")
    commands = _commands("photographs", "\n".join(lines) + "\n", items, folder)
    return Deck(f"{PICTURES} photographs", commands, turns or 5)


def _commands(name: str, deck: str, items: Sequence[Any], folder: Path) -> dict[str, list[str]]:
    """Return what builds a deck: first our command, then those of the others."""
    ours, theirs = folder / f"{name}.yaml", folder / f"{name}.json"
    ours.write_text(deck, encoding="utf-8")
    theirs.write_text(json.dumps(items, ensure_ascii=False), encoding="utf-8")
    here, target = Path(__file__).parent, str(folder / "theirs.pptx")
    node = ["node", str(here / "peer.cjs"), str(theirs), target]
    return {
        "deckgen": [
            *(sys.executable, "-m", "deckgen", str(ours), "-o", str(folder / "ours.pptx"), "-q")
        ],
        "PptxGenJS": node,
        "PptxGenJS that compresses": [*node, "compress"],
        "python-pptx": [sys.executable, str(here / "peer.py"), str(theirs), target],
    }


def _measured(deck: Deck, given: Mapping[str, str]) -> dict[str, list[Cost]]:
    """Return the costs of each program, by turns."""
    costs: dict[str, list[Cost]] = {who: [] for who in deck.commands}
    for _ in range(deck.turns):
        for who, command in deck.commands.items():
            costs[who].append(cost(command, given))
    return costs


def _table(
    decks: Sequence[Deck], rounds: Sequence[Sequence[Mapping[str, list[Cost]]]]
) -> list[str]:
    lines = ["| deckgen / peer | " + " | ".join(deck.name for deck in decks) + " |"]
    lines.append("| --- |" + " --: |" * len(decks))
    for peer in [*decks[0].commands][1:]:
        for what, of in (("clock", "wall"), ("processor", "cpu")):
            for number, measured in enumerate(rounds, 1):
                cells = [ratio(each, peer, of) for each in measured]
                lines.append(f"| {peer}, {what}, run {number} | {' | '.join(cells)} |")
    seconds = [statistics.median(each.wall for each in costs["deckgen"]) for costs in rounds[-1]]
    lines.append(f"| deckgen alone | {' | '.join(f'{value:.2f} s' for value in seconds)} |")
    return lines


def ratio(costs: Mapping[str, list[Cost]], peer: str, of: str) -> str:
    """Return our costs as a ratio to a peer's: the median of the turns, the least and the most."""
    if peer not in costs:
        return ""
    pairs = zip(costs["deckgen"], costs[peer], strict=True)
    ratios = sorted(getattr(ours, of) / getattr(theirs, of) for ours, theirs in pairs)
    return f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"


def _machine() -> str:
    """Return on what was measured, and how busy that was."""
    info = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.*)", info.read_text()) if info.exists() else []
    node = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True).stdout
    return (
        f"{os.cpu_count()} cores of {names[0] if names else platform.machine()},"
        f" {platform.system()}, Python {platform.python_version()}, node {node.strip()[1:]};"
        f" load {os.getloadavg()[2]:.0f}."
    )


if __name__ == "__main__":
    main()
