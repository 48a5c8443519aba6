"""The types of the language and the catalogue of diagnostics -> the pages in docs/reference/.

`--check` writes nothing and fails where a committed page differs from what would be written.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from reference.diagnostics import diagnostics_page
from reference.diagrams import diagrams_page
from reference.formulas import formulas_page
from reference.language import language_page, registry_page
from reference.limits import limits_page

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "reference"


def pages() -> dict[str, str]:
    """Return the text of each page by the name of its file."""
    return {
        "language.md": language_page(),
        "trademarks.md": registry_page(),
        "diagnostics.md": diagnostics_page(),
        "limits.md": limits_page(),
        "formulas.md": formulas_page(),
        "diagrams.md": diagrams_page(),
    }


def stale() -> list[Path]:
    """Return the pages that differ from what would be written."""
    return [
        path
        for name, text in pages().items()
        if not (path := FOLDER / name).is_file() or path.read_text(encoding="utf-8") != text
    ]


def main() -> int:
    """Write the pages, or tell which of them are not as they would be written."""
    parser = argparse.ArgumentParser(description="Write the reference.")
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    if parser.parse_args().check:
        for path in (found := stale()):
            print(f"{path} is stale: run scripts/write_reference.py")
        return 1 if found else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
