"""Bytes become text, or it is told why they are none."""

import io
from pathlib import Path

import pytest

from deckgen.compiler import Options, build_file, build_stream, build_text
from deckgen.diagnostics import Sink
from deckgen.source import Source
from deckgen.spec.decoding import decode
from deckgen.stages.preparing import shares
from deckgen.world import MemoryWorld

DECK = "title: {title: 報告}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_utf_8_or_marked_as_utf_16(encoding):
    source = decode(DECK.encode(encoding), "deck.yaml", Sink())
    assert source is not None
    assert source.text == DECK


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_mistakes_are_told_in_their_line_however_lines_end(end):
    text = end.join(["slides:", "  - title: a", "    body: |", "      b", "   - c", ""])
    files = {"deck.yaml": text.encode()}
    for run in (
        build_text(text),
        build_file(Path("deck.yaml"), world=MemoryWorld(files)),
        build_stream(io.BytesIO(text.encode()), "deck.yaml"),
    ):
        run.pages()
        assert [item.span.line for item in run.sink.sorted() if item.span] == [5]


def test_lines_that_end_at_a_carriage_return_alone_keep_their_length():
    source = decode(b"a: b\rc: d\r\n", "deck.yaml", Sink())
    assert source is not None
    assert source.text == "a: b\nc: d\r\n"


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        ("a: b\n題: 報告\n".encode("cp932"), "byte 0x91 in line 2", "this looks like Shift_JIS"),
        (b"a: \xff\xff\n", "byte 0xFF in line 1", "save it as UTF-8"),
        (b"PK\x03\x04\x00\xff\n", "is not UTF-8 text", "this looks like no text at all"),
        ("題".encode("utf-16")[:-1], "is not UTF-8 text", ""),
    ],
)
def test_bytes_that_are_no_text_are_told_with_what_they_look_like(data, message, hint):
    sink = Sink()
    assert decode(data, "deck.yaml", sink) is None
    (item,) = sink.sorted()
    assert message in item.message
    assert hint in "".join(item.hints)
    assert item.span is None


def test_an_absent_deck_is_told():
    build = build_file(Path("absent.yaml"), world=MemoryWorld())
    assert build.source is None
    assert [item.message for item in build.check()] == ["no file `absent.yaml`"]
    assert build.run().output is None


@pytest.mark.parametrize("name", ["deep/" * 1000 + "deck.yaml", "x" * 5000])
def test_a_very_long_name_is_shown_in_part(name):
    (item,) = build_file(Path(name)).check()
    assert name[:150] in item.message
    assert len(item.message) < 300


def test_a_deck_from_a_stream_is_called_as_it_is_given():
    build = build_stream(io.BytesIO(b"titel: {}\n"), "<stdin>")
    assert [str(item.span) for item in build.check()] == ["<stdin>:1:1"]


def test_settings_of_a_run_outweigh_those_of_the_deck():
    build = build_text(DECK, options=Options(settings=(("language", "de"),)))
    deck = build.deck()
    assert deck is not None
    assert deck.language == "de"


def test_a_mistaken_setting_is_told_where_it_was_given():
    build = build_text(DECK, options=Options(settings=(("langauge", "de"),)))
    (item,) = build.check()
    assert str(item.span) == "--set langauge:1:1"
    assert item.hints == ("did you mean `language`?",)


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_an_empty_deck_is_told_once(text):
    (item,) = build_text(text).check()
    assert item.code.slug == "empty-deck"


@pytest.mark.parametrize("text", ["just text\n", "- a\n", "1\n", "null: 1\n", "? [a]\n: b\n"])
def test_a_deck_that_is_no_mapping_of_parts_is_told(text):
    assert build_text(text).check()


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("slides: [{title: Pitfalls when migrating}]", False),
        ("slides: [{title: What these include:, body: **when** it is}]", True),
        ("slides: [{title: Those whenever asked}]", False),
        ("slides: [{title: a, when: b}]", True),
        ('slides: [{title: a, "when" : b}]', True),
        ("slides:\n- ? when # a remark\n  : b", True),
        ("slides: [{title: &k when}, {*k : a}]", True),
        ("include: a.yaml", True),
        ("variables: {a: b}", True),
        ("slides: [{title: '${a}'}]", True),
    ],
)
def test_words_of_the_text_do_not_ask_for_what_keys_do(text, asks):
    assert shares(Source("deck.yaml", text), Options()) is asks
