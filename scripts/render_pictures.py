"""The example in README.md and deck.yaml -> the pictures of their slides in docs/images/.

Needs LibreOffice and poppler, and the fonts that scripts/test.sh installs.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageOps

import deckgen

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "docs" / "images"
GAP: Final = 12
COLORS: Final = 256
BORDER: Final = "#CBD2DA"
GROUND: Final = "#F4F6F8"
_FENCE: Final = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def main() -> None:
    """Render the pictures and tell how large they are."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    save(sheet(slides(example(), width=640), columns=2), "example.png")
    report = (ROOT / "deck.yaml").read_text(encoding="utf-8")
    save(sheet(slides(report, width=480)[:12], columns=3), "report.png")


def example() -> str:
    """Return the deck with which the README begins."""
    found = _FENCE.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert found is not None, "the README has no example"
    return found[1]


def slides(deck: str, width: int, base: Path = ROOT) -> list[Image.Image]:
    """Return the slides of a deck as LibreOffice shows them, so many pixels wide.

    What the deck names is in the folder `base`.
    """
    compiled = deckgen.compile(deck, base=base)
    assert compiled.output is not None, compiled.diagnostics
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "deck.pptx").write_bytes(compiled.output)
        office = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        convert = [*office, "--convert-to", "pdf", "--outdir", name, str(folder / "deck.pptx")]
        subprocess.run(convert, check=True, capture_output=True)
        size = ["-scale-to-x", str(width), "-scale-to-y", "-1"]
        source, pages = str(folder / "deck.pdf"), str(folder / "page")
        subprocess.run(["pdftoppm", "-png", *size, source, pages], check=True)
        return [_loaded(path) for path in sorted(folder.glob("page-*.png"))]


def _loaded(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return image.convert("RGB")


def sheet(pictures: Sequence[Image.Image], columns: int) -> Image.Image:
    """Return pictures of one size in rows, each with a border."""
    framed = [ImageOps.expand(picture, border=1, fill=BORDER) for picture in pictures]
    width, height = framed[0].size
    rows = -(-len(framed) // columns)
    size = ((width + GAP) * columns + GAP, (height + GAP) * rows + GAP)
    ground = Image.new("RGB", size, GROUND)
    for number, picture in enumerate(framed):
        row, column = divmod(number, columns)
        ground.paste(picture, (GAP + (width + GAP) * column, GAP + (height + GAP) * row))
    return ground


def save(picture: Image.Image, name: str, colors: int = COLORS) -> None:
    """Write a picture with few colours, which keeps the repository small."""
    path = FOLDER / name
    picture.quantize(colors, dither=Image.Dither.FLOYDSTEINBERG).save(path, optimize=True)
    print(f"{path.name}: {picture.width} x {picture.height}, {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
