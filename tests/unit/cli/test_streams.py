"""Decks from standard input, results to standard output."""

from deckgen.cli.program import run

DECK = "deck: {language: en}\nslides:\n  - title: Costs\n    body: They rose.\n"
BAD_DECK = DECK + "titel: Costs\n"


def is_presentation(data: bytes) -> bool:
    return data.startswith(b"PK")


def test_a_deck_can_be_piped_in(folder, type_in):
    type_in(DECK.encode())
    assert run(["-", "-o", "x.pptx"]) == 0
    assert is_presentation(folder.joinpath("x.pptx").read_bytes())


def test_the_result_can_be_piped_out(folder, capsysbinary):
    assert run(["good.yaml", "-o", "-"]) == 0
    assert is_presentation(capsysbinary.readouterr().out)


def test_a_piped_deck_is_called_stdin(folder, type_in, capsys):
    type_in(BAD_DECK.encode())
    assert run(["check", "-", "--format", "concise"]) == 1
    assert capsys.readouterr().err.startswith("<stdin>:5:1: error[unknown-key]")


def test_a_byte_order_mark_is_no_part_of_the_deck(folder, type_in):
    type_in(b"\xef\xbb\xbf" + DECK.encode())
    assert run(["check", "-"]) == 0


def test_a_piped_deck_needs_a_name_for_the_result(folder):
    assert run(["-"]) == 2


def test_what_is_not_utf8_is_refused(folder, type_in, capsys):
    type_in("題".encode("cp932"))
    assert run(["check", "-"]) == 1
    assert "UTF-8" in capsys.readouterr().err
