"""A chart in the language of decks -> its frames, and what these say."""

from __future__ import annotations

from deckgen.charts import ChartFrame
from tests.support.building import build_pages


def frames_of(chart, *, language="en", on="corporate"):
    deck = f"deck: {{language: {language}}}\nslides:\n  - title: x\n    chart: {chart}\n"
    return [i for i in build_pages(deck, on).pages[0].items if isinstance(i, ChartFrame)]


def said(frame):
    return [text.lines[0] for text in frame.content.texts if text.role == "label"]
