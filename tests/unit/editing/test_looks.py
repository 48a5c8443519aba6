"""Looks at a deck as it is being written: what they tell, keep and cost."""

import gc
from pathlib import Path

import pytest

from deckgen.editing.looks import Looking

SLIDES = "slides:\n" + "".join(f"  - title: Slide {n}\n    body: Text {n}\n" for n in range(4))


@pytest.fixture(autouse=True)
def thawed():
    """Let Python look through all objects again, as other tests expect."""
    yield
    gc.unfreeze()


def test_what_the_template_offers_stays_while_the_deck_cannot_be_read(tmp_path):
    path = tmp_path / "deck.yaml"
    looking = Looking(path)
    first = looking.look({str(path): f"deck: {{template: plain}}\n{SLIDES}"})
    assert first.template.name == "plain"
    assert "Two Content" in first.template.layouts
    broken = looking.look({str(path): "# Markdown\n\n- one\n- two\n"})
    assert [item.code.slug for item in broken.diagnostics] == ["markdown-deck"]
    assert broken.template == first.template


def test_what_is_told_is_what_check_tells(tmp_path):
    path = tmp_path / "deck.yaml"
    text = f"deck: {{trademarks: {{place: title}}}}\ntitle: {{title: Openstack}}\n{SLIDES}"
    codes = [item.code.slug for item in Looking(path).look({str(path): text}).diagnostics]
    assert "trademark-spelling" in codes


def test_looks_leave_nothing_behind(tmp_path):
    path = Path(tmp_path / "deck.yaml")
    looking = Looking(path)
    counts = []
    for edit in range(30):
        looking.look({str(path): SLIDES.replace("Text 2", f"Text of edit {edit:02}")})
        counts.append(gc.get_freeze_count())
    assert max(counts[10:]) < min(counts[10:]) * 1.02
