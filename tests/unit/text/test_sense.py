"""Titles in languages with spaces break where their sense does."""

from __future__ import annotations

import pytest

from deckgen.text import Font, NoFonts, StyledText, Typesetter
from deckgen.text.phrases import WITHIN_WORD, break_costs
from deckgen.units import Centipoints, pt

FONT = Font("Arial", "Noto Sans CJK JP", "Arial", Centipoints(2000))
TYPESETTER = Typesetter(NoFonts())


def cost(marked, language="en"):
    """Return what a break at the bar costs."""
    before, _, after = marked.partition("|")
    return break_costs(before + after, language)[len(before)]


def title(text, width, language="en"):
    found = TYPESETTER.balanced([StyledText(text, FONT)], pt(width), 0, language)
    return [text[line.start : line.stop].strip() for line in found.lines]


@pytest.mark.parametrize(
    "marked",
    [
        "Q3 results: |what went wrong",
        "Part one – |the beginning",
        "Ready? |Then go",
        "A review of last year. |What next",
        'Say "yes!" |and go',
        "Network - |a tale",
    ],
)
def test_where_a_statement_ends_a_break_is_better_than_none(marked):
    assert cost(marked) < 0.0


@pytest.mark.parametrize(
    ("better", "worse", "language"),
    [
        ("wrong |and why", "what |went wrong", "en"),
        ("Deploying services |in the cloud", "Deploying |services in the cloud", "en"),
        ("Deploying services |in the cloud", "Deploying services in |the cloud", "en"),
        ("Deploying |services in the cloud", "Deploying services in the |cloud", "en"),
        ("Fast, |cheap", "cheap |thing", "en"),
        ("Neutron |(the network)", "Neutron (the |network)", "en"),
        ("The new |chapter 3", "The new chapter |3", "en"),
        ("Moving data |at 10 GB", "Moving data at 10 |GB", "en"),
        ("Research |& Development", "Research & |Development", "en"),
        ("Einführung |in die Technik", "Einführung in die |Technik", "de"),
        ("Un réseau |pour les villes", "Un réseau pour les |villes", "fr"),
        ("Una red |para la ciudad", "Una red para la |ciudad", "es"),
        ("Una rete |per la città", "Una rete per la |città", "it"),
        ("Uma rede |para a cidade", "Uma rede para a |cidade", "pt"),
        ("Een netwerk |voor de stad", "Een netwerk voor de |stad", "nl"),
        ("Ett nät |för den staden", "Ett nät för den |staden", "sv"),
        ("Data |for research and teaching", "Data for research |and teaching", "en"),
        ("Daten |für Lehre und Forschung", "Daten für Lehre |und Forschung", "de"),
        ("Données |pour Lyon et Paris", "Données pour Lyon |et Paris", "fr"),
        ("Datos |para Lyon y Paris", "Datos para Lyon |y Paris", "es"),
        ("Dati |per Lione e Parigi", "Dati per Lione |e Parigi", "it"),
        ("Dados |para Lyon e Paris", "Dados para Lyon |e Paris", "pt"),
        ("Data |voor Gent en Brugge", "Data voor Gent |en Brugge", "nl"),
        ("Data |för Lund och Malmö", "Data för Lund |och Malmö", "sv"),
        ("wrong |and why", "and |why", "en"),
        ("Sieć miejska |dla miasta", "Sieć miejska dla |miasta", "pl"),
    ],
)
def test_break_before_a_phrase_is_better_than_one_within_it(better, worse, language):
    assert cost(better, language) < cost(worse, language) < WITHIN_WORD


def test_two_words_that_are_joined_stay_on_one_line_where_widths_differ_little():
    text = "Neutron: Upstream and downstream CI and testing efforts"
    lines = ["Neutron: Upstream and downstream CI", "and testing efforts"]
    assert title(text, 440) == lines


def test_two_phrases_that_are_joined_part_before_the_word_between_them():
    text = "Scaling Review Teams and Subsystem Maintainers"
    assert title(text, 330) == ["Scaling Review Teams", "and Subsystem Maintainers"]


def test_dash_ends_a_line_rather_than_to_start_one():
    assert cost("One – |two") < cost("One two |three") < cost("One |– two")


def test_regions_of_a_language_are_of_that_language():
    assert cost("Einführung in die |Technik", "de-AT") == cost("Einführung in die |Technik", "de")


def test_western_words_in_a_japanese_deck_are_taken_for_english():
    assert cost("services |in the cloud", "ja") < cost("services in |the cloud", "ja")


@pytest.mark.parametrize(
    ("text", "width", "there"),
    [
        (
            "Q3 results: what went wrong and why",
            250,
            ["Q3 results:", "what went wrong and why"],
        ),
        (
            "Q3 results: what went wrong and why",
            270,
            ["Q3 results:", "what went wrong and why"],
        ),
        (
            "Q3 results: what went wrong and why, told by those who were there",
            300,
            ["Q3 results:", "what went wrong and why,", "told by those who were there"],
        ),
        (
            "The state of the network in the third year of the migration",
            400,
            ["The state of the network", "in the third year of the migration"],
        ),
        (
            "Monitoring a hundred thousand machines with the tools of yesterday",
            420,
            ["Monitoring a hundred thousand machines", "with the tools of yesterday"],
        ),
    ],
)
def test_title_breaks_at_its_sense_rather_than_in_its_middle(text, width, there):
    assert title(text, width) == there


def test_lines_stay_of_like_widths_where_sense_does_not_decide():
    lines = title("one thing another thing further thing final thing", 300)
    assert abs(len(lines[0]) - len(lines[1])) < 8


PUT_UP_WITH = 0.25
"""What a break may cost that titles put up with, rather than to become smaller."""


@pytest.mark.parametrize("marked", ["10 |GB", "Chapter |3", "one |word", "red, |green", "plan |if"])
def test_titles_put_up_with_breaks_between_words(marked):
    assert cost(marked) < PUT_UP_WITH


@pytest.mark.parametrize("marked", ["the |end", "of |it", "Dr. |No", "a |-"])
def test_titles_do_not_put_up_with_breaks_behind_small_words(marked):
    assert PUT_UP_WITH < cost(marked) < 0.75


def test_a_break_at_a_space_between_scripts_costs_nothing_of_its_own():
    assert cost("English |日本語", "ja") == 0.0
    assert cost("日本語 |English", "ja") == 0.0


def test_breaks_are_the_better_the_more_of_the_sense_they_leave_whole():
    chain = [
        "Results: |what went wrong",
        "日本語 |English",
        "Fast, |cheap",
        "services |in the cloud",
        "Deploying |services",
        "chapter |3",
        "in |the cloud",
    ]
    costs = [cost(marked) for marked in chain]
    assert costs == sorted(set(costs))


def test_no_line_between_others_is_much_shorter_than_they_are():
    said = "We did not notice the outage, but we noticed how you told us about it."
    assert title(said, 300) == [
        "We did not notice",
        "the outage, but we noticed",
        "how you told us about it.",
    ]
