"""Drawings -> PDF files: text that can be searched, tags, links, pictures, the same bytes."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import ziafont
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from deckgen.blobs import Blob
from deckgen.draw.faces import Faces
from deckgen.draw.model import (
    ClosePath,
    DrawnGroup,
    FontFace,
    Gradient,
    ImageMark,
    LineTo,
    MoveTo,
    PageDrawing,
    PathMark,
    Pen,
    Solid,
    Stop,
    StructureType,
    Target,
    TextMark,
)
from deckgen.draw.page import draw_page
from deckgen.export.model import ExportedDeck, ExportedPage
from deckgen.export.pdf.document import pdf_of
from deckgen.text.fonts import NoFonts
from tests.support.building import build_pages
from tests.support.pdfs import opened, tags, text_of

FACE = FontFace("DejaVu Sans", str(Path(ziafont.__file__).with_name("fonts") / "DejaVuSans.ttf"))
BLACK = Solid("000000")
SQUARE = (MoveTo(10, 10), LineTo(90, 10), LineTo(90, 90), LineTo(10, 90), ClosePath())
NOTHING = DrawnGroup((), StructureType.ARTIFACT)


def text(words, x=20.0, baseline=50.0, width=None, **more):
    wide = 8.0 * len(words) if width is None else width
    return TextMark(words, FACE, 12.0, x, baseline, wide, BLACK, **more)


def page(*children, title="A page", **more):
    content = DrawnGroup(children, StructureType.PART)
    return PageDrawing(200.0, 100.0, NOTHING, content, title=title, language="en-US", **more)


def deck(*drawings, **more):
    pages = tuple(ExportedPage(drawing, at) for at, drawing in enumerate(drawings, 1))
    return ExportedDeck(pages, title="A deck", language="en-US", **more)


def paragraph(*marks, use=StructureType.PARAGRAPH, **more):
    return DrawnGroup(marks, use, **more)


def written(*drawings):
    return opened(pdf_of(deck(*drawings)))


def exported(source):
    pages = build_pages(source)
    faces = Faces(NoFonts())
    shown = tuple(
        ExportedPage(draw_page(pages, at, faces), at + 1, each.section, each.notes)
        for at, each in enumerate(pages.pages)
    )
    return ExportedDeck(shown, "Deck", language="en-US")


SAMPLE = """
slides:
  - title: What it holds
    body:
      - First [link](https://example.org/a(b) "Example")
      - text: "- Second\\n  - deeper\\n  - [there](#there)"
      - table: {rows: [[City, People], [Osaka, 3160], [Kraków, ""]]}
      - "A formula, $a^2$, and code: `x = 1`"
  - {id: there, title: A picture, image: {src: square.png, alt: A square, caption: Square}}
  - {title: Numbers, body: "1. one\\n2. two", source: Someone}
  - {section: Part}
  - chart: {type: bar, values: {a: 1, b: 2}, alt: Two bars}
    title: A chart
  - title: Program
    code: {text: "a = 1", language: python}
"""
KEPT = Path(__file__).with_name("tags.txt")


def test_what_is_on_a_page_is_tagged_by_what_it_is_for(updating):
    found = tags(opened(pdf_of(exported(SAMPLE))))
    if updating:
        KEPT.write_text(found, encoding="utf-8")
    assert found == KEPT.read_text(encoding="utf-8")


def test_text_that_is_searched_is_found_where_it_stands():
    data = pdf_of(deck(page(paragraph(text("Find me", x=40, baseline=30)))))
    with pypdfium2.PdfDocument(data) as pdf:
        found = pdf[0].get_textpage()
        place = found.search("Find me").get_next()
        assert place == (0, 7)
        left, bottom, _, top = found.get_charbox(0)
    assert left == pytest.approx(41, abs=1)
    assert bottom < 72 < top


def test_text_is_as_wide_as_it_was_measured():
    data = pdf_of(deck(page(paragraph(text("WWWW", x=10, width=52)))))
    with pypdfium2.PdfDocument(data) as pdf:
        _, _, right, _ = pdf[0].get_textpage().get_charbox(3, loose=True)
    assert right == pytest.approx(62, abs=0.1)


def test_letters_that_are_joined_are_copied_one_by_one():
    pdf = written(page(paragraph(text("office ﬁn e\u0301 naïve a\u0308\u0331"))))
    assert text_of(pdf) == ["office ﬁn e\u0301 naïve a\u0308\u0331"]


def test_words_of_two_lines_stay_apart_but_for_those_that_need_no_blanks():
    lines = [text("one", baseline=20), text("two", baseline=40)]
    japanese = [text("日", baseline=60), text("本", baseline=80)]
    found = tags(written(page(paragraph(*lines), paragraph(*japanese))))
    assert "P 'one two'" in found
    assert "P '日本'" in found


def test_an_address_that_goes_on_on_the_next_line_has_no_blank():
    parts = ("https://example.org/", "there")
    links = [
        DrawnGroup((text(part, baseline=y),), StructureType.LINK, link=Target("https://x"))
        for part, y in zip(parts, (20, 40), strict=True)
    ]
    assert " " not in text_of(written(page(paragraph(*links))))[0].replace("/ t", "/t")


def test_text_from_right_to_left_is_copied_as_it_is_read():
    pdf = written(page(paragraph(text("שלום", right_to_left=True, language="he"))))
    assert text_of(pdf) == ["שלום"]


def test_letters_that_no_face_has_are_drawn_and_still_copied():
    pdf = written(page(paragraph(text("日本"))))
    assert text_of(pdf) == ["日本"]
    assert "/Font" not in pdf.pages[0].Resources


def test_hidden_text_is_found_and_not_seen():
    data = pdf_of(deck(page(paragraph(text("secret", hidden=True, width=40)))))
    with pypdfium2.PdfDocument(data) as pdf:
        assert pdf[0].get_textpage().get_text_range() == "secret"
        assert pdf[0].render(scale=1).to_numpy().min() == 255


def test_text_in_another_language_says_so():
    pdf = written(page(paragraph(text("Grüße", language="de-DE"), text("hello", language="en-GB"))))
    content = pdf.pages[0].Contents.read_bytes()
    assert content.count(b"/Lang (de-DE)") == 1
    assert b"en-GB" not in content


def test_decoration_is_no_content():
    line = PathMark(SQUARE, pen=Pen(BLACK, 1.0))
    pdf = written(page(paragraph(line, text("words")), DrawnGroup((line,))))
    assert tags(pdf) == "Document\n  Sect\n    Div\n      P 'words'\n"


def test_a_picture_without_words_for_it_is_decoration():
    image = ImageMark((0, 0, 10, 10), Blob((png(),)), "image/png")
    pdf = written(page(DrawnGroup((image,), StructureType.FIGURE), paragraph(text("words"))))
    assert "Figure" not in tags(pdf)


def test_a_cell_tells_how_far_it_reaches():
    cell = DrawnGroup((text("x"),), StructureType.CELL, across=2, down=3)
    row = DrawnGroup((cell,), StructureType.ROW)
    found = tags(written(page(DrawnGroup((row,), StructureType.TABLE))))
    assert "TD ColSpan=2 RowSpan=3 'x'" in found


def test_links_lead_to_pages_and_addresses():
    there = DrawnGroup((text("next"),), StructureType.LINK, link=Target(page=1))
    away = DrawnGroup(
        (text("日本", x=80),), StructureType.LINK, link=Target("https://日本.example/x")
    )
    pdf = written(page(paragraph(there, away)), page())
    first, second = pdf.pages[0].Annots
    assert first.Dest[0].objgen == pdf.pages[1].objgen
    assert str(second.A.URI) == "https://%E6%97%A5%E6%9C%AC.example/x"
    assert [float(side) for side in first.Rect] == pytest.approx([20, 47.12, 52, 60.56])
    assert str(first.Contents) == "next"


def test_a_link_of_two_lines_is_called_by_its_words():
    lines = (text("next", baseline=20), text("page", baseline=40))
    pdf = written(page(paragraph(DrawnGroup(lines, StructureType.LINK, link=Target(page=0)))))
    assert str(pdf.pages[0].Annots[0].Contents) == "next page"


def test_the_outline_has_sections_and_titles():
    pages = [
        ExportedPage(page(title="Cover"), 1),
        ExportedPage(page(title="One"), 2, "Part"),
        ExportedPage(page(title="日本"), 3, "Part"),
    ]
    pdf = opened(pdf_of(ExportedDeck(tuple(pages), "T")))
    with pdf.open_outline() as outline:
        found = [(entry.title, [kid.title for kid in entry.children]) for entry in outline.root]
    assert found == [("Cover", []), ("Part", ["One", "日本"])]


def test_pages_keep_their_numbers_where_some_are_left_out():
    pages = tuple(ExportedPage(page(), number) for number in (3, 4, 9))
    pdf = opened(pdf_of(ExportedDeck(pages, "T")))
    assert [each.label for each in pdf.pages] == ["3", "4", "9"]


def test_the_file_says_what_it_is():
    pdf = opened(pdf_of(deck(page(), author="A & <B>", subject="S", keywords="k, l")))
    with pdf.open_metadata() as told:
        assert told["dc:title"] == "A deck"
        assert told["dc:creator"] == ["A & <B>"]
        assert told["pdfuaid:part"] == "1"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.Root.Lang) == "en-US"
    assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())


def jpeg(mode="RGB"):
    out = io.BytesIO()
    Image.new(mode, (6, 4), 100 if mode == "L" else (200, 40, 40, 9)[: len(mode)]).save(out, "JPEG")
    return out.getvalue()


def png(mode="RGB", color=(200, 40, 40, 128)):
    out = io.BytesIO()
    Image.new(mode, (6, 4), color[: len(mode)]).save(out, "PNG")
    return out.getvalue()


_OPEN: list[pikepdf.Pdf] = []
"""Files whose objects are looked at, which go when they go."""


def image_of(content, media, **more):
    mark = ImageMark((10, 10, 60, 40), Blob((content,)), media, **more)
    pdf = written(page(DrawnGroup((mark,), StructureType.FIGURE, "words")))
    found = next(iter(pdf.pages[0].Resources.XObject.values()))
    _OPEN.append(pdf)
    return found


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_jpeg_is_copied_as_it_is(mode):
    content = jpeg(mode)
    assert image_of(content, "image/jpeg").read_raw_bytes() == content


def test_what_shows_through_a_png_stays_so():
    found = image_of(png("RGBA"), "image/png")
    assert set(found.SMask.read_bytes()) == {128}


def test_an_opaque_png_is_copied_as_it_is():
    content = png()
    assert found_rows(content) == image_of(content, "image/png").read_raw_bytes()


def found_rows(content):
    at = content.index(b"IDAT")
    (length,) = struct.unpack_from(">I", content, at - 4)
    return content[at + 4 : at + 4 + length]


def test_a_picture_on_many_pages_is_in_the_file_once():
    mark = ImageMark((10, 10, 60, 40), Blob((jpeg(),)), "image/jpeg")
    figure = DrawnGroup((mark,), StructureType.FIGURE, "words")
    pdf = written(page(figure), page(figure))
    assert (
        sum(each.get("/Subtype") == "/Image" for each in pdf.objects if hasattr(each, "get")) == 1
    )


def test_a_drawing_becomes_a_picture_of_its_colours():
    svg = b"""<svg xmlns="http://www.w3.org/2000/svg" width="6" height="4">
        <rect width="6" height="4" fill="#0f0"/></svg>"""
    found = image_of(svg, "image/svg+xml")
    assert found.read_bytes()[:3] == b"\x00\xff\x00"


def test_a_picture_that_is_none_leaves_the_page_as_it_is():
    mark = ImageMark((10, 10, 60, 40), Blob((b"no picture",)), "image/png")
    pdf = written(page(DrawnGroup((mark,), StructureType.FIGURE, "words"), paragraph(text("a"))))
    assert "/XObject" not in pdf.pages[0].Resources


def pixel(drawing, x, y):
    with pypdfium2.PdfDocument(pdf_of(deck(drawing))) as pdf:
        return tuple(
            int(part) for part in pdf[0].render(scale=1).to_pil().convert("RGB").getpixel((x, y))
        )


def test_colours_lie_where_they_are_drawn_and_show_through():
    half = PathMark(SQUARE, fill=Solid("FF0000", 0.5))
    found = pixel(page(DrawnGroup((half,), StructureType.ARTIFACT)), 50, 50)
    assert found == pytest.approx((255, 127, 127), abs=2)
    assert pixel(page(DrawnGroup((half,), StructureType.ARTIFACT)), 150, 50) == (255, 255, 255)


def test_gradients_go_from_one_colour_to_the_other():
    stops = (Stop(0.0, Solid("FF0000")), Stop(1.0, Solid("0000FF", 0.0)))
    fill = Gradient((10, 0), (90, 0), stops)
    drawing = page(DrawnGroup((PathMark(SQUARE, fill=fill),), StructureType.ARTIFACT))
    left, right = pixel(drawing, 12, 50), pixel(drawing, 88, 50)
    assert left == pytest.approx((255, 5, 5), abs=12)
    assert right == pytest.approx((255, 255, 255), abs=12)


def test_what_has_gone_when_all_was_shown_is_not_there():
    gone = paragraph(text("gone"), hidden=2)
    come = paragraph(text("come"), shown=2)
    assert text_of(written(page(gone, come))) == ["come"]


def test_a_part_is_cut_by_its_outline_and_moved_by_its_matrix():
    mark = PathMark(SQUARE, fill=BLACK)
    clip = (MoveTo(0, 0), LineTo(40, 0), LineTo(40, 100), LineTo(0, 100), ClosePath())
    moved = DrawnGroup((mark,), StructureType.ARTIFACT, clip=clip, matrix=(1, 0, 0, 1, 100, 0))
    assert pixel(page(moved), 120, 50) == (0, 0, 0)
    assert pixel(page(moved), 160, 50) == (255, 255, 255)
    assert pixel(page(moved), 20, 50) == (255, 255, 255)


def test_the_same_deck_gives_the_same_bytes():
    assert pdf_of(exported(SAMPLE)) == pdf_of(exported(SAMPLE))


def test_a_deck_that_differs_has_another_identifier():
    first, second = (opened(pdf_of(deck(page(title=title)))) for title in "ab")
    assert first.trailer.ID[0] != second.trailer.ID[0]


def test_a_checker_of_pdf_ua_finds_nothing():
    checker = pytest.importorskip("page")
    report = checker.validate_pdf_bytes(pdf_of(exported(SAMPLE)), profile="ua1")
    assert [failure.message for failure in report.failures] == []
    assert report.rules.total > 100


HOSTILE = st.text(
    st.characters(codec="utf-8") | st.sampled_from("()<>[]\\/%\u202e\u200d\ufeff\ufffe\x00é\u0301")
)


@settings(max_examples=40)
@given(HOSTILE, HOSTILE)
def test_no_text_breaks_the_file(words, title):
    link = DrawnGroup((text(words),), StructureType.LINK, alt=title, link=Target(f"https:{title}"))
    drawing = page(paragraph(text(words, language=title), link), title=title)
    pdf = opened(pdf_of(ExportedDeck((ExportedPage(drawing, 1, title),), title, title, title)))
    assert len(pdf.pages) == 1
    tags(pdf)


def test_compressed_streams_are_read_by_any_reader():
    pdf = written(page(paragraph(text("a"))))
    assert zlib.decompress(pdf.pages[0].Contents.read_raw_bytes())
    assert isinstance(pdf.Root.Metadata, pikepdf.Stream)
