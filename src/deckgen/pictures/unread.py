"""The first bytes of a file that shows no picture here -> what it is, and what to do with it."""

from __future__ import annotations

from typing import Final

_KINDS: Final = (
    (0, b"\x00\x00\x01\x00", "is an icon of Windows (ICO): save it as PNG"),
    (0, b"\xd7\xcd\xc6\x9a", "is a metafile of Windows (WMF): save it as SVG or PNG"),
    (40, b" EMF", "is a metafile of Windows (EMF): save it as SVG or PNG"),
    (0, b"%!PS", "is PostScript (EPS): save it as SVG, PDF or PNG"),
    (0, b"8BPS", "is a file of Photoshop: save it as PNG or JPEG"),
    (4, b"jP  ", "is JPEG 2000: save it as PNG or JPEG"),
    (4, b"ftyp", "is a video or a sound: `video:` and `audio:` play these"),
    (0, b"\x1aE\xdf\xa3", "is a video (WebM, Matroska): save it as MP4 for `video:`"),
    (0, b"\x1f\x8b", "is packed (gzip): unpack it"),
    (0, b"PK", "is an archive, or a document of Office: save the picture in it as PNG"),
    (0, b"\xff\xfe<", "is an SVG drawing in UTF-16: save it in UTF-8"),
    (0, b"version https://git-lfs", "is only a pointer of Git LFS: fetch the file, `git lfs pull`"),
)
"""Where a signature stands, the signature, and what is said of the file."""
_PAGE: Final = ("<!doctype html", "<html", "<head")
WEB_PAGE: Final = "is a web page, as sites give instead of a picture: download the picture again"
_READ: Final = "PNG, JPEG, GIF, BMP, TIFF, SVG, WebP, AVIF, HEIF and PDF are"


def named(head: bytes) -> str:
    """Return what a file is by its first bytes, and what to do; that none is known otherwise."""
    if not head:
        return "is empty"
    for at, signature, told in _KINDS:
        if head[at : at + len(signature)] == signature:
            return told
    return f"is of no kind of picture that is read: {_READ}"


def drawing_of_none(data: bytes) -> str:
    """Return what a file of XML is that is no SVG drawing."""
    start = data[:256].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if start.lower().startswith(_PAGE):
        return WEB_PAGE
    if "<svg" in start:
        return 'lacks `xmlns="http://www.w3.org/2000/svg"` in its `<svg>`: add it'
    return "is no SVG drawing"
