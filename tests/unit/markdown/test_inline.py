"""Emphasis, links, breaks and code in a line, beside Japanese as beside English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.content import plain
from deckgen.markdown import parse_body, parse_inline
from tests.unit.markdown.conftest import passage, reading


def test_styles_nest(inline):
    assert inline("a **b *c* `d`** ~~e~~") == [
        "a ",
        "b  +strong",
        "c +strong +emphasis",
        "  +strong",
        "d +strong +code",
        " ",
        "e +strike",
    ]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("これは**「重要」**です", ["これは", "「重要」 +strong", "です"]),
        ("**重要。**次", ["重要。 +strong", "次"]),
        ("前**（注）**", ["前", "（注） +strong"]),
        ("**Nova**と**「Neutron」**", ["Nova +strong", "と", "「Neutron」 +strong"]),
        ("*「斜体」*も", ["「斜体」 +emphasis", "も"]),
        ("한국어**“강조”**는", ["한국어", "“강조” +strong", "는"]),
        ("~~「取り消し」~~も", ["「取り消し」 +strike", "も"]),
    ],
)
def test_emphasis_opens_and_closes_beside_east_asian_letters(inline, text, runs):
    assert inline(text) == runs


@pytest.mark.parametrize(
    "text", ["2 * 3 * 4", "a*b", "snake_case_name", "** not **", "**open", "*", "5*3*2あ"]
)
def test_marks_that_emphasise_nothing_are_text(inline, text):
    assert "".join(run.split(" +")[0] for run in inline(text)).replace("  ", " ") == text


@pytest.mark.parametrize(
    "text", ["2*3*4=24", "10m*20m*30m", "=A1*B1*C1", "2**3**4", "幅は3*x*2です", "１*２*３"]
)
def test_asterisks_that_multiply_stay(inline, text):
    assert inline(text) == [text]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("*1*位と**2**つ", ["1 +emphasis", "位と", "2 +strong", "つ"]),
        ("3**倍**に", ["3", "倍 +strong", "に"]),
        ("Q1**の**2", ["Q1", "の +strong", "2"]),
        ("a*b*c", ["a", "b +emphasis", "c"]),
    ],
)
def test_figures_beside_letters_are_emphasised_all_the_same(inline, text, runs):
    assert inline(text) == runs


@pytest.mark.parametrize(
    "text",
    [
        r"C:\Users\me\_private\#1.txt",
        r"D:\データ\-旧-\資料.pptx",
        r"C:\logs\*.txt",
        r"\\fs01\share\部署\_old",
        r"\\192.168.0.1\c$\!tmp",
        r"「\\fs01\共有」",
    ],
)
def test_backslashes_of_a_path_of_windows_stay(inline, text):
    assert inline(text) == [text]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"C:\\Users\\me", r"C:\Users\me"),
        (r"\\\\srv\\share", r"\\srv\share"),
        (r"\*no\* \_no\_ 3:\*4", "*no* _no_ 3:*4"),
        (r"x\\y", r"x\y"),
    ],
)
def test_other_backslashes_escape_as_ever(inline, text, shown):
    assert inline(text) == [shown]


def test_emphasis_ends_behind_a_path(inline):
    assert inline(r"**C:\Temp\** です") == ["C:\\Temp\\ +strong", " です"]


def test_underscores_within_words_are_text(inline):
    assert inline("the file my_long_name.py and _this_") == [
        "the file my_long_name.py and ",
        "this +emphasis",
    ]


@pytest.mark.parametrize(
    ("text", "link", "rest"),
    [
        ("https://example.org/a。次", "https://example.org/a", "。次"),
        ("https://example.org/aを見る", "https://example.org/a", "を見る"),
        ("https://example.org/a.", "https://example.org/a", "."),
        ("https://example.org/a_(b)", "https://example.org/a_(b)", None),
        ("https://example.org/?q=1&r=2)", "https://example.org/?q=1&r=2", ")"),
        ("https://example.org/a*", "https://example.org/a", "*"),
        ("HTTP://example.org", "HTTP://example.org", None),
        ("ftp://example.org、", "ftp://example.org", "、"),
    ],
)
def test_a_bare_link_ends_where_the_address_does(inline, text, link, rest):
    first, *others = inline(text)
    assert first.partition(" -> ")[0] == link
    assert others == ([rest] if rest else [])


@pytest.mark.parametrize("text", ["https://", "xhttps://example.org", "mailto:a@b.c", "http:/a"])
def test_what_is_no_address_is_no_link(inline, text):
    assert inline(text) == [text]


def test_a_link_after_japanese_is_a_link(inline):
    assert inline("詳細はhttps://example.org/へ") == [
        "詳細は",
        "https://example.org/ -> https://example.org/",
        "へ",
    ]


def test_links_of_all_kinds(inline):
    assert inline("[a **b**](https://x.y) <https://x.y/z> [c](#id)") == [
        "a  -> https://x.y",
        "b +strong -> https://x.y",
        " ",
        "https://x.y/z -> https://x.y/z",
        " ",
        "c -> #id",
    ]


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\u00a0"])
def test_a_link_without_words_shows_its_address(text):
    made = parse_inline(passage(f"a [{text}](https://example.org/q) b"), reading())
    assert "https://example.org/q" in plain(made)


def test_an_id_in_any_script_is_linked_to_as_it_is_written(inline):
    assert inline("[a](#日本)") == ["a -> #日本"]


def test_a_link_knows_where_its_address_is_written():
    source = passage("見よ [a](https://example.org/日本)")
    (link,) = [run.link for run in parse_inline(source, reading()) if run.link]
    assert link.span.text == "https://example.org/日本"


def test_hard_breaks_of_all_kinds_are_line_feeds(paragraphs):
    assert paragraphs("a\\\nb  \nc<br>d<BR />e") == ["0 - a\nb\nc\nd\ne"]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("日本\n語", "日本語"),
        ("日本、\n「語」", "日本、「語」"),
        ("日本\nEnglish", "日本 English"),
        ("English\n日本", "English 日本"),
        ("two\nwords", "two words"),
        ("한국\n사람", "한국 사람"),
        ("**強調**\n続き", "強調続き"),
        ("続き\n**強調**", "続き強調"),
    ],
)
def test_a_line_end_is_a_space_except_between_east_asian_letters(paragraphs, text, joined):
    assert paragraphs(text) == [f"0 - {joined}"]


def test_comments_are_dropped(paragraphs):
    assert paragraphs("a<!-- no -->b\n") == ["0 - ab"]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("H~2~O", ["H", "2 +subscript", "O"]),
        ("x^2^ + y^n+1^", ["x", "2 +superscript", " + y", "n+1 +superscript"]),
        ("^14^C", ["14 +superscript", "C"]),
        ("注^※1^を", ["注", "※1 +superscript", "を"]),
        ("**x^2^**", ["x +strong", "2 +strong +superscript"]),
        ("a==b **c**==d", ["a==b ", "c +strong", "==d"]),
        ("これは==重要 **です**==よ", ["これは", "重要  +marked", "です +strong +marked", "よ"]),
        ("H<sub>2</sub>O x<SUP>2</SUP>", ["H", "2 +subscript", "O x", "2 +superscript"]),
        (
            "<u>a</u> <kbd>Ctrl</kbd> <mark>b</mark>",
            ["a +underline", " ", "Ctrl +code", " ", "b +marked"],
        ),
        ("<b>a *b</b> c*", ["a  +strong", "b +strong +emphasis", " c +emphasis"]),
        (
            "<del>a</del><ins>b</ins><strong>c</strong><em>d</em>",
            ["a +strike", "b +underline", "c +strong", "d +emphasis"],
        ),
    ],
)
def test_words_are_set_above_and_below_the_line_and_marked(inline, text, runs):
    assert inline(text) == runs


@pytest.mark.parametrize(
    "text",
    [
        "10~20人、30~40人",
        "9:00~10:00,13:00~15:00",
        "1~3,5~8",
        "(^_^)",
        "(^o^)/",
        "2^10",
        "a^b c^d",
        "if a==b and c==d",
        "x == y == z",
        "== not ==",
        "=====",
        "List<String> and Map<K, V>",
        "a < b > c",
        "<name>",
    ],
)
def test_signs_that_set_nothing_are_text(inline, text):
    assert inline(text) == [text]


def test_entities_and_escapes_are_what_they_stand_for(inline):
    assert inline(r"&lt;b&gt; \*a\* &amp; &#12354;") == ["<b> *a* & あ"]


def test_code_keeps_its_marks(inline):
    assert inline("`**a** <br>`") == ["**a** <br> +code"]


def test_a_line_feed_in_a_line_breaks_it(inline):
    assert inline("a\n**b**\n") == ["a\n", "b +strong"]


@given(st.text(alphabet="ab あ「」。*_~`[](){}<>!\\#-+1.|&;:/\n", max_size=60))
def test_any_text_is_markdown(text):
    for piece in parse_body(passage(text), reading()):
        assert piece.span.start <= piece.span.stop
    assert isinstance(plain(parse_inline(passage(text), reading())), str)


@given(st.text(max_size=60))
def test_any_characters_are_markdown(text):
    parse_body(passage(text), reading())
    parse_inline(passage(text), reading())


@given(st.text(alphabet="abc あいう漢字、。「」（）", max_size=60))
def test_text_without_marks_stays_as_it_is(text):
    words = text.strip()
    shown = [p.text for piece in parse_body(passage(text), reading()) for p in piece.paragraphs]
    assert shown == ([words] if words else [])
