"""SVG document -> JPEG file, as good as a big screen asks and small enough for a repository."""

import io
from pathlib import Path

import resvg_py
from PIL import Image

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


def save(picture: Image.Image, path: Path) -> None:
    """Write a progressive JPEG, the best that stays small enough."""
    for quality, subsampling in _SETTINGS:
        buffer = io.BytesIO()
        options = {
            "quality": quality,
            "subsampling": subsampling,
            "optimize": True,
            "progressive": True,
        }
        picture.save(buffer, "JPEG", **options)
        if buffer.tell() <= _LARGEST:
            break
    path.write_bytes(buffer.getvalue())
