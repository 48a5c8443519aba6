"""Packages become files: content types, relationships, and parts as they are."""

import io
import zipfile
import zlib

from lxml import etree

from deckgen.opc.package import Package, Part, Relationship
from deckgen.opc.read import read_package
from deckgen.opc.write import write_package

LAYOUT = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
MAIN = Relationship("rId1", "http://x/officeDocument", "/ppt/presentation.xml")


def package(*parts):
    return Package({part.name: part for part in parts}, (MAIN,))


def files(*parts):
    with zipfile.ZipFile(io.BytesIO(write_package(package(*parts)).read())) as file:
        return {name: file.read(name) for name in file.namelist()}


def compression(*parts):
    with zipfile.ZipFile(io.BytesIO(write_package(package(*parts)).read())) as file:
        return {item.filename: item.compress_type for item in file.infolist()}


def types(*parts):
    root = etree.fromstring(files(*parts)["[Content_Types].xml"])
    return {item.get("PartName") or item.get("Extension"): item.get("ContentType") for item in root}


def test_content_types_come_first_and_parts_in_their_order():
    names = list(files(Part("/b.xml", LAYOUT, b""), Part("/a.xml", LAYOUT, b"")))
    assert names == ["[Content_Types].xml", "_rels/.rels", "b.xml", "a.xml"]


def test_xml_parts_have_their_type_by_name_and_pictures_by_extension():
    found = types(Part("/a.xml", LAYOUT, b""), Part("/m/i.PNG", "image/png", b""))
    assert found["/a.xml"] == LAYOUT
    assert found["png"] == "image/png"
    assert "/m/i.PNG" not in found
    assert found["xml"] == "application/xml"


def test_a_second_type_for_an_extension_goes_to_the_part():
    found = types(Part("/a.bin", "x/first", b""), Part("/b.bin", "x/second", b""))
    assert found["bin"] == "x/first"
    assert found["/b.bin"] == "x/second"


def test_plain_xml_needs_no_type_of_its_own():
    assert "/a.xml" not in types(Part("/a.xml", "application/xml", b""))


def test_a_part_without_an_extension_has_its_type_by_name():
    assert types(Part("/a.d/part", "x/y", b""))["/a.d/part"] == "x/y"


def test_relationships_that_were_read_pass_through():
    part = Part("/ppt/a.xml", LAYOUT, b"", (MAIN,), rels=b"<as-it-was/>")
    assert files(part)["ppt/_rels/a.xml.rels"] == b"<as-it-was/>"


def test_new_relationships_are_relative_to_their_part():
    kind = "http://x/kind"
    relationships = (
        Relationship("rId1", kind, "/ppt/slides/slide2.xml"),
        Relationship("rId2", kind, "/ppt/media/image1.png"),
        Relationship("rId3", kind, "/top.xml"),
        Relationship("rId4", kind, 'https://example.com/?a=1&b="2"', external=True),
    )
    part = Part("/ppt/slides/slide1.xml", LAYOUT, b"", relationships)
    root = etree.fromstring(files(part)["ppt/slides/_rels/slide1.xml.rels"])
    assert [item.get("Target") for item in root] == [
        "slide2.xml",
        "../media/image1.png",
        "../../top.xml",
        'https://example.com/?a=1&b="2"',
    ]
    assert [item.get("TargetMode") for item in root] == [None, None, None, "External"]


def test_a_part_without_relationships_has_no_part_for_them():
    assert "_rels/a.xml.rels" not in files(Part("/a.xml", LAYOUT, b""))


def test_pictures_that_are_compressed_are_stored():
    found = compression(
        Part("/a.png", "image/png", b"a" * 999), Part("/a.bmp", "image/bmp", b"a" * 999)
    )
    assert found["a.png"] == zipfile.ZIP_STORED
    assert found["a.bmp"] == zipfile.ZIP_DEFLATED


def test_a_stream_that_was_read_is_written_again():
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = compressor.compress(b"<x/>" * 99) + compressor.flush()
    part = Part("/a.xml", LAYOUT, b"<x/>" * 99, deflated=packed)
    assert packed in write_package(package(part)).read()


def test_what_is_written_is_read_again():
    part = Part("/ppt/presentation.xml", LAYOUT, b"<x/>", (Relationship("r", "k", "/ppt/a.xml"),))
    read = read_package(write_package(package(part, Part("/ppt/a.xml", LAYOUT, b"<y/>"))).read())
    assert read.relationships == (MAIN,)
    assert read.parts["/ppt/presentation.xml"].relationships == part.relationships
    assert read.parts["/ppt/a.xml"].data == b"<y/>"
    assert read.parts["/ppt/a.xml"].content_type == LAYOUT
