"""Agendas list what a deck holds, and their lines lead there."""

import pytest

SECTIONS = """
title: {title: Review}
slides:
  - section: Results
    id: results
  - title: Costs fell
    body: a
  - section: Outlook
  - title: Next
    body: b
closing: {title: Thanks}
"""


def lines(slide):
    return [
        (paragraph.text, paragraph.runs[0].link.target, paragraph.runs[0].strong)
        for block in slide.content
        for paragraph in block.paragraphs
    ]


def test_a_deck_has_one_behind_its_title_and_one_before_each_further_section(resolved):
    slides = resolved("deck: {agenda: true, language: en}" + SECTIONS).slides
    titles = [slide.title_text for slide in slides]
    assert titles == [
        *("Review", "Agenda", "Results", "Costs fell"),
        *("Agenda", "Outlook", "Next", "Thanks"),
    ]


def test_lines_lead_to_where_sections_start_and_the_next_one_is_marked(resolved):
    slides = resolved("deck: {agenda: true, language: en}" + SECTIONS).slides
    outlook = slides[5].id
    assert lines(slides[1]) == [("Results", "#results", False), ("Outlook", f"#{outlook}", False)]
    assert lines(slides[4]) == [("Results", "#results", False), ("Outlook", f"#{outlook}", True)]


def test_what_stands_before_the_first_section_has_no_line_under_the_title_of_the_deck(resolved):
    before = "\n  - title: In short\n    body: c"
    text = SECTIONS.replace("slides:", "slides:" + before)
    slides = resolved("deck: {agenda: true, language: en}" + text).slides
    assert [slide.title_text for slide in slides][:5] == [
        *("Review", "Agenda", "In short", "Agenda", "Results"),
    ]
    assert [line[::2] for line in lines(slides[1])] == [("Results", False), ("Outlook", False)]
    assert [line[::2] for line in lines(slides[3])] == [("Results", True), ("Outlook", False)]


def test_titles_of_agendas_are_not_numbered(resolved):
    slides = resolved("deck: {agenda: true, language: en}" + SECTIONS).slides
    assert not any(slide.shares_title for slide in slides)


@pytest.mark.parametrize("divider", ["", "{section: One}, "])
def test_a_deck_of_less_than_two_sections_has_its_slides_listed_behind_the_title(resolved, divider):
    text = "deck: {agenda: Plan}\ntitle: {title: T}\nslides: [%s{title: a}, {title: b, body: c}]"
    slides = resolved(text % divider).slides
    assert [slide.title_text for slide in slides if slide.agenda] == ["Plan"]
    assert [line[0] for line in lines(slides[1])][-2:] == ["a", "b"]


def test_an_agenda_among_the_slides_lists_slides_where_there_are_no_sections(resolved):
    text = "slides: [{agenda: true}, {title: a, body: b}, {title: c, body: d}]"
    assert [line[0] for line in lines(resolved(text).slides[0])] == ["a", "c"]


def test_hidden_slides_are_not_listed(resolved):
    text = "slides: [{agenda: true}, {title: a, body: b}, {title: c, body: d, hidden: true}]"
    assert [line[0] for line in lines(resolved(text).slides[0])] == ["a"]


def test_an_agenda_is_called_as_is_usual_in_the_language_of_the_deck(resolved):
    slides = resolved(
        "slides: [{agenda: true}, {title: 売上の報告, body: 二倍になりました。}]"
    ).slides
    assert slides[0].title_text == "目次"


def test_an_agenda_has_the_title_that_stands_beside_it(resolved):
    text = "slides: [{title: Contents, agenda: true}, {title: a, body: b}, {title: c, body: d}]"
    assert resolved(text).slides[0].title_text == "Contents"
