"""The designs in `templates_art` -> the .pptx files in `src/deckgen/templates`, in each size.

`--check` writes nothing and fails where a committed file differs from its design.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = Path(__file__).resolve().parent.parent / "src" / "deckgen" / "templates"
DESIGNS: Final = {"corporate": "16x9", "plain": "4x3"}
"""The designs, and the size that each has unless another is asked for."""


def drawn() -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file.

    The modules of a design read the size of the sheet when they are imported: they are imported
    anew for each.
    """
    for size in import_module("templates_art.sheet").SHEETS:
        for module in [name for name in sys.modules if name.startswith("templates_art")]:
            del sys.modules[module]
        sheet = import_module("templates_art.sheet")
        vars(sheet)["drawn"] = sheet.SHEETS[size]
        package = import_module("templates_art.package").package
        for name, usual in DESIGNS.items():
            design = getattr(import_module(f"templates_art.{name}"), name.upper())
            yield f"{name}.pptx" if size == usual else f"{name}-{size}.pptx", package(design)


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
