"""Labels of shapes: in Japanese their lines end between phrases, and words stay whole."""

from __future__ import annotations

import pytest

from deckgen.pages import TextFrame
from tests.support.building import build_pages

SIZES = ("plain", "corporate", "report")
STEPS = ("要件定義", "試験運用", "全国展開")


def frames(block: str, template: str) -> list[TextFrame]:
    deck = f"deck: {{language: ja}}\nslides: [{{title: 題, {block}}}]\n"
    return [
        i
        for i in build_pages(deck, template).pages[0].items
        if isinstance(i, TextFrame) and not i.slot
    ]


def lines(found: list[TextFrame], name: str) -> list[list[str]]:
    paragraphs = [p for frame in found for p in frame.paragraphs]
    texts = [[p.text[line.start : line.stop].strip() for line in p.lines] for p in paragraphs]
    return [each for each in texts if "".join(each).startswith(name)]


@pytest.mark.parametrize("template", SIZES)
def test_short_names_of_steps_become_smaller_before_they_are_torn(template):
    found = frames(f"steps: [{', '.join(STEPS)}]", template)
    assert [lines(found, name) for name in STEPS] == [[[name]] for name in STEPS]


@pytest.mark.parametrize("template", SIZES)
def test_names_of_steps_may_break_where_a_phrase_ends(template):
    (made,) = lines(frames(f"steps: [設計・開発, {', '.join(STEPS)}]", template), "設計")
    assert made in (["設計・開発"], ["設計・", "開発"])


@pytest.mark.parametrize("template", SIZES)
def test_labels_of_figures_break_between_phrases(template):
    figures = ", ".join(f"{{value: {n}, label: 利用者の満足度（5点満点）}}" for n in range(4))
    (first, *_) = lines(frames(f"figures: [{figures}]", template), "利用者")
    assert first in (
        ["利用者の満足度（5点満点）"],
        ["利用者の満足度", "（5点満点）"],
        ["利用者の", "満足度", "（5点満点）"],
    )


def test_a_line_of_a_label_ends_at_a_space_rather_than_at_a_hyphen():
    axes = "x: [low, medium, high], y: {title: Impact, values: [low, medium, high]}"
    items = "[{at: [high, low], text: Vendor lock-in}]"
    found = frames(f"matrix: {{{axes}, items: {items}}}", "plain")
    assert lines(found, "Vendor") == [["Vendor", "lock-in"]]


def test_long_texts_of_steps_are_left_to_the_program_that_shows_them():
    said = "二週間で業務を整理し、関係する部署のすべてに説明して合意を得たうえで次に進みます。" * 4
    found = frames(f"steps: [{{title: 一, body: {said}}}, {{title: 二, body: 短い}}]", "corporate")
    assert "\n" not in next(
        p.text for f in found for p in f.paragraphs if p.text.startswith("二週")
    )
