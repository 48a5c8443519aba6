"""Words, names, tags and patterns, as they may be written and as they may not."""

import pytest

from deckgen.content import plain
from deckgen.spec.kinds import (
    Identifier,
    Inline,
    Language,
    Markdown,
    Pattern,
    TextSize,
    TitlePattern,
    Word,
)
from deckgen.spec.picture_kinds import PictureRef


@pytest.fixture
def bind_one(read):
    def bind(written, kind):
        found = read(f"a: {written}\n")
        found.root = found.root.get("a").value
        return found.bind(kind), found

    return bind


@pytest.mark.parametrize("written", ["costs", "costs-2016", "v1.2_b", "費用", "ｶﾞ", "7", "'a'"])
def test_a_name_may_be_of_any_script(bind_one, written):
    name, found = bind_one(written, Identifier)
    assert found.said == []
    assert name.text == written.strip("'")


@pytest.mark.parametrize("written", ["two words", "a#b", "a/b", "'a '", '"a\\nb"', "''", "a　b"])
def test_a_name_has_no_spaces_or_marks(bind_one, written):
    name, found = bind_one(written, Identifier)
    assert name is None
    assert "invalid-value" in found.said[0]
    assert "use letters, digits" in found.hints


@pytest.mark.parametrize("written", ["ja", "en-GB", "zh-Hant-TW", "de-CH-1901"])
def test_languages_are_tags(bind_one, written):
    assert bind_one(written, Language)[0].tag == written
    assert bind_one(written.upper(), Language)[0].tag == written


@pytest.mark.parametrize("written", ["Japanese!", "日本語", "j", "japanese", "ja_JP", "''", "ja-"])
def test_other_words_are_no_language(bind_one, written):
    tag, found = bind_one(written, Language)
    assert tag is None
    assert "expected a language tag" in found.said[0]


@pytest.mark.parametrize(
    ("written", "filled"),
    [
        ("({n})", "(3)"),
        ("' ({n}/{total})'", " (3/7)"),
        ("'、{n}枚目'", "、3枚目"),
        ("'{{n}}'", "{n}"),
        ("continued", "continued"),
    ],
)
def test_patterns_are_filled(bind_one, written, filled):
    pattern, found = bind_one(written, Pattern)
    assert found.said == []
    assert pattern.fill(n=3, total=7) == filled


@pytest.mark.parametrize(
    ("kind", "written"),
    [(Pattern, "'{title}'"), (TitlePattern, "'{n}'"), (TitlePattern, "'{track} {total}'")],
)
def test_patterns_have_the_places_of_their_key(bind_one, kind, written):
    assert bind_one(written, kind)[0] is None
    assert bind_one("'{track}: {title}'", TitlePattern)[0].fill(track="A", title="b") == "A: b"


@pytest.mark.parametrize(
    "written", ["'{'", "'}'", "'{}'", "'{number}'", "'{n!r}'", "'{n:>9}'", "'{n.real}'", "'{0}'"]
)
def test_patterns_have_known_places_and_nothing_else(bind_one, written):
    pattern, found = bind_one(written, Pattern)
    assert pattern is None
    assert "places are `{n}`" in found.hints


@pytest.mark.parametrize(
    ("written", "size"), [("14pt", 1400), ("14 pt", 1400), ("14", 1400), ("10.5pt", 1050)]
)
def test_sizes_are_points(bind_one, written, size):
    assert bind_one(written, TextSize)[0].size == size


@pytest.mark.parametrize("written", ["tiny", "0", "100pt", "14px", "-14pt", "14.25pt", "''", "1e1"])
def test_other_words_are_no_size(bind_one, written):
    size, found = bind_one(written, TextSize)
    assert size is None
    assert "write points" in found.hints


def test_a_word_is_trimmed(bind_one):
    assert bind_one("'  a b '", Word)[0].text == "a b"


def test_a_line_has_styles_and_breaks(bind_one):
    line, _ = bind_one("|\n  a **b**\n  c\n", Inline)
    assert line.text == "a b\nc"
    assert [run.strong for run in line.runs] == [False, True, False]


def test_notes_are_paragraphs_and_lists(bind_one):
    notes, _ = bind_one("|\n  a\n\n  - b\n    - c\n", Markdown)
    assert [paragraph.text for paragraph in notes.paragraphs] == ["a", "b", "c"]


def test_notes_with_other_blocks_keep_every_line(bind_one):
    notes, _ = bind_one("|\n  a\n\n  | b |\n  |---|\n\n  > c\n", Markdown)
    assert [paragraph.text for paragraph in notes.paragraphs] == ["a", "| b |", "|---|", "> c"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("absent.png", "1:4 file-not-found no file `absent.png`"),
        ("wyde.png", "1:4 file-not-found no file `wyde.png`"),
        (
            "notes.txt",
            (
                "1:4 bad-picture `notes.txt` is of no kind of picture that is read: PNG, JPEG, GIF,"
                " BMP, TIFF, SVG, WebP, AVIF, HEIF and PDF are"
            ),
        ),
        ("[a]", "1:4 wrong-type expected the path of a picture, found a list"),
        ("https://x.y/a.png", "1:4 file-not-found `https://x.y/a.png` is not a file"),
    ],
)
def test_a_picture_must_be_a_file_that_is_one(bind_one, written, said):
    picture, found = bind_one(written, PictureRef)
    assert picture is None
    assert found.said == [said]


def test_a_picture_that_is_absent_is_guessed(bind_one):
    assert "did you mean `wide.png`?" in bind_one("wyde.png", PictureRef)[1].hints


@pytest.mark.parametrize("written", ["./wide.png", "sub/../wide.png", "'.\\wide.png'"])
def test_paths_may_be_written_in_several_ways(bind_one, written):
    picture, found = bind_one(written, PictureRef)
    assert (picture is None) == (found.said != [])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("jp", "ja"),
        ("JP", "ja"),
        ("jpn", "ja"),
        ("ja_JP", "ja-JP"),
        ("ja_JP.UTF-8", "ja-JP"),
        ("ja-JA", "ja-JP"),
        ("日本語", "ja"),
        ("Japanese", "ja"),
        ("english", "en"),
        ("eng", "en"),
        ("en-UK", "en-GB"),
        ("en_us", "en-US"),
        ("us", "en-US"),
        ("cn", "zh-CN"),
        ("cn-CN", "zh-CN"),
        ("deutsch", "de"),
        ("cz", "cs"),
        ("gr", "el"),
        ("ua-UA", "uk-UA"),
    ],
)
def test_a_tag_that_is_no_language_leads_to_the_one_that_is_meant(read, written, meant):
    found = read(f"deck: {{language: {written}}}\n")
    found.bind()
    assert found.said == [
        f"1:18 invalid-value expected a language tag, found `{written}`",
    ]
    assert found.hints == f"did you mean `{meant}`?"


@pytest.mark.parametrize(
    "written", ["xx", "en-XX", "Klingon", "e", "en-", "en--US", "1", "en-US-x"]
)
def test_a_tag_that_is_none_is_told_of(read, written):
    found = read(f"deck: {{language: '{written}'}}\n")
    found.bind()
    assert found.hints == "write a tag such as `ja`, `en` or `de-CH`"


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("ja", "ja"),
        ("EN-gb", "en-GB"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("de-CH-1996", "de-CH-1996"),
        ("ca-valencia", "ca-valencia"),
        ("haw", "haw"),
        ("yue-HK", "yue-HK"),
    ],
)
def test_a_tag_is_taken_in_its_usual_form(bound, written, usual):
    assert bound(f"deck: {{language: {written}}}\n").deck.language.tag == usual


@pytest.mark.parametrize("number", ["0", "-3"])
def test_a_number_of_things_is_one_at_least(read, number):
    found = read(f"slides: [{{images: {{columns: {number}, pictures: [wide.png]}}}}]\n")
    found.bind()
    assert found.said == [f"1:29 invalid-value expected 1 or more, found `{number}`"]


@pytest.mark.parametrize(
    ("written", "pattern"),
    [("true", "{n}"), ("no", ""), ("'{n} / {total}'", "{n} / {total}"), ("'- {n} -'", "- {n} -")],
)
def test_slide_numbers_are_shown_or_not_or_by_a_pattern(bound, written, pattern):
    assert bound(f"deck: {{slide_numbers: {written}}}\n").deck.slide_numbers.text == pattern


def test_slide_numbers_have_no_other_places(read):
    found = read("deck: {slide_numbers: '{page}'}\n")
    found.bind()
    assert found.said == ["1:23 invalid-value `{page}` has other places"]


@pytest.mark.parametrize("word", ["false", "no", "Off", "none"])
def test_lines_that_all_slides_have_are_off_where_they_are_false(bound, word):
    keys = ("footer", "date", "label", "trademarks", "copyright", "numbering", "continuation")
    deck = bound("deck: {" + ", ".join(f"{key}: {word}" for key in keys) + "}\n").deck
    assert (deck.footer.text, deck.date.text, deck.label.text) == ("", "", "")
    assert (deck.trademarks, deck.copyright) == (None, None)
    assert (deck.numbering.text, deck.continuation.text) == ("", "")


def test_a_track_is_left_out_of_titles_where_its_pattern_is_false(bound):
    assert bound("deck: {track_title: false}\n").deck.track_title.text == "{title}"


def test_such_words_are_texts_in_quotation_marks(bound):
    deck = bound("deck: {label: 'none', footer: \"true\"}\n").deck
    assert (deck.label.text, deck.footer.text) == ("none", "true")


def test_trademarks_that_are_true_have_their_usual_notice(bound):
    assert bound("deck: {trademarks: true}\n").deck.trademarks.notice is None


@pytest.mark.parametrize("date", ["today", "now", "auto"])
def test_no_date_is_that_of_the_day_of_the_build(bound, read, date):
    found = read(f"title: {{title: x, date: {date}}}\n")
    found.bind()
    assert found.said == [
        f"1:25 invalid-value `{date}` is no date: a deck gives the same slides on any day"
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("(2/3)", "({n}/{total})"), ("part 2", "part {n}"), ("（1）", "（{n}）")],
)
def test_a_pattern_of_numbers_that_stay_the_same_tells_the_one_that_was_meant(read, written, meant):
    found = read(f"deck: {{continuation: {written}}}\n")
    found.bind()
    assert "would say the same number on all pages" in found.said[0]
    assert f"write places, which are filled in: `{meant}`" in found.hints


@pytest.mark.parametrize("widths", ["[3, 2]", "[60%, 40%]", "[60 %, 40 %]", "[0.6, 0.4]"])
def test_widths_are_numbers_or_shares(bound, widths):
    deck = bound(f"slides: [{{columns: {{widths: {widths}, columns: [a, b]}}}}]\n")
    wide, narrow = deck.slides[0].content[0].widths
    assert wide / narrow == pytest.approx(1.5)


def test_lists_of_yaml_nest_in_markdown_as_they_do_in_bodies(bind_one):
    notes, found = bind_one("[say, {and that: [deeper, [deepest]]}, [below]]", Markdown)
    assert found.said == []
    levels = [(plain(one.runs), one.level) for one in notes.paragraphs]
    assert levels == [("say", 0), ("and that", 0), ("deeper", 1), ("deepest", 2), ("below", 1)]


def test_a_text_with_a_colon_in_a_list_of_notes_is_to_be_quoted(bind_one):
    _, found = bind_one('["a", {Note: x}]', Markdown)
    assert "expected text, found a mapping" in found.said[0]
