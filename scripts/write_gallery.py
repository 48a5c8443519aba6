"""examples/gallery.yaml -> docs/gallery.md: what each slide is written as, and how it looks.

Needs what render_pictures.py needs. `--text` leaves the pictures as they are.
"""

from __future__ import annotations

import argparse
from textwrap import dedent
from typing import Final

import yaml
from PIL import ImageOps

from render_pictures import BORDER, FOLDER, ROOT, save, slides

DECK: Final = ROOT / "examples" / "gallery.yaml"
PAGE: Final = ROOT / "docs" / "gallery.md"
WIDTH: Final = 400
COLORS: Final = 64
HEAD: Final = """\
# Gallery

Written by `scripts/write_gallery.py` from [examples/gallery.yaml](../examples/gallery.yaml), on the
template `corporate` as LibreOffice shows it. There is a [Japanese one](../examples/gallery.ja.yaml)
as well.
"""


def written() -> list[tuple[int, str, str]]:
    """Return the slides that are not dividers: which page each is, its title, and its source."""
    text = DECK.read_text(encoding="utf-8")
    lines = text.split("\n")
    root = yaml.compose(text)
    assert isinstance(root, yaml.MappingNode)
    parts = {key.value: value for key, value in root.value}
    before = sum(part in parts for part in ("title", "overview"))
    found = []
    for number, item in enumerate(parts["slides"].value, start=before + 1):
        keys = {key.value: value for key, value in item.value}
        if "title" in keys:
            start, stop = item.start_mark.line, item.end_mark.line
            source = dedent("\n".join(lines[start:stop])).rstrip()
            found.append((number, keys["title"].value, source))
    return found


def page() -> str:
    """Return the text of the page."""
    parts = [HEAD]
    for number, title, source in written():
        picture = f"![{title}](images/gallery-{number:02}.png)"
        parts.append(f"## {title}\n\n{picture}\n\n````yml\n{source}\n````\n")
    return "\n".join(parts)


def draw() -> None:
    """Render the pictures."""
    shown = slides(DECK.read_text(encoding="utf-8"), WIDTH, DECK.parent)
    for old in FOLDER.glob("gallery-*.png"):
        old.unlink()
    for number, _, _ in written():
        framed = ImageOps.expand(shown[number - 1], border=1, fill=BORDER)
        save(framed, f"gallery-{number:02}.png", COLORS)


def main() -> None:
    """Write the page and its pictures."""
    parser = argparse.ArgumentParser(description="Write the gallery.")
    parser.add_argument("--text", action="store_true", help="leave the pictures as they are")
    if not parser.parse_args().text:
        draw()
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
