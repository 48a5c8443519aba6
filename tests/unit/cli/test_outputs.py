"""Words after `-o`, and of what is exported -> files, or what is wrong with the words."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from PIL import Image

from deckgen.cli.program import run

FIVE = "deck: {language: en}\nslides:\n" + "".join(
    f"  - {{title: Slide {number}, body: [words], notes: Say {number}.}}\n"
    for number in range(1, 6)
)


@pytest.fixture
def five(folder):
    folder.joinpath("five.yaml").write_text(FIVE, encoding="utf-8")
    return folder


def names(folder, ending):
    return sorted(path.name for path in folder.glob(f"x*{ending}"))


def pdf_text(data):
    import pypdfium2

    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def test_one_run_writes_several_forms(five):
    assert run(["five.yaml", "-o", "x.pptx", "-o", "x.pdf", "-o", "x.html"]) == 0
    assert five.joinpath("x.pptx").read_bytes().startswith(b"PK")
    assert five.joinpath("x.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert five.joinpath("x.html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_the_presentation_is_the_same_as_alone(five):
    run(["five.yaml", "-o", "alone.pptx"])
    run(["five.yaml", "-o", "with.pptx", "-o", "x.pdf"])
    assert five.joinpath("alone.pptx").read_bytes() == five.joinpath("with.pptx").read_bytes()


def test_capitals_tell_a_form_too(five):
    assert run(["five.yaml", "-o", "X.PDF"]) == 0
    assert five.joinpath("X.PDF").read_bytes().startswith(b"%PDF")


def test_pictures_are_numbered_at_the_end_of_their_name(five):
    assert run(["five.yaml", "-o", "out/x.svg"]) == 0
    assert names(five / "out", ".svg") == [f"x-{number}.svg" for number in range(1, 6)]


def test_pictures_are_numbered_where_their_name_says(five):
    assert run(["five.yaml", "-o", "x%%-%03d-y.svg", "--slides", "2,4"]) == 0
    assert names(five, ".svg") == ["x%-002-y.svg", "x%-004-y.svg"]


def test_the_picture_of_one_slide_needs_no_number(five):
    assert run(["five.yaml", "-o", "x.png", "--slides", "3", "--scale", "0.5"]) == 0
    assert names(five, ".png") == ["x.png"]
    with Image.open(five / "x.png") as picture:
        assert picture.size == (640, 360)


def test_slides_are_chosen_by_ranges(five):
    assert run(["five.yaml", "-o", "x.pdf", "--slides", "4-,1"]) == 0
    found = pdf_text(five.joinpath("x.pdf").read_bytes())
    assert [text[: len("Slide 1")] for text in found] == ["Slide 1", "Slide 4", "Slide 5"]


@pytest.mark.parametrize("ranges", ["6", "3-6", "6-", "-9"])
def test_slides_that_are_not_there_are_told_with_how_many_there_are(five, capsys, ranges):
    five.joinpath("x.pdf").write_bytes(b"before")
    assert run(["five.yaml", "-o", "x.pdf", "--slides", ranges]) == 1
    told = capsys.readouterr().err
    assert "error[no-such-slides]" in told
    assert "the deck has 5 slides" in told
    assert five.joinpath("x.pdf").read_bytes() == b"before"


def test_hidden_slides_show_only_where_they_are_named(five):
    text = "slides: [{title: A}, {title: B, hidden: true}]"
    five.joinpath("h.yaml").write_text(text, encoding="utf-8")
    run(["h.yaml", "-o", "h.pdf"])
    run(["h.yaml", "-o", "b.pdf", "--slides", "2"])
    assert len(pdf_text(five.joinpath("h.pdf").read_bytes())) == 1
    assert pdf_text(five.joinpath("b.pdf").read_bytes())[0].startswith("B")


@pytest.mark.parametrize(("number", "sheets"), [("1", 5), ("2", 3), ("3", 2), ("4", 2), ("6", 1)])
def test_a_handout_has_so_many_slides_on_a_sheet(five, number, sheets):
    assert run(["five.yaml", "-o", "x.pdf", "--handout", number]) == 0
    found = pdf_text(five.joinpath("x.pdf").read_bytes())
    assert len(found) == sheets
    assert [f"Slide {at}" in "".join(found) for at in range(1, 6)] == [True] * 5


def test_sheets_are_white_and_numbered_by_themselves(five):
    assert run(["five.yaml", "-o", "x.png", "--handout", "2", "--scale", "0.25"]) == 0
    assert names(five, ".png") == ["x-1.png", "x-2.png", "x-3.png"]
    with Image.open(five / "x-3.png") as picture:
        assert picture.convert("RGBA").getpixel((2, 2)) == (255, 255, 255, 255)


def test_notes_pages_have_the_slide_and_what_is_said(five):
    assert run(["five.yaml", "-o", "x.pdf", "--notes", "--paper", "letter"]) == 0
    data = five.joinpath("x.pdf").read_bytes()
    assert "Say 2." in pdf_text(data)[1]
    assert "Slide 2" in pdf_text(data)[1]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert [float(side) for side in pdf.pages[0].MediaBox] == [0, 0, 612, 792]


def test_long_notes_go_on_on_another_sheet(folder):
    notes = " ".join(
        ["Sixteen words are said here, again and again, until the sheet is full of them."] * 90
    )
    folder.joinpath("long.yaml").write_text(f"slides: [{{title: A, notes: '{notes} End.'}}]")
    assert run(["long.yaml", "-o", "x.pdf", "--notes"]) == 0
    found = pdf_text(folder.joinpath("x.pdf").read_bytes())
    assert len(found) == 2
    assert " ".join("".join(found).split()).count("Sixteen words are said here") == 90
    assert "End." in found[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["-o", "x.pdfx"], "'x.pdfx' ends in .pdfx; results end in .pptx, .pdf, .png, .svg or"),
        (["-o", "x.pgn"], "did you mean 'x.png'?"),
        (["-o", "x.htm"], "did you mean 'x.html'?"),
        (["-o", "x.pdf", "-o", "./x.pdf"], "is named twice with -o"),
        (["-o", "x-03d.png"], "did you mean 'x-%03d.png'?"),
        (["-o", "x-%s.png"], "'%s' in 'x-%s.png' is no place for a number; write %d or %03d"),
        (["-o", "%d-%d.png"], "has several places for a number"),
        (["-o", "x-%d.pdf"], "holds all slides in one file"),
        (["-o", "x.pptx", "--slides", "1"], "--slides is for .pdf, .png, .svg and .html"),
        (["--handout", "6"], "--handout is for .pdf, .png and .svg, none of which is written"),
        (["-o", "x.html", "--notes"], "--notes is for .pdf, .png and .svg"),
        (["-o", "x.svg", "--scale", "2"], "--scale is for .png"),
        (["-o", "x.pdf", "--handout", "6", "--notes"], "choose one"),
        (["-o", "x.pdf", "--handout", "5"], "'5' is not one of"),
        (["-o", "x.pdf", "--paper", "a4"], "--paper is for --handout and --notes"),
        (["-o", "x.pdf", "--slides", "3-1"], "did you mean '1-3'?"),
        (["-o", "x.pdf", "--slides", "0"], "the first slide is 1"),
        (["-o", "x.pdf", "--slides", "a"], "is no range of slides"),
        (["-o", "x.pdf", "--slides", ""], "is no range of slides"),
        (["-o", "x.png", "--scale", "99"], "is not in the range"),
        (["-o", "x.png", "--scale", "nan"], "'nan' is no number"),
        (["-o", ""], "found an empty word"),
    ],
)
def test_words_that_cannot_be_meant_are_refused_before_any_work(five, capsys, words, told):
    before = sorted(five.iterdir())
    assert run(["five.yaml", *words]) == 2
    assert told in capsys.readouterr().err
    assert sorted(five.iterdir()) == before


def test_two_results_never_go_to_one_file(five, capsys):
    assert run(["five.yaml", "-o", "x.svg", "-o", "x-%d.svg"]) == 1
    assert "error[output-twice]: two results would go to `x-1.svg`" in capsys.readouterr().err
    assert names(five, ".svg") == []


def test_a_sign_that_stands_for_nothing_is_part_of_a_name(five):
    assert run(["five.yaml", "-o", "100%.svg", "--slides", "1"]) == 0
    assert five.joinpath("100%.svg").exists()


def test_nothing_is_written_where_the_deck_has_errors(five):
    five.joinpath("x.pdf").write_bytes(b"before")
    assert run(["bad.yaml", "-o", "x.pdf", "-o", "x.pptx", "-o", "x.png"]) == 1
    assert five.joinpath("x.pdf").read_bytes() == b"before"
    assert names(five, ".png") + names(five, ".pptx") == []


def test_no_picture_takes_the_place_of_one_that_was_read(five, capsys):
    Image.new("RGB", (8, 8)).save(five / "x-1.png")
    before = five.joinpath("x-1.png").read_bytes()
    text = "slides: [{title: A, image: {src: x-1.png, alt: A}}, {title: B}]"
    five.joinpath("p.yaml").write_text(text, encoding="utf-8")
    assert run(["p.yaml", "-o", "x.png"]) == 1
    assert "error[output-is-source]" in capsys.readouterr().err
    assert five.joinpath("x-1.png").read_bytes() == before


@pytest.mark.parametrize("ending", ["pdf", "png", "svg", "html"])
def test_the_same_deck_gives_the_same_bytes(five, ending):
    for name in ("a", "b"):
        assert run(["five.yaml", "-o", f"{name}.{ending}", "--slides", "2"]) == 0
    assert five.joinpath(f"a.{ending}").read_bytes() == five.joinpath(f"b.{ending}").read_bytes()


LINKED = "slides:\n" + "".join(
    f"  - {{title: {name}, id: {name}, body: 'To [{to}](#{to})'}}\n"
    for name, to in ("ab", "ba", "ca")
)


def leads(folder, ending):
    found = (re.findall('<a href="([^"]*)"', path.read_text()) for path in folder.glob(ending))
    return sorted(each for one in found for each in one)


def test_drawings_lead_to_each_other_by_their_names(folder):
    folder.joinpath("d.yaml").write_text(LINKED)
    run(["d.yaml", "-o", "x y-%02d.svg"])
    assert leads(folder, "*.svg") == ["x%20y-01.svg", "x%20y-01.svg", "x%20y-02.svg"]


def test_a_drawing_leads_to_none_that_is_not_written(folder):
    folder.joinpath("d.yaml").write_text(LINKED)
    run(["d.yaml", "-o", "x.svg", "--slides", "2-3"])
    assert leads(folder, "*.svg") == []
    run(["d.yaml", "-o", "y.svg", "-o", "z.svg"])
    assert leads(folder, "*.svg") == []
