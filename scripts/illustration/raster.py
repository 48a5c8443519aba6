"""SVG document -> JPEG or PNG file, whichever is smaller at the quality of a big screen."""

import io
from pathlib import Path

import resvg_py
from PIL import Image

_OVERSAMPLING = 2
_JPEG_QUALITY = 87


def rasterise(svg: str) -> Image.Image:
    """The picture at its own size, drawn larger and reduced so that seams and edges are clean."""
    data = resvg_py.svg_to_bytes(svg_string=svg, zoom=_OVERSAMPLING, skip_system_fonts=True)
    large = Image.open(io.BytesIO(data)).convert("RGB")
    size = (large.width // _OVERSAMPLING, large.height // _OVERSAMPLING)
    return large.resize(size, Image.Resampling.BOX)


def save(picture: Image.Image, path: Path) -> None:
    """Write the picture as a progressive JPEG without colour subsampling."""
    picture.save(
        path, "JPEG", quality=_JPEG_QUALITY, subsampling=0, optimize=True, progressive=True
    )
