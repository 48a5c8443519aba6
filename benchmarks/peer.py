"""Slides as JSON -> a presentation by python-pptx: `python peer.py SLIDES.json OUT.pptx`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pptx import Presentation
from pptx.util import Inches

if TYPE_CHECKING:
    from pptx.slide import Slide

_WITH_BODY, _WITH_TITLE = 1, 5
"""The layouts of python-pptx's own template."""


def main(source: str, target: str) -> None:
    """Write the slides of a file."""
    presentation = Presentation()
    layouts = presentation.slide_layouts
    for item in json.loads(Path(source).read_text(encoding="utf-8")):
        paragraphs = item["paragraphs"]
        slide = presentation.slides.add_slide(layouts[_WITH_BODY if paragraphs else _WITH_TITLE])
        if slide.shapes.title is not None:
            slide.shapes.title.text = item["title"]
        _fill(slide, paragraphs)
        if item["picture"]:
            slide.shapes.add_picture(item["picture"], Inches(1.5), Inches(1.5), width=Inches(7))
    presentation.save(target)


def _fill(slide: Slide, paragraphs: list[Any]) -> None:
    for number, (level, parts) in enumerate(paragraphs):
        frame = slide.placeholders[1].text_frame
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.level = level
        for text, link, bold in parts:
            run = paragraph.add_run()
            run.text = text
            if bold:
                run.font.bold = True
            if link:
                run.hyperlink.address = link


if __name__ == "__main__":
    main(*sys.argv[1:3])
