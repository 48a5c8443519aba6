"""Pictures of other formats are converted; drawings keep what shows, and lose what acts."""

import io

import pytest
from PIL import Image

from deckgen.pictures.model import BadPictureError, TooManyPixelsError
from deckgen.units import px
from tests.support.pictures import DRAWING, read


def saved(kind, mode="RGB", color=(10, 120, 200), **options):
    buffer = io.BytesIO()
    Image.new(mode, (40, 30), color).save(buffer, kind, **options)
    return buffer.getvalue()


def svg(inside, head='viewBox="0 0 30 20"'):
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'.encode()


@pytest.mark.parametrize("kind", ["WEBP", "AVIF"])
def test_a_photograph_becomes_a_jpeg(kind):
    if kind == "AVIF" and kind not in Image.SAVE:
        pytest.skip("this Pillow has no AVIF")
    found = read(saved(kind))
    assert (found.extension, found.size.width, found.size.height) == ("jpeg", px(40), px(30))
    assert found.shown.read() == read(saved(kind)).shown.read()


def test_a_heif_picture_becomes_a_jpeg():
    pillow_heif = pytest.importorskip("pillow_heif")
    pillow_heif.register_heif_opener()
    assert read(saved("HEIF")).extension == "jpeg"


@pytest.mark.parametrize(
    "data",
    [saved("WEBP", "RGBA", (1, 2, 3, 40)), saved("WEBP", lossless=True)],
    ids=["see-through", "lossless"],
)
def test_what_must_be_exact_becomes_a_png(data):
    assert read(data).extension == "png"


def test_what_a_file_tells_beside_what_it_shows_stays_behind():
    exif = Image.Exif()
    exif[0x010F] = "A maker of cameras"
    assert b"A maker" not in read(saved("WEBP", exif=exif)).whole.read()


def test_a_picture_on_its_side_is_turned():
    exif = Image.Exif()
    exif[0x0112] = 6
    size = read(saved("WEBP", exif=exif)).size
    assert (size.width, size.height) == (px(30), px(40))


@pytest.mark.parametrize("data", [saved("WEBP")[:-40], b"RIFF\0\0\0\0WEBPVP8 ", b"%PDF-1.7"])
def test_a_damaged_picture_is_refused(data):
    with pytest.raises(BadPictureError, match="damaged"):
        read(data)


def test_a_picture_of_too_many_pixels_is_not_decoded():
    with pytest.raises(TooManyPixelsError, match="40 x 30 pixels"):
        read(saved("WEBP"), most_pixels=1000)


def test_a_drawing_has_a_picture_beside_it():
    found = read(DRAWING.encode())
    assert found.extension == "png"
    assert found.size.aspect == pytest.approx(1.5, rel=0.01)
    assert b"<circle" in found.vector.read()


@pytest.mark.parametrize(
    ("inside", "gone"),
    [
        ("<script>steal()</script>", b"steal"),
        ('<rect onclick="steal()" width="9" height="9"/>', b"steal"),
        ("<foreignObject><iframe src='steal'/></foreignObject>", b"steal"),
        ('<a href="https://example.org"><rect width="9" height="9"/></a>', b"example.org"),
        ("<style>@import url(https://example.org/a.css); a {}</style>", b"example.org"),
        ('<rect fill="url(https://example.org/a)" width="9" height="9"/>', b"example.org"),
        ('<rect width="9" height="9"><set attributeName="href" to="steal"/></rect>', b"steal"),
    ],
)
def test_what_acts_or_leads_elsewhere_is_taken_out_of_a_drawing(inside, gone):
    assert gone not in read(svg(inside)).vector.read()


def test_words_in_html_may_stand_beside_others_for_programs_that_show_none():
    both = "<switch><foreignObject><p>A</p></foreignObject><text>A</text></switch>"
    assert b"foreignObject" not in read(svg(both)).vector.read()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<text>&a;</text>"), "declares entities"),
        (svg('<image href="file:///etc/passwd"/>'), "shows another file"),
        (svg('<use href="other.svg#a"/>'), "shows another file"),
        (svg("", head=""), "says nothing of its size"),
        (svg("", head='viewBox="0 0 100000 1"'), "times as long"),
        (svg("<g>"), "damaged"),
        (b"<note/>", "is no SVG drawing"),
        (b"<html/>", "is a web page"),
        (b"<!DOCTYPE html>\n<html><br></html>", "is a web page"),
        (b"<svg/>", 'lacks `xmlns="http://www.w3.org/2000/svg"`'),
        (
            svg("<foreignObject><p>A <b>label</b></p></foreignObject>"),
            "its words, such as `A label`",
        ),
        (
            svg(
                '<g id="a0"><path/></g>'
                + "".join(
                    f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9)
                )
                + '<use href="#a8"/>'
            ),
            "draws more than",
        ),
        (svg('<g id="a"><use href="#a"/></g>'), "nests what it uses"),
    ],
)
def test_a_drawing_that_cannot_be_trusted_or_shown_is_refused(data, said):
    with pytest.raises(BadPictureError, match=said):
        read(data)


def test_a_document_type_without_declarations_is_passed_over():
    head = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    assert read(head + DRAWING.encode()).vector is not None


def test_a_page_of_a_document_is_shown():
    pytest.importorskip("pypdfium2")
    buffer = io.BytesIO()
    first, second = Image.new("RGB", (300, 200)), Image.new("RGB", (200, 300))
    first.save(buffer, "PDF", save_all=True, append_images=[second])
    assert read(buffer.getvalue()).size.aspect == pytest.approx(1.5, rel=0.01)
    assert read(buffer.getvalue(), page=2).size.aspect == pytest.approx(2 / 3, rel=0.01)
    with pytest.raises(BadPictureError, match="has 2 pages, and no page 3"):
        read(buffer.getvalue(), page=3)
