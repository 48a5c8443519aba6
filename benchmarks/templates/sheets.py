"""The pages of a presentation -> a contact sheet, for somebody to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.templates.drawn import DrawnPage

_COLUMNS: Final = 4
_WIDTH: Final = 480
_GAP: Final = 6
_GROUND: Final = "#808080"


def save_sheet(pages: Sequence[DrawnPage], file: Path) -> None:
    """Save the pages, four beside one another, as a PNG file."""
    images = [page.pixels() for page in pages]
    height = round(_WIDTH * images[0].height / images[0].width)
    rows = -(-len(images) // _COLUMNS)
    size = (_COLUMNS * (_WIDTH + _GAP) + _GAP, rows * (height + _GAP) + _GAP)
    sheet = Image.new("RGB", size, _GROUND)
    for number, image in enumerate(images):
        row, column = divmod(number, _COLUMNS)
        place = (_GAP + column * (_WIDTH + _GAP), _GAP + row * (height + _GAP))
        sheet.paste(image.resize((_WIDTH, height), Image.Resampling.LANCZOS), place)
    sheet.save(file)
