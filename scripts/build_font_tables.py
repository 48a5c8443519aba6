"""Font files of metric-compatible open families -> advance and kerning tables for deckgen.text.

The tables hold facts about heights, advances, kerning and ligatures; no outline leaves the fonts.
Run `python scripts/build_font_tables.py [--fonts DIR] [FAMILY ...]` with the fonts of Debian's
fonts-liberation, fonts-crosextra-carlito, fonts-crosextra-caladea, fonts-dejavu, fonts-noto-cjk,
fonts-ipaexfont and fonts-morisawa-bizud-gothic installed, or unpacked below DIR.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import uharfbuzz as hb
from fontTools.ttLib import TTFont

OUT: Final = Path(__file__).parents[1] / "src/deckgen/text/tables"
STYLES: Final = ("regular", "bold", "italic", "bold-italic")
KERNED: Final = "".join(
    chr(code)
    for first, last in ((0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x3001, 0x3015),
                        (0x3041, 0x30FC), (0xFF08, 0xFF0E), (0xFF3D, 0xFF60))
    for code in range(first, last + 1)
)  # fmt: skip
"""Characters whose pairs are tried; other pairs are taken as unkerned."""
HIRAGANA: Final = range(0x3041, 0x30A0)
KATAKANA: Final = range(0x30A1, 0x30FB)
SUBSTITUTED: Final = (0xA0, *range(0x2000, 0x200B), 0x2011, 0x202F, 0x205F)
"""Spaces and the hyphen that shapers set with the glyphs of others where a face lacks them."""
LETTERS: Final = "".join(map(chr, (*range(0x41, 0x5B), *range(0x61, 0x7B))))


@dataclass(frozen=True, slots=True)
class Family:
    """A table to make: its name, the files of its four styles, and where they come from."""

    name: str
    files: tuple[str, ...]
    source: str
    east_asian: bool = False


FAMILIES: Final = (
    Family(
        "arial",
        tuple(f"truetype/liberation/LiberationSans-{s}.ttf" for s in
              ("Regular", "Bold", "Italic", "BoldItalic")),
        "Liberation Sans 1.07.4, metric-compatible with Arial",
    ),
    Family(
        "arial-narrow",
        tuple(f"truetype/liberation/LiberationSansNarrow-{s}.ttf" for s in
              ("Regular", "Bold", "Italic", "BoldItalic")),
        "Liberation Sans Narrow 1.07.4, metric-compatible with Arial Narrow",
    ),
    Family(
        "times-new-roman",
        tuple(f"truetype/liberation/LiberationSerif-{s}.ttf" for s in
              ("Regular", "Bold", "Italic", "BoldItalic")),
        "Liberation Serif 1.07.4, metric-compatible with Times New Roman",
    ),
    Family(
        "courier-new",
        tuple(f"truetype/liberation/LiberationMono-{s}.ttf" for s in
              ("Regular", "Bold", "Italic", "BoldItalic")),
        "Liberation Mono 1.07.4, metric-compatible with Courier New",
    ),
    Family(
        "calibri",
        tuple(f"truetype/crosextra/Carlito-{s}.ttf" for s in
              ("Regular", "Bold", "Italic", "BoldItalic")),
        "Carlito 1.103, metric-compatible with Calibri",
    ),
    Family(
        "cambria",
        tuple(f"truetype/crosextra/Caladea-{s}.ttf" for s in
              ("Regular", "Bold", "Italic", "BoldItalic")),
        "Caladea 1.001, metric-compatible with Cambria",
    ),
    Family(
        "dejavu-sans",
        tuple(f"truetype/dejavu/DejaVuSans{s}.ttf" for s in
              ("", "-Bold", "-Oblique", "-BoldOblique")),
        "DejaVu Sans 2.37",
    ),
    Family(
        "dejavu-serif",
        tuple(f"truetype/dejavu/DejaVuSerif{s}.ttf" for s in
              ("", "-Bold", "-Italic", "-BoldItalic")),
        "DejaVu Serif 2.37",
    ),
    Family(
        "dejavu-sans-mono",
        tuple(f"truetype/dejavu/DejaVuSansMono{s}.ttf" for s in
              ("", "-Bold", "-Oblique", "-BoldOblique")),
        "DejaVu Sans Mono 2.37",
    ),
    Family(
        "noto-sans-cjk-jp",
        ("opentype/noto/NotoSansCJK-Regular.ttc", "opentype/noto/NotoSansCJK-Bold.ttc"),
        "Noto Sans CJK JP 2.004",
        east_asian=True,
    ),
    Family(
        "noto-serif-cjk-jp",
        ("opentype/noto/NotoSerifCJK-Regular.ttc", "opentype/noto/NotoSerifCJK-Bold.ttc"),
        "Noto Serif CJK JP 2.001",
        east_asian=True,
    ),
    Family(
        "ipaexgothic",
        ("opentype/ipaexfont-gothic/ipaexg.ttf",),
        "IPAexGothic 004.01",
        east_asian=True,
    ),
    Family(
        "ipaexmincho",
        ("opentype/ipaexfont-mincho/ipaexm.ttf",),
        "IPAexMincho 004.01",
        east_asian=True,
    ),
    Family(
        "biz-udgothic",
        ("truetype/bizud-gothic/BIZUDGothic-Regular.ttf",
         "truetype/bizud-gothic/BIZUDGothic-Bold.ttf"),
        "BIZ UDGothic 1.05, as Windows has it",
        east_asian=True,
    ),
    Family(
        "biz-udpgothic",
        ("truetype/bizud-gothic/BIZUDPGothic-Regular.ttf",
         "truetype/bizud-gothic/BIZUDPGothic-Bold.ttf"),
        "BIZ UDPGothic 1.05, as Windows has it",
        east_asian=True,
    ),
)  # fmt: skip


class Shaper:
    """One face, shaped with and without the features that change advances."""

    def __init__(self, path: Path, *, japanese: bool) -> None:
        face = hb.Face(hb.Blob.from_file_path(str(path)), 0)
        self.units = face.upem
        self._japanese = japanese
        self._font = hb.Font(face)
        extents = self._font.get_font_extents("ltr")
        self.height = extents.ascender - extents.descender

    def has(self, character: str) -> bool:
        """Tell whether the face sets a character, if need be with another's glyph."""
        buffer = hb.Buffer()
        buffer.add_str(character)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer)
        return all(glyph.codepoint for glyph in buffer.glyph_infos)

    def width(self, text: str, *, kern: bool = False, ligatures: bool = False) -> int:
        """Return the advance of a text in font units."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if self._japanese:
            buffer.language = "ja"
            buffer.script = buffer.script or "Kana"
        on = {"kern": kern, "liga": ligatures, "clig": ligatures, "calt": False}
        hb.shape(self._font, buffer, on)
        return sum(position.x_advance for position in buffer.glyph_positions)


def tabled(path: Path, family: Family) -> dict[str, object]:
    """Return the table of one face."""
    western, shaper = Shaper(path, japanese=False), Shaper(path, japanese=family.east_asian)
    codes = {code for code in TTFont(path, fontNumber=0).getBestCmap() if code >= 0x20}
    codes |= {code for code in SUBSTITUTED if western.has(chr(code))}
    every = advances_of(shaper, codes)
    full = shaper.units if family.east_asian else 0
    return {
        "source": family.source,
        "units": shaper.units,
        "height": shaper.height,
        "full": family.east_asian,
        "advances": grouped({c: advance for c, advance in every.items() if advance != full}),
        "western": grouped({c: a for c, a in advances_of(western, codes).items() if a != every[c]}),
        "kerning": kerning(western, shaper, "".join(every)),
        "ligatures": ligatures(shaper, every),
    }


def advances_of(shaper: Shaper, codes: set[int]) -> dict[str, int]:
    """Return the advance of each character that a table holds."""
    characters = [chr(code) for code in sorted(codes) if wanted(code) and code <= 0xFFFF]
    return {c: shaper.width(c) for c in characters}


def wanted(code: int) -> bool:
    """Tell whether a table holds a character: letters around the Mediterranean, symbols, kana."""
    return code < 0x700 or 0x1E00 <= code < 0x2C00 or 0x2E80 <= code < 0xA000 or code >= 0xFB00


def grouped(advances: dict[str, int]) -> dict[str, str]:
    """Return the characters of each advance, as runs of neighbours written `first-last` pairs."""
    by_advance: dict[int, list[str]] = {}
    for character, advance in advances.items():
        by_advance.setdefault(advance, []).append(character)
    return {str(advance): "".join(by_advance[advance]) for advance in sorted(by_advance)}


def kerning(western: Shaper, japanese: Shaper, known: str) -> dict[str, dict[str, int]]:
    """Return, per group of like left characters, what each right character moves by.

    Pairs with a Latin letter are shaped as Western text, the others as Japanese.
    """
    rows: dict[str, dict[str, int]] = {}
    letters = [character for character in KERNED if character in known]
    for left in letters:
        row = {}
        for right in letters:
            both = {alphabet(left), alphabet(right)} - {""}
            if len(both) > 1:
                continue
            shaper = western if "latin" in both else japanese
            pair = left + right
            if shift := shaper.width(pair, kern=True) - shaper.width(pair, kern=False):
                row[right] = shift
        if row:
            rows[left] = row
    return merged(rows)


def alphabet(character: str) -> str:
    """Return which letters a character is of; renderers shape hiragana and katakana apart."""
    code = ord(character)
    if code in HIRAGANA or code in KATAKANA:
        return "hiragana" if code in HIRAGANA else "katakana"
    return "latin" if character.isalpha() and code < HIRAGANA.start else ""


def merged(rows: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    """Return the rows with equal ones under one key and equal shifts of a row under one string."""
    likes: dict[str, str] = {}
    for left, row in rows.items():
        shifts: dict[int, str] = {}
        for right, shift in row.items():
            shifts[shift] = shifts.get(shift, "") + right
        key = json.dumps({rights: shift for shift, rights in shifts.items()}, ensure_ascii=False)
        likes[key] = likes.get(key, "") + left
    return {lefts: json.loads(key) for key, lefts in likes.items()}


def ligatures(shaper: Shaper, advances: dict[str, int]) -> dict[str, int]:
    """Return what each sequence of letters moves by when the face joins it into a ligature."""
    found: dict[str, int] = {}
    tried = [first + second for first in LETTERS for second in LETTERS]
    while tried:
        joined = [text for text in tried if ligature_shift(shaper, text, found)]
        found |= {text: ligature_shift(shaper, text, found) for text in joined}
        tried = [text + letter for text in joined for letter in LETTERS if len(text) < 3]
    return {text: shift for text, shift in found.items() if set(text) <= set(advances)}


def ligature_shift(shaper: Shaper, text: str, known: dict[str, int]) -> int:
    """Return what a ligature adds to its letters beyond what shorter ones in it add."""
    parts = shaper.width(text, kern=True)
    shift = shaper.width(text, kern=True, ligatures=True) - parts
    shorter = sum(known.get(text[start : start + 2], 0) for start in range(len(text) - 1))
    return shift if len(text) == 2 or shift != shorter else 0


def main() -> None:
    """Write the tables of the families named, or of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fonts", type=Path, default=Path("/usr/share/fonts"))
    parser.add_argument("families", nargs="*", metavar="FAMILY")
    options = parser.parse_args()
    for family in FAMILIES:
        if options.families and family.name not in options.families:
            continue
        for style, file in zip(STYLES, family.files, strict=False):
            target = OUT / f"{family.name}-{style}.json"
            table = tabled(options.fonts / file, family)
            text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
            target.write_text(text + "\n", encoding="utf-8")
            print(f"{target.name}: {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
