"""A tree becomes the types of the language, or what does not fit is told, all in one run."""

import pytest

from deckgen.spec.language import Section, Slide, Spec, TitledSlide, Track


def test_a_deck_of_all_parts_is_bound(bound):
    spec = bound(
        "deck: {language: ja}\n"
        "title: {title: t, authors: [a, b]}\n"
        "overview: {title: o, body: x}\n"
        "keynote: {title: k, slides: [{body: x}]}\n"
        "sessions: [{title: s}, {track: t, sessions: [{title: u}]}]\n"
        "slides: [{title: v}, {section: w}]\n"
        "summary: {title: y}\n"
        "closing: {title: z}\n"
    )
    assert spec.deck.language.tag == "ja"
    assert [author.text for author in spec.title.authors] == ["a", "b"]
    assert [type(session) for session in spec.sessions] == [TitledSlide, Track]
    assert [type(slide) for slide in spec.slides] == [Slide, Section]


def test_parts_are_kept_in_written_order(bound):
    assert bound("summary: {title: a}\ntitle: {title: b}\n").parts == ("summary", "title")


def test_values_know_where_they_are_written(bound):
    title = bound("title:\n  title: 報告\n  subtitle: 二〇一六年\n").title
    assert (title.span.line, title.title.span.line, title.subtitle.span.column) == (2, 2, 13)


def test_defaults_stand_for_what_is_not_written(bound):
    deck = bound("deck: {footer: x}\n").deck
    assert deck.slide_numbers.text == "{n}"
    assert deck.numbering.text == "({n})"
    assert deck.author == ()


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ("titel: {}\n", "1:1 unknown-key unknown key `titel`", "did you mean `title`?"),
        ("Title: {}\n", "1:1 unknown-key unknown key `Title`", "did you mean `title`?"),
        ("author: x\n", "1:1 unknown-key unknown key `author`", "write `title: {title: …, author"),
        ("zzz: x\n", "1:1 unknown-key unknown key `zzz`", "known keys are `deck`, `title`"),
        (
            "slides:\n  - title: x\n    boddy: y\n",
            "3:5 unknown-key unknown key `boddy`",
            "did you mean `body`?",
        ),
        (
            "slides:\n  - sektion: y\n",
            "2:5 unknown-key unknown key `sektion`",
            "did you mean `section`?",
        ),
        (
            "deck: {trademarks: {notices: x}}\n",
            "1:21 unknown-key unknown key `notices`",
            "did you mean `notice`?",
        ),
        (
            f"deck:\n  {'x' * 60}: y\n",
            f"2:3 unknown-key unknown key `{'x' * 39}…`",
            "known keys are `template`",
        ),
        (
            "template: plain\nslides: []\n",
            "1:1 unknown-key unknown key `template`",
            "write it under `deck`",
        ),
        (
            "deck: {title: Where we stand}\n",
            "1:8 unknown-key unknown key `title`",
            "write it beside `deck`, not in it",
        ),
        (
            "slides:\n  - equation: {tex: f(x, y) = 1, number: true}\n",
            "2:26 unknown-key unknown key `y) = 1`",
            'quote it, `"f(x, y) = 1"`',
        ),
        (
            "slides:\n  - {id: a, title: 東京, 大阪}\n",
            "2:24 unknown-key unknown key `大阪`",
            'quote it, `"東京, 大阪"`',
        ),
        (
            'slides:\n  - {title: "a", wrong}\n',
            "2:18 unknown-key unknown key `wrong`",
            "known keys are",
        ),
    ],
)
def test_an_unknown_key_is_told_with_what_was_meant(read, text, said, hint):
    found = read(text)
    found.bind()
    assert found.said == [said]
    assert hint in found.hints


def test_a_misspelt_key_is_not_missing_as_well(read):
    found = read("keynote:\n  title: x\n  slydes: []\n")
    found.bind()
    assert found.said == ["3:3 unknown-key unknown key `slydes`"]


def test_a_record_is_told_by_the_keys_that_it_has(read):
    found = read("sessions:\n  - trak: x\n    sessions: [{title: y}]\n")
    found.bind()
    assert found.said == ["2:5 unknown-key unknown key `trak`"]
    assert "did you mean `track`?" in found.hints


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: {}\n", "1:8 missing-key `title` is missing"),
        ("keynote:\n  title: x\n", "2:3 missing-key `slides` is missing"),
        ("sessions:\n  - body: x\n", "2:5 missing-key `title` is missing"),
        ("sessions:\n  - track: x\n", "2:5 missing-key `sessions` is missing"),
        ("slides:\n  - image: {alt: x}\n", "2:12 missing-key `src` is missing"),
    ],
)
def test_a_required_key_is_missed_by_the_mapping_that_lacks_it(read, text, said):
    found = read(text)
    found.bind()
    assert found.said == [said]
    assert "add `" in found.hints


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("keynote: x\n", "1:10 wrong-type expected a mapping with `title`, `slides`, found `x`"),
        ("title:\n", "1:7 wrong-type expected a mapping with `title`, found nothing"),
        (
            "keynote: [x]\n",
            "1:10 wrong-type expected a mapping with `title`, `slides`, found a list",
        ),
        ("slides: {title: x}\n", "1:9 wrong-type expected a list, found a mapping"),
        ("slides:\n", "1:8 wrong-type expected a list, found nothing"),
        ("title: {title: [x]}\n", "1:16 wrong-type expected text, found a list"),
        ("title: {title: }\n", "1:16 wrong-type expected text, found nothing"),
        ("title: {title: {a: b}}\n", "1:16 wrong-type expected text, found a mapping"),
        (
            "deck: {slide_numbers: maybe}\n",
            "1:23 wrong-type expected `true`, `false` or a pattern, found `maybe`",
        ),
        (
            "closing: {title: x, hidden: [true]}\n",
            "1:29 wrong-type expected `true` or `false`, found a list",
        ),
        (
            "- a\n",
            "1:1 wrong-type expected a mapping with `deck`, `title`, `overview`, found a list",
        ),
        ("ab\n", "1:1 wrong-type expected a mapping with `deck`, `title`, `overview`, found `ab`"),
    ],
)
def test_a_value_of_another_kind_is_told_with_what_is_expected(read, text, said):
    found = read(text)
    found.bind()
    assert found.said == [said]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("title: {title: [x] }\n", "text that starts with `[` or `{` must be quoted"),
        ("title:\n  title: x\n  author:\n    - a: b\n", "text that holds `: ` must be quoted"),
        ("title: {title: }\n", "write the text, or remove the key"),
        ("slides: {title: x}\n", "start each item with `- `"),
    ],
)
def test_how_to_write_a_value_is_told(read, text, hint):
    found = read(text)
    found.bind()
    assert hint in found.hints


def test_a_mistake_over_several_lines_is_marked_in_the_first(read):
    found = read("deck:\n  footer:\n    - a\n    - b\n")
    found.bind()
    (item,) = found.sink.sorted()
    assert item.span.text == "- a"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("yes", True),
        ("On", True),
        ("'TRUE'", True),
        ("false", False),
        ("No", False),
        ("off", False),
    ],
)
def test_truth_is_written_in_several_ways(bound, written, value):
    assert bound(f"slides: [{{split: {written}}}]\n").slides[0].split is value


def test_one_value_stands_for_a_list_of_one(bound):
    spec = bound("title: {title: t, author: a}\ndeck: {keywords: [x, y], author: z}\n")
    assert [author.text for author in spec.title.authors] == ["a"]
    assert [word.text for word in spec.deck.keywords] == ["x", "y"]


def test_text_or_a_list_stands_for_the_key_that_a_block_is_mostly_for(bound):
    spec = bound(
        "slides:\n"
        "  - image: wide.png\n"
        "  - images: [wide.png, {src: tall.png, alt: x}]\n"
        "  - code: print()\n"
        "  - quote: said\n"
        "  - table: [[a, b], {cells: [c]}]\n"
    )
    image, images, code, quote, table = (slide.content[0] for slide in spec.slides)
    assert image.src.name == "wide.png"
    assert [picture.src.name for picture in images.pictures] == ["wide.png", "tall.png"]
    assert code.text == "print()"
    assert quote.text.paragraphs[0].text == "said"
    assert [[cell.text.text for cell in row.cells] for row in table.rows] == [["a", "b"], ["c"]]


def test_one_key_in_two_spellings_is_written_twice(read):
    found = read("title:\n  title: x\n  author: a\n  authors: b\n")
    found.bind()
    assert found.said == ["4:3 duplicate-key `authors` is written a second time under another name"]


def test_binding_goes_on_after_a_mistake(read):
    found = read(
        "titel: x\n"
        "deck: {language: '?'}\n"
        "title: {title: t, subtitel: x}\n"
        "slides:\n"
        "  - image: absent.png\n"
        "  - split: maybe\n"
        "    title: [x]\n"
    )
    assert isinstance(found.bind(), Spec)
    assert [said.split()[0] for said in found.said] == [
        "1:1",
        "2:18",
        "3:19",
        "5:12",
        "6:12",
        "7:12",
    ]


def test_a_mistake_in_an_optional_key_leaves_its_default(read):
    found = read("deck: {slide_numbers: maybe}\n")
    assert found.bind().deck.slide_numbers.text == "{n}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "slides: [{images: {columns: two, pictures: [wide.png]}}]\n",
            "1:29 wrong-type expected a whole number, found `two`",
        ),
        (
            "slides: [{images: {columns: 1.5, pictures: [wide.png]}}]\n",
            "1:29 wrong-type expected a whole number, found `1.5`",
        ),
        (
            "slides: [{table: {rows: [[a]], align: [middle]}}]\n",
            "1:40 invalid-value expected one of `auto`, `left`, `center`, `right`, found `middle`",
        ),
        (
            "slides: [{table: {rows: [[a]], align: [[left]]}}]\n",
            "1:40 wrong-type expected one of `auto`, `left`, `center`, `right`, found a list",
        ),
    ],
)
def test_numbers_and_choices_are_checked(read, text, said):
    found = read(text)
    found.bind()
    assert found.said == [said]


def test_a_choice_is_guessed(read):
    found = read("slides: [{table: {rows: [[a]], align: [centre]}}]\n")
    found.bind()
    assert "did you mean `center`?" in found.hints


def test_blanks_around_one_of_several_words_are_no_part_of_it(read):
    found = read("deck: {size: ' 4:3 '}\n")
    spec = found.bind()
    assert found.said == []
    assert spec.deck.size.name == "4:3"
