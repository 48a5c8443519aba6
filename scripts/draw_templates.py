"""The designs in `templates_art` -> the .pptx files in `src/deckgen/templates`, in each size.

`--check` writes nothing and fails where a committed file differs from its design.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from templates_art.corporate import corporate, corporate_dark
from templates_art.package import package
from templates_art.plain import plain
from templates_art.report import report
from templates_art.sheet import SHEETS, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from templates_art.design import Design

FOLDER: Final = Path(__file__).resolve().parent.parent / "src" / "deckgen" / "templates"
DESIGNS: Final[dict[str, tuple[Callable[[Sheet], Design], str]]] = {
    "corporate": (corporate, "16x9"),
    "corporate-dark": (corporate_dark, "16x9"),
    "plain": (plain, "4x3"),
    "report": (report, "A4"),
}
"""The designs, and the size that each has unless another is asked for."""


def drawn() -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file."""
    for name, (design, usual) in DESIGNS.items():
        for size, sheet in SHEETS.items():
            yield f"{name}.pptx" if size == usual else f"{name}-{size}.pptx", package(design(sheet))


def main() -> int:
    """Write the templates, or tell which of them differ from what is committed."""
    parser = argparse.ArgumentParser(description="Draw the templates that come with deckgen.")
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    checking = parser.parse_args().check
    stale = False
    for name, content in drawn():
        path = FOLDER / name
        if checking:
            if not path.is_file() or path.read_bytes() != content:
                print(f"{path} differs from its design: run scripts/draw_templates.py")
                stale = True
        else:
            path.write_bytes(content)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
