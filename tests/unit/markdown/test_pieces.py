"""Code, tables, quotations, pictures and rules are pieces of their own between the prose."""

from deckgen.content import plain
from deckgen.markdown.model import (
    Fence,
    Figure,
    FootnoteText,
    PipeTable,
    Prose,
    Quotation,
    ThematicBreak,
)


def kinds(pieces):
    return [type(piece) for piece in pieces]


def test_pieces_come_in_their_order(body):
    text = "a\n\n```py\nb\n```\n> c\n\n| d |\n|---|\n\n![e](f)\n\n---\n\ng\n"
    assert kinds(body(text)) == [Prose, Fence, Quotation, PipeTable, Figure, ThematicBreak, Prose]


def test_neighbouring_paragraphs_and_lists_are_one_piece(body):
    assert kinds(body("# a\n\nb\n\n- c\n\n1. d\n")) == [Prose]


def test_an_empty_body_has_no_pieces(body):
    assert body("") == body("\n  \n") == body("<!-- nothing -->") == ()


def test_code_has_a_language_and_no_last_line_feed(body):
    (fence,) = body('```python {hl="1"}\ndef f():\n\treturn 1\n\n```\n')
    assert (fence.language, fence.text) == ("python", "def f():\n    return 1\n")


def test_indented_code_has_no_language(body):
    (fence,) = body("    a\n      b\n")
    assert (fence.language, fence.text) == ("", "a\n  b")


def test_code_that_is_not_closed_goes_on_to_the_end(body):
    (fence,) = body("~~~\na\n- b\n")
    assert fence.text == "a\n- b"


def test_a_table_has_its_header_first_and_alignments(body):
    (table,) = body("| a | b | c |\n|:--|:-:|--:|\n| **d** | `|` |\n")
    assert table.alignments == ("left", "center", "right")
    texts = [["".join(run.text for run in cell.runs) for cell in row] for row in table.rows]
    assert texts == [["a", "b", "c"], ["d", "`", "`"]]
    assert table.rows[1][0].runs[0].strong


def test_a_pipe_in_a_cell_is_escaped(body):
    (table,) = body("| a |\n|---|\n| `x \\| y` |\n")
    assert table.rows[1][0].runs[0].text == "x | y"


def test_a_quotation_has_paragraphs_and_may_hold_others(body):
    (quote,) = body("> a\n>\n> > b\n>\n> - c\n")
    assert isinstance(quote, Quotation)
    assert [paragraph.text for paragraph in quote.paragraphs] == ["a", "b", "c"]


def test_quotations_apart_are_two(body):
    assert kinds(body("> a\n\nb\n\n> c\n")) == [Quotation, Prose, Quotation]


def test_code_divides_a_quotation(body):
    assert kinds(body("> a\n>\n> ```\n> b\n> ```\n>\n> c\n")) == [Quotation, Fence, Quotation]


def test_a_picture_alone_is_a_figure_with_words(body):
    (figure,) = body('![会場の **全景**](写真%201.png "題")\n')
    assert (figure.target, figure.alt, figure.title) == ("写真 1.png", "会場の 全景", "題")
    assert figure.span.text == "写真%201.png"


def test_pictures_in_text_follow_it(body):
    assert kinds(body("a ![b](c) d ![e](f)\n")) == [Prose, Figure, Figure]
    prose = body("a ![b](c)\n")[0]
    assert prose.paragraphs[0].text == "a"


def test_a_picture_in_an_item_follows_the_items_so_far(body):
    text = "- a\n  ![b](c)\n- d\n"
    assert kinds(body(text)) == [Prose, Figure, Prose]


def test_every_piece_knows_its_lines(body):
    text = "a\n\n```\nb\n```\n\n> c\n> d\n\n---\n"
    places = [(piece.span.line, piece.span.text) for piece in body(text)]
    assert places == [(1, "a"), (3, "```\nb\n```"), (7, "> c\n> d"), (10, "---")]


def test_footnotes_come_last_and_do_not_part_the_prose_around_them(body):
    prose, note = body("a[^x]\n\n[^x]: what it\n    says\n\nb\n")
    assert [paragraph.text for paragraph in prose.paragraphs] == ["a[^x]", "b"]
    assert isinstance(note, FootnoteText)
    assert (note.label, plain(note.runs), note.span.line) == ("x", "what it says", 3)


def test_a_footnote_ends_the_list_or_paragraph_before_it(body):
    text = "- a\n  - b[^1]\n[^1]: word\n[^2]: **two** words\n"
    prose, first, second = body(text)
    assert [paragraph.text for paragraph in prose.paragraphs] == ["a", "b[^1]"]
    assert [(note.label, plain(note.runs)) for note in (first, second)] == [
        ("1", "word"),
        ("2", "two words"),
    ]


def test_the_paragraphs_of_a_footnote_are_its_lines(body):
    (note,) = body("[^1]: first\n\n    - second\n\n    third\n")
    assert plain(note.runs) == "first\nsecond\nthird"


def test_a_footnote_without_text_is_none_and_told_of(body, told):
    assert body("[^1]:\n") == ()
    hint = "write what it says behind the colon"
    assert told("a\n\n[^label]:\n b\n") == [("empty-block", "[^label]:", hint)]


def test_code_that_looks_like_a_footnote_is_code(body):
    assert kinds(body("```\n[^1]: x\n```\n")) == [Fence]
