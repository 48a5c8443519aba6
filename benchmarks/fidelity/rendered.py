"""Drawings and PDFs -> pictures of their pages: ours by Chromium, those of PDFs by PDFium."""

from __future__ import annotations

import io
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page as Tab
    from pypdfium2 import PdfPage

WIDE: Final = 960
"""How many pixels a page is wide."""
_CHROMIUM: Final = "/usr/bin/chromium"
_SIZE: Final = re.compile(r' width="([\d.]+)pt" height="([\d.]+)pt"')


@contextmanager
def browser() -> Iterator[Tab]:
    """Give a tab of a browser without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        yield chromium.new_page()
        chromium.close()


def ours(svg: str, tab: Tab) -> Image.Image:
    """Return the picture of a drawing."""
    size = _SIZE.search(svg)
    assert size is not None
    high = round(WIDE * float(size[2]) / float(size[1]))
    sized = _SIZE.sub(f' width="{WIDE}" height="{high}"', svg, count=1)
    tab.set_viewport_size({"width": WIDE, "height": high})
    tab.set_content(f'<body style="margin:0;overflow:hidden">{sized}</body>')
    tab.evaluate("document.fonts.ready")
    return Image.open(io.BytesIO(tab.screenshot())).convert("RGB")


def theirs(page: PdfPage, high: int) -> Image.Image:
    """Return the picture of a page of a PDF."""
    picture: Image.Image = page.render(scale=WIDE / page.get_width()).to_pil().convert("RGB")
    return picture if picture.height == high else picture.resize((WIDE, high))
