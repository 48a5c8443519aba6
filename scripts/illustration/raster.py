"""SVG document -> JPEG file, as good as a big screen asks and small enough for a repository."""

import io
from pathlib import Path

import resvg_py
from PIL import Image

_OVERSAMPLING = 2
_QUALITIES = range(90, 74, -2)
_LARGEST = 340_000


def rasterise(svg: str) -> Image.Image:
    """The picture at its own size, drawn larger and reduced so that seams and edges are clean."""
    data = resvg_py.svg_to_bytes(svg_string=svg, zoom=_OVERSAMPLING, skip_system_fonts=True)
    large = Image.open(io.BytesIO(data)).convert("RGB")
    size = (large.width // _OVERSAMPLING, large.height // _OVERSAMPLING)
    return large.resize(size, Image.Resampling.BOX)


def save(picture: Image.Image, path: Path) -> None:
    """Write a progressive JPEG without colour subsampling, the best that stays small enough."""
    for quality in _QUALITIES:
        buffer = io.BytesIO()
        options = {"quality": quality, "subsampling": 0, "optimize": True, "progressive": True}
        picture.save(buffer, "JPEG", **options)
        if buffer.tell() <= _LARGEST:
            break
    path.write_bytes(buffer.getvalue())
