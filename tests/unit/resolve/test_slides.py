"""Parts of a deck become slides in written order, with titles, sections and footers settled."""

import pytest

from deckgen.deck import SlideKind


def titles(deck):
    return [slide.title_text for slide in deck.slides]


def test_slides_come_in_the_order_of_their_parts(resolved):
    deck = resolved(
        "summary: {title: a}\n"
        "keynote: {title: b, slides: [{body: x}, {title: c}]}\n"
        "title: {title: d}\n"
        "slides: [{title: e}, {section: f}]\n"
        "closing: {title: g}\n"
    )
    assert titles(deck) == ["a", "b", "c", "d", "e", "f", "g"]
    assert [slide.kind for slide in deck.slides] == [
        SlideKind.CONTENT,
        SlideKind.CONTENT,
        SlideKind.CONTENT,
        SlideKind.TITLE,
        SlideKind.CONTENT,
        SlideKind.SECTION,
        SlideKind.CLOSING,
    ]


def test_titles_of_a_track_start_with_its_name(resolved):
    deck = resolved("sessions:\n  - track: Nova\n    sessions: [{title: Cells}, {title: API}]\n")
    assert titles(deck) == ["Nova: Cells", "Nova: API"]


@pytest.mark.parametrize(
    ("pattern", "title"),
    [
        ("{title}({track})", "Cells(Nova)"),
        ("{title}", "Cells"),
        ("{{{track}}} {title}", "{Nova} Cells"),
        ("{track}{track}", "NovaNova"),
    ],
)
def test_titles_of_a_track_are_written_as_the_deck_wants(resolved, pattern, title):
    deck = resolved(
        f"deck: {{track_title: '{pattern}'}}\n"
        "sessions: [{track: Nova, sessions: [{title: Cells}]}]\n"
    )
    assert titles(deck) == [title]


def test_a_composed_title_keeps_styles_and_points_to_the_session(resolved):
    deck = resolved("sessions:\n  - track: No*va*\n    sessions:\n      - title: '**Cells**'\n")
    (slide,) = deck.slides
    assert [(run.text, run.strong, run.emphasis) for run in slide.title] == [
        ("No", False, False),
        ("va", False, True),
        (": ", False, False),
        ("Cells", True, False),
    ]
    assert {run.span.line for run in slide.title} == {4}


@pytest.mark.parametrize("track", ["''", "x"])
@pytest.mark.parametrize("title", ["''", "y"])
def test_empty_names_make_no_trouble(resolved, track, title):
    deck = resolved(f"sessions: [{{track: {track}, sessions: [{{title: {title}}}]}}]\n")
    assert len(deck.slides) == 1


def test_slides_of_one_title_share_it(resolved):
    deck = resolved("slides: [{title: a}, {title: b}, {title: a}, {body: x}, {body: y}]\n")
    assert [slide.shares_title for slide in deck.slides] == [True, False, True, False, False]


def test_slides_of_a_keynote_share_its_title_unless_they_have_their_own(resolved):
    deck = resolved("keynote: {title: k, slides: [{body: x}, {title: own}, {body: y}]}\n")
    assert [(s.title_text, s.shares_title) for s in deck.slides] == [
        ("k", True),
        ("own", False),
        ("k", True),
    ]


def test_titles_that_differ_in_style_alone_are_the_same(resolved):
    deck = resolved("slides: [{title: a b}, {title: 'a **b**'}]\n")
    assert all(slide.shares_title for slide in deck.slides)


def test_sections_go_on_until_the_next(resolved):
    deck = resolved(
        "title: {title: t}\n"
        "slides: [{title: a}, {section: s}, {title: b}, {title: c}]\n"
        "sessions: [{track: u, sessions: [{title: d}]}, {title: e}]\n"
    )
    assert [slide.section for slide in deck.slides] == ["t", "t", "s", "s", "s", "u", "e"]


OVERVIEW = "overview: {title: o}\n"
SLIDES = "slides: [{body: x}, {title: a}, {title: b}]\n"
SESSIONS = "sessions: [{title: c}, {track: u, sessions: [{title: d}]}, {title: e}, {title: f}]\n"
KEYNOTE = "keynote: {title: k, slides: [{body: x}, {title: l}]}\n"


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        (OVERVIEW + SLIDES, "o a a a"),
        (SLIDES + OVERVIEW, "- - - o"),
        (OVERVIEW + SESSIONS, "o c u e e"),
        (SESSIONS + OVERVIEW, "- u e e o"),
        (KEYNOTE + SLIDES, "k k a a a"),
        (KEYNOTE + SESSIONS + SLIDES, "k k c u e e a a a"),
        ("title: {title: t}\n" + SLIDES + OVERVIEW, "t t t t o"),
        ("title: {title: t}\n" + SESSIONS, "t t u e e"),
        ("title: {title: t}\n" + OVERVIEW + SLIDES, "t o a a a"),
        ("summary: {title: s}\n" + SLIDES + "closing: {title: z}\n", "s a a a z"),
        (OVERVIEW + "slides: [{title: a}, {section: s}, {title: b}]\n", "o a s s"),
        (OVERVIEW + "slides: [{use: slide 1}, {title: a}]\n", "o a a"),
    ],
)
def test_a_part_without_dividers_has_a_section_of_its_own(resolved, text, sections):
    assert [slide.section or "-" for slide in resolved(text).slides] == sections.split()


def test_slides_without_any_title_have_a_section_without_a_name(resolved):
    deck = resolved(OVERVIEW + "slides: [{body: x}]\n")
    assert [slide.section for slide in deck.slides] == ["o", ""]


def test_a_slide_may_be_left_out_of_the_numbering_of_its_title(resolved):
    deck = resolved(
        "slides: [{title: a}, {title: a, number: false}, {title: a}]\n"
        "sessions: [{title: b, number: false}, {title: b}]\n"
        "keynote: {title: k, slides: [{body: x}, {body: y, number: false}]}\n"
    )
    shared = [slide.shares_title for slide in deck.slides]
    assert shared == [True, False, True, False, False, True, False]


def test_a_deck_of_one_section_has_none(resolved):
    deck = resolved("title: {title: t}\nslides: [{title: a}, {title: b}]\n")
    assert [slide.section for slide in deck.slides] == [None, None, None]


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("keynote: {title: 基調講演, slides: [{title: a}, {title: b}]}\n", ["基調講演"] * 2),
        ("title: {title: t}\nkeynote: {title: k, slides: [{title: a}]}\n", ["t", "k"]),
        ("keynote: {title: k, slides: [{body: x}, {title: a}]}\n", [None] * 2),
        ("keynote: {title: 'k[^1]', slides: [{footnotes: [x], body: y}]}\n", [None]),
        ('overview: {title: "Two\\nlines", body: x}\n', [None]),
    ],
)
def test_a_deck_of_one_section_has_it_where_no_title_says_its_name(resolved, text, sections):
    assert [slide.section for slide in resolved(text).slides] == sections


def test_a_section_is_called_what_its_title_says_on_one_line(resolved):
    deck = resolved(
        'overview: {title: "Two\\n  lines[^1]", body: x, footnotes: [y]}\nsummary: {title: s}\n'
    )
    assert [slide.section for slide in deck.slides] == ["Two lines", "s"]


def test_ids_are_those_given_or_count_slides(resolved):
    deck = resolved("slides: [{title: a}, {title: b, id: costs}, {title: c}]\n")
    assert [slide.id for slide in deck.slides] == ["slide 1", "costs", "slide 3"]


def test_lines_of_the_title_slide_are_where_and_who(resolved):
    deck = resolved("title: {title: t, author: [a, b], affiliation: c}\n")
    assert [line[0].text for line in deck.slides[0].credits] == ["c", "a", "b"]


def test_many_authors_and_places_are_listed_in_a_line_each(resolved):
    many = "title: {title: t, author: [Ann, Ben, Cy], affiliation: [One, Two]}\n"
    lines = resolved(many).slides[0].credits
    assert ["".join(run.text for run in line) for line in lines] == ["One, Two", "Ann, Ben, Cy"]
    japanese = "title: {title: t, author: [山田, 佐藤, 鈴木, 田中, 伊藤]}\n"
    (line,) = resolved(japanese).slides[0].credits
    assert "".join(run.text for run in line) == "山田、佐藤、鈴木、田中、伊藤"


def test_lines_without_text_are_left_out(resolved):
    deck = resolved("title: {title: t, author: ['', a], affiliation: ' '}\n")
    assert [line[0].text for line in deck.slides[0].credits] == ["a"]


FOOTED = (
    "deck: {footer: f, date: d}\n"
    "title: {title: t}\n"
    "slides: [{title: a}, {section: s}, {title: b, footer: g, date: e, slide_number: false}]\n"
    "closing: {title: c}\n"
)


def test_footers_are_on_all_slides_but_the_first_and_last(resolved):
    texts = ["".join(run.text for run in s.footers.text) for s in resolved(FOOTED).slides]
    assert texts == ["", "f", "f", "g", ""]


def test_dates_and_numbers_follow_the_footers(resolved):
    slides = resolved(FOOTED).slides
    assert [slide.footers.date for slide in slides] == ["", "d", "d", "e", ""]
    assert [slide.footers.number is not None for slide in slides] == [
        False,
        True,
        True,
        False,
        False,
    ]


def test_a_slide_may_ask_for_the_number_that_others_lack(resolved):
    deck = resolved(
        "deck: {slide_numbers: false}\n"
        "title: {title: t, slide_number: true}\n"
        "slides: [{title: a}]\n"
    )
    assert [slide.footers.number is not None for slide in deck.slides] == [True, False]


def test_an_empty_footer_is_none(resolved):
    deck = resolved("deck: {footer: f}\nslides: [{title: a, footer: ''}]\n")
    assert deck.slides[0].footers.text == ()


def test_properties_are_those_of_the_deck_or_of_its_title(resolved):
    deck = resolved("title: {title: 'a **b**', author: [c, d]}\n")
    assert (deck.info.title, deck.info.author) == ("a b", "c; d")
    deck = resolved("deck: {author: [x, y], keywords: [k, l]}\ntitle: {title: a, author: c}\n")
    assert (deck.info.author, deck.info.keywords) == ("x; y", "k, l")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("plain English", "en-US"),
        ("漢字と仮名", "ja-JP"),
        ("カタカナ", "ja-JP"),
        ("한국어 漢字", "ko-KR"),
        ("汉字", "zh-CN"),
        ("百万円", "ja-JP"),
        ("", "en-US"),
    ],
)
def test_the_language_is_told_by_its_letters(resolved, text, language):
    deck = resolved(f"slides:\n  - title: x\n    body: |\n      - y\n        - {text or 'z'}\n")
    assert deck.language == language


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("# 日本語のメモ\nslides: [{title: English}]\n", "en-US"),
        ("slides: [{title: 'English', code: {text: '# メモ'}}]\n", "en-US"),
        ('slides: [{title: "\\u30e1\\u30e2"}]\n', "ja-JP"),
        ("slides: [{title: 漢字, notes: かな}]\n", "ja-JP"),
        ("slides: [{title: 漢字}, {title: 한국어}]\n", "ko-KR"),
        ("slides: [{title: a, body: [{table: [[漢字, かな]]}]}]\n", "ja-JP"),
        (
            "slides: [{title: Sales (円)}, {title: All regions in one table of the figures}]\n",
            "en-US",
        ),
        ("slides: [{title: OpenStack Summit in Barcelona, body: [報告]}]\n", "zh-CN"),
        ("slides: [{title: OpenStack Summit in Barcelona, body: [まとめ]}]\n", "ja-JP"),
    ],
)
def test_the_language_is_that_of_what_the_deck_says(resolved, source, language):
    assert resolved(source).language == language


def test_a_slide_may_be_in_a_language_of_its_own(resolved):
    deck = resolved("deck: {language: ja}\nslides: [{title: a}, {title: b, language: de}]\n")
    assert [slide.language for slide in deck.slides] == ["ja", "de"]


@pytest.mark.parametrize("text", ["deck: {footer: x}\n", "slides: []\n", "sessions: []\n"])
def test_a_deck_without_slides_is_told(said, text):
    (found,) = said(text)
    assert found.startswith("1:1 empty-deck the deck holds no slide (add `title:`")


def test_a_deck_whose_slides_are_mistaken_is_not_empty_as_well(said):
    assert said("title: {titel: x}\n") == [
        "1:9 unknown-key unknown key `titel` (did you mean `title`?)"
    ]
