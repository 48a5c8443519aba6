"""The designs in `templates_art` -> the .pptx files in `src/deckgen/templates`.

`--check` writes nothing and fails where a committed file differs from its design.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from templates_art.corporate import CORPORATE
from templates_art.package import package
from templates_art.plain import PLAIN

FOLDER: Final = Path(__file__).resolve().parent.parent / "src" / "deckgen" / "templates"
DESIGNS: Final = {"corporate.pptx": CORPORATE, "plain.pptx": PLAIN}


def main() -> int:
    """Write the templates, or tell which of them differ from what is committed."""
    parser = argparse.ArgumentParser(description="Draw the templates that come with deckgen.")
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    checking = parser.parse_args().check
    stale = False
    for name, design in DESIGNS.items():
        path, content = FOLDER / name, package(design)
        if checking:
            if not path.is_file() or path.read_bytes() != content:
                print(f"{path} differs from its design: run scripts/draw_templates.py")
                stale = True
        else:
            path.write_bytes(content)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
