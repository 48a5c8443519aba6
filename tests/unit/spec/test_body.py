"""A body is Markdown, a YAML list of bullets, or a list of blocks, freely mixed."""

import pytest

from deckgen.blocks.code import Code
from deckgen.blocks.image import Image
from deckgen.blocks.quote import Quote
from deckgen.blocks.table import Table
from deckgen.blocks.text import Text
from tests.unit.markdown.conftest import shown


@pytest.fixture
def content(bound):
    """Return the blocks of a slide that is written as indented YAML."""
    return lambda text: bound("slides:\n  - title: x\n" + text).slides[0].content


def bullets(blocks):
    return [shown(paragraph) for block in blocks for paragraph in block.paragraphs]


def test_text_is_markdown(content):
    blocks = content("    body: |\n      - a\n        - **b**\n")
    assert bullets(blocks) == ["0 * a", "1 * b"]


@pytest.mark.parametrize("body", ["a **b**", "'a **b**'", '"a **b**"', ">\n      a\n      **b**"])
def test_markdown_may_be_written_as_any_scalar(content, body):
    assert bullets(content(f"    body: {body}\n")) == ["0 - a b"]


@pytest.mark.parametrize("body", ["", "''", "~", "[]", "|"])
def test_an_empty_body_gives_nothing(content, body):
    assert content(f"    body: {body}\n") == ()


def test_a_list_is_bullets(content):
    text = "    body:\n      - a\n      - '**b** c'\n"
    assert bullets(content(text)) == ["0 * a", "0 * b c"]


def test_lists_within_lists_are_deeper_bullets(content):
    text = "    body:\n      - a\n      - - b\n        - - c\n        - d\n      - e\n"
    assert bullets(content(text)) == ["0 * a", "1 * b", "2 * c", "1 * d", "0 * e"]


def test_a_key_with_a_list_is_a_bullet_with_others_below(content):
    text = "    body:\n      - a:\n          - b\n          - c: [d, e: [f]]\n      - g\n"
    expected = ["0 * a", "1 * b", "1 * c", "2 * d", "2 * e", "3 * f", "0 * g"]
    assert bullets(content(text)) == expected


def test_bullets_are_text_whatever_they_look_like(content):
    assert bullets(content("    body: [1, true, 2016-10-25, 1.50]\n")) == [
        "0 * 1",
        "0 * true",
        "0 * 2016-10-25",
        "0 * 1.50",
    ]


def test_bullets_know_where_they_are_written(content):
    (block,) = content("    body:\n      - 一\n      - - 二\n")
    assert [(p.span.line, p.span.column) for p in block.paragraphs] == [(4, 9), (5, 11)]


def test_blocks_and_bullets_keep_their_order(content):
    blocks = content(
        "    body:\n"
        "      - a\n"
        "      - table: [[b]]\n"
        "      - c\n"
        "      - d\n"
        "      - text: e\n"
        "      - code: f\n"
        "      - quote: g\n"
        "      - image: {src: wide.png, alt: h}\n"
    )
    assert [type(block) for block in blocks] == [Text, Table, Text, Text, Code, Quote, Image]
    assert bullets([blocks[2]]) == ["0 * c", "0 * d"]


def test_markdown_becomes_the_same_blocks_as_are_written(content):
    text = "    body: |\n      a\n\n      | b |\n      |---|\n\n      ```\n      c\n      ```\n"
    assert [type(block) for block in content(text)] == [Text, Table, Code]


def test_keys_of_a_slide_give_content_in_written_order(content):
    blocks = content("    table: [[a]]\n    body: b\n    code: c\n    text: d\n")
    assert [type(block) for block in blocks] == [Table, Text, Code, Text]


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        (
            "    body: {a: b}\n",
            "3:11 wrong-type expected Markdown or a list, found a mapping",
            "start each block with `- `",
        ),
        (
            "    body:\n      - tabel: x\n",
            "4:9 unknown-key unknown block `tabel`",
            "did you mean `table`?",
        ),
        (
            "    body:\n      - tables: [[x]]\n",
            "4:9 unknown-key unknown block `tables`",
            "did you mean `table`?",
        ),
        (
            "    body:\n      - zzzz: x\n",
            "4:9 unknown-key unknown block `zzzz`",
            "blocks are `body`, `text`, `image`",
        ),
        (
            "    body:\n      - image: wide.png\n        alt: x\n",
            "5:9 unknown-key `alt` stands beside `image`",
            "indent it to make it part of `image`",
        ),
        (
            "    body:\n      - Note: see below\n",
            "4:9 unknown-key unknown block `Note`",
            'quote text that holds `: `, `"Note: see below"`',
        ),
        (
            "    body:\n      - Points:\n          - Note: see below\n",
            "5:13 unknown-key unknown block `Note`",
            'quote text that holds `: `, `"Note: see below"`',
        ),
        (
            "    body:\n      - Why:\n",
            "4:9 unknown-key unknown block `Why`",
            'quote text that ends in `:`, `"Why:"`',
        ),
        (
            "    body:\n      - ? why\n",
            "4:11 unknown-key unknown block `why`",
            'quote text that starts with `? `, `"? why"`',
        ),
        (
            "    body:\n      - Points:\n          - image: wide.png\n",
            "5:13 wrong-type the block `image` stands below a bullet",
            "indent it as far as the bullets of the first level",
        ),
        ("    body:\n      -\n", "4:8 wrong-type expected text, found nothing", ""),
        (
            "    body:\n      - a:\n          - {b: c, d: e}\n",
            "5:13 wrong-type expected text or a list, found a mapping",
            "",
        ),
    ],
)
def test_a_mistake_is_told_in_its_line(read, text, said, hint):
    found = read("slides:\n  - title: x\n" + text)
    found.bind()
    assert found.said == [said]
    assert hint in found.hints


def test_what_stands_beside_a_mistake_is_kept(read):
    found = read("slides:\n  - title: x\n    body:\n      - tabel: x\n      - a\n")
    assert bullets(found.bind().slides[0].content) == ["0 * a"]


def test_a_pair_in_a_bullet_is_no_block(read):
    found = read("slides:\n  - title: x\n    body:\n      - Pitfalls: many\n")
    found.bind()
    assert found.said == ["4:9 unknown-key unknown block `Pitfalls`"]
    assert "quote" in found.hints


@pytest.mark.parametrize("word", ["Tables", "Images", "表", "Text and Code"])
def test_a_word_of_a_text_is_a_bullet_however_near_to_a_block(content, word):
    (text,) = content(f"    body:\n      - {word}:\n          - below\n")
    assert [(p.text, p.level) for p in text.paragraphs] == [(word, 0), ("below", 1)]
