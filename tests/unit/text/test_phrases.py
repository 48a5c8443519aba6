"""Titles break between phrases, else between the words of a compound, and never after 第."""

from itertools import accumulate

import budoux
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.text.phrases import WITHIN_WORD, break_costs, is_within_phrase


def cheapest(text, among):
    """Return the text with a bar where it breaks best among some positions."""
    costs = break_costs(text)
    stop = min(among, key=costs.__getitem__)
    return f"{text[:stop]}|{text[stop:]}"


def cost(marked):
    """Return what a break at the bar costs."""
    before, _, after = marked.partition("|")
    return break_costs(before + after)[len(before)]


@pytest.mark.parametrize("marked", ["下期の|施策", "costs |about", "고객 |만족도를"])
def test_between_phrases_a_break_costs_next_to_nothing(marked):
    assert cost(marked) <= 0.05


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("報告：|下期の施策", "報告：下期の|施策"),
        ("開いて、|下期の施策を見る", "開いて、下期の|施策を見る"),
        ("下期の|「施策」を見る", "下期の「施策」を|見る"),
        ("速報。|下期の施策", "速報、|下期の施策"),
    ],
)
def test_japanese_breaks_best_where_a_statement_or_a_clause_ends(better, worse):
    assert cost(better) < cost(worse)


@pytest.mark.parametrize("marked", ["2027年|3月に", "2027 年 |3 月に", "12月|1日から"])
def test_dates_are_rather_kept_together(marked):
    assert cost("保守契約は|2027年") < cost(marked) < WITHIN_WORD / 2


@pytest.mark.parametrize("marked", ["契約は |3 月", "Q3 |日本市場", "11 |機能", "42 |システム"])
def test_a_space_before_no_counter_is_a_place_to_break(marked):
    assert cost(marked) < WITHIN_WORD / 2


@pytest.mark.parametrize(
    "marked", ["四半期業績|報告", "基幹|システム", "システム|刷新", "および|下期に", "Python|入門"]
)
def test_between_words_of_a_compound_it_costs_less_than_within_one(marked):
    assert cost(marked) < WITHIN_WORD / 2


@pytest.mark.parametrize(
    "marked",
    [
        "業|績報告",
        "シス|テム",
        "第|2四半期",
        "第2|四半期",
        "2026|年度",
        "三|つの",
        "5|点満点",
        "二|か所",
        "3 |月に切れ",
        "2.4 |億円が",
        "3 |年間",
        "9 |か月",
        "68 |%まで",
        "costs|x",
    ],
)
def test_within_a_word_it_costs_most(marked):
    assert cost(marked) > WITHIN_WORD / 2


def test_a_compound_of_chinese_words_breaks_into_words_of_two():
    assert cheapest("業績報告", range(1, 4)) == "業績|報告"


@pytest.mark.parametrize("marked", ["取り組|むべき課題", "取り|組むべき課題", "売り|上げた"])
def test_verbs_stay_whole(marked):
    assert cost(marked) >= WITHIN_WORD / 2


def test_a_verb_that_works_as_a_particle_stays_with_its_noun():
    assert 0.0 < cost("施策に|ついて") < cost("基幹|システム")


def test_chinese_breaks_between_its_words():
    assert cost("平台建设|工作总结") < cost("工作总结与|下一年度") < cost("工作总结与下|一年度")


def test_breaks_of_compounds_are_the_better_the_more_words_of_two_they_leave_whole():
    chain = [
        "報告：|下期の施策",
        "開いて、|下期の施策",
        "下期の|施策",
        "施策に|ついて",
        "基幹|システム",
        "業績|報告",
        "四半期|業績",
        "四半|期業績報告",
        "業績報|告書類",
        "業|績報告",
    ]
    costs = [cost(marked) for marked in chain]
    assert costs == sorted(set(costs))
    assert costs[-1] == WITHIN_WORD


@pytest.mark.parametrize(
    ("marked", "is_within"),
    [
        *(("時間から決|まります", True), ("時間から|決まります", False)),
        *(("全員がパーティ|は", True), ("パーティは|なかった", False)),
        *(("お願い|します", True), ("基盤チーム|東京", False), ("words wi|thin", False)),
    ],
)
def test_a_phrase_is_told_by_what_stands_around_a_place(marked, is_within):
    assert is_within_phrase(marked.replace("|", ""), marked.index("|")) is is_within


@given(st.text("あかすてはをんの会議資料サーバ、。 ab1", min_size=2, max_size=24), st.data())
def test_what_stands_around_a_place_tells_as_much_as_the_whole_text(text, data):
    place = data.draw(st.integers(1, len(text) - 1))
    ends = accumulate(map(len, budoux.load_default_japanese_parser().parse(text)))
    with_kana = any("ぁ" <= letter <= "ゖ" for letter in text[place - 1 : place + 1])
    assert is_within_phrase(text, place) is (with_kana and place not in ends)
