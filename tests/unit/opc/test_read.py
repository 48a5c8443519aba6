"""Reading packages: what is there, what is tolerated, and what is refused with which words."""

from __future__ import annotations

import io
import zipfile

import pytest

from deckgen.opc.package import BadPackageError
from deckgen.opc.read import read_package
from tests.support.packages import Master, content_types, layout, parts_of, relationships, zipped


def small() -> dict[str, str | bytes]:
    return dict(parts_of(Master(layouts=(layout(name="One"),))))


def test_parts_have_absolute_names_and_their_content_types():
    package = read_package(zipped(small()))
    part = package.parts["/ppt/slideLayouts/slideLayout0.xml"]
    assert part.content_type.endswith("presentationml.slideLayout+xml")
    assert "/[Content_Types].xml" not in package.parts
    assert not [name for name in package.parts if name.endswith(".rels")]


def test_targets_are_resolved_against_the_source_part():
    package = read_package(zipped(small()))
    assert package.relationships[0].target == "/ppt/presentation.xml"
    part = package.parts["/ppt/slideLayouts/slideLayout0.xml"]
    assert part.target("slideMaster") == "/ppt/slideMasters/slideMaster0.xml"


def test_relationship_parts_pass_as_they_were():
    parts = small()
    package = read_package(zipped(parts))
    rels = package.parts["/ppt/presentation.xml"].rels
    assert rels == str(parts["ppt/_rels/presentation.xml.rels"]).encode()
    assert package.parts["/ppt/theme/theme0.xml"].rels is None


def test_compressed_bytes_are_kept_for_writing_again():
    import zlib

    part = read_package(zipped(small())).parts["/ppt/theme/theme0.xml"]
    assert part.deflated is not None
    assert zlib.decompress(part.deflated, -15) == part.data


def test_external_targets_stay_as_written():
    parts = small()
    parts["ppt/_rels/presentation.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/hyperlink" Target="https://example.org/../?q#f"'
        ' TargetMode="External"/></Relationships>'
    )
    (link,) = read_package(zipped(parts)).parts["/ppt/presentation.xml"].relationships
    assert link.external
    assert link.target == "https://example.org/../?q#f"


@pytest.mark.parametrize(
    "target",
    [
        "/ppt/media/図 1.png",
        "media/図 1.png",
        "../ppt/media/図 1.png",
        "media/%E5%9B%B3%201.png",
        "Media/図 1.PNG",
        "media\\図 1.png",
        "./media/図 1.png#frame",
    ],
)
def test_odd_targets_find_their_part(target):
    parts = small()
    parts["ppt/media/図 1.png"] = b"picture"
    parts["ppt/_rels/presentation.xml.rels"] = relationships(("image", target))
    package = read_package(zipped(parts))
    assert package.parts["/ppt/presentation.xml"].target("image") == "/ppt/media/図 1.png"


def test_targets_cannot_leave_the_package():
    parts = small()
    parts["ppt/_rels/presentation.xml.rels"] = relationships(("image", "../../../etc/passwd"))
    package = read_package(zipped(parts))
    target = package.parts["/ppt/presentation.xml"].target("image")
    assert target == "/etc/passwd"
    assert target not in package.parts


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "C:/evil.xml", "a//b.xml", "a/./b"])
def test_items_whose_name_is_no_part_name_are_ignored(name):
    parts = small() | {name: b"evil"}
    assert b"evil" not in [part.data for part in read_package(zipped(parts)).parts.values()]


def test_backslashes_in_item_names_are_separators():
    parts = {name.replace("/", "\\"): data for name, data in small().items()}
    assert "/ppt/presentation.xml" in read_package(zipped(parts)).parts


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_items_with_a_name_the_last_counts():
    buffer = io.BytesIO(zipped(small()))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("ppt/theme/theme0.xml", "<later/>")
    package = read_package(buffer.getvalue())
    assert package.parts["/ppt/theme/theme0.xml"].data == b"<later/>"


def test_content_types_compare_without_case():
    parts = small()
    parts["[content_types].XML"] = content_types({"/PPT/Presentation.xml": "presentation.main+xml"})
    del parts["[Content_Types].xml"]
    part = read_package(zipped(parts)).parts["/ppt/presentation.xml"]
    assert part.content_type.endswith("presentation.main+xml")


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "PowerPoint 97-2003"),
        (b"version https://git-lfs.github.com/spec/v1\noid", "Git LFS"),
        (b"<!doctype html><title>Sign in</title>", "web page"),
        (b"%PDF-1.7", "no zip"),
        (b"PK\x03\x04 and no more", "cut off"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument"}), "OpenDocument"),
        (zipped({"Index/Document.iwa": b""}), "Keynote"),
        (zipped({"readme.txt": "hello"}), "not a PowerPoint file"),
    ],
)
def test_what_is_no_package_is_refused_in_the_authors_words(data, words):
    with pytest.raises(BadPackageError, match=words):
        read_package(data)


def test_a_truncated_file_is_refused():
    data = zipped(small())
    with pytest.raises(BadPackageError, match="cut off"):
        read_package(data[: len(data) // 2])


def test_damaged_content_is_refused():
    data = bytearray(zipped(small()))
    data[80] ^= 0xFF
    with pytest.raises(BadPackageError, match="damaged"):
        read_package(bytes(data))


def test_xml_that_is_not_well_formed_is_refused():
    parts = small() | {"_rels/.rels": "<Relationships"}
    with pytest.raises(BadPackageError, match="well-formed"):
        read_package(zipped(parts))


def test_a_document_type_is_refused():
    entity = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'
    with pytest.raises(BadPackageError, match="document type"):
        read_package(zipped(small() | {"_rels/.rels": entity}))
