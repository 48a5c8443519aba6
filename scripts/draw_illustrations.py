"""SVG files in scripts/illustrations -> the pictures of the sample deck in assets/.

`--only NAME` draws one picture; without it all of them are drawn.
"""

import argparse
import io
from pathlib import Path

import resvg_py
from PIL import Image

SOURCES = Path(__file__).resolve().parent / "illustrations"
ASSETS = SOURCES.parent.parent / "assets"

_OVERSAMPLING = 2
_SETTINGS = ((90, 0), (88, 0), (86, 0), (84, 0), (82, 0), (86, 2), (83, 2), (80, 2))
"""JPEG quality and colour subsampling, best first: full colour resolution while it fits."""
_LARGEST = 340_000


def rasterise(svg: str) -> Image.Image:
    """Return the picture at its own size, drawn larger and reduced for clean seams and edges."""
    data = resvg_py.svg_to_bytes(svg_string=svg, zoom=_OVERSAMPLING, skip_system_fonts=True)
    large = Image.open(io.BytesIO(data)).convert("RGB")
    size = (large.width // _OVERSAMPLING, large.height // _OVERSAMPLING)
    return large.resize(size, Image.Resampling.BOX)


def compress(picture: Image.Image) -> bytes:
    """Return a progressive JPEG, the best that stays small enough for a repository."""
    for quality, subsampling in _SETTINGS:
        buffer = io.BytesIO()
        options = {"quality": quality, "subsampling": subsampling}
        picture.save(buffer, "JPEG", optimize=True, progressive=True, **options)
        if buffer.tell() <= _LARGEST:
            break
    return buffer.getvalue()


def main() -> None:
    """Draw what the command line asks for."""
    names = sorted(path.stem for path in SOURCES.glob("*.svg"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=names, action="append", metavar="NAME")
    for name in parser.parse_args().only or names:
        source = (SOURCES / f"{name}.svg").read_text(encoding="utf-8")
        data = compress(rasterise(source))
        (ASSETS / f"{name}.jpg").write_bytes(data)
        print(f"{name}.jpg: {len(data) // 1000} kB")


if __name__ == "__main__":
    main()
