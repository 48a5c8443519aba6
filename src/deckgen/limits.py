"""Limits to the work of a build: what a deck, its pictures and its template may cost.

All that is read may be hostile, and a small file may ask for much work. So each kind of work has a
limit here, far above what people write and low enough that a build at the limit ends soon (see
`benchmarks.limits`). A run may raise them (`--limit` of the command, `Options.limits`), a deck
never. Bounds that no run can raise, because the stack or a format sets them, are constants.
"""

from __future__ import annotations

from typing import Annotated, Final, get_args, get_type_hints

from deckgen.records import Struct, replace

KIBIBYTE: Final = 1 << 10
MEBIBYTE: Final = 1 << 20
GIBIBYTE: Final = 1 << 30

DEPTH: Final = 100
"""How deep values, and blocks in Markdown, may be nested: stages recurse over them."""
BLOCKS_DEEP: Final = 4
"""How deep blocks may be held by blocks: each that tries sizes measures what it holds anew."""
XML_PART: Final = 16 * MEBIBYTE
"""How many bytes of XML one part of a template may hold to be parsed."""
LOOKED_AT: Final = 24
"""How many pictures of a template are decoded, to know the colours that text stands on."""
LOOKED_AT_PIXELS: Final = 16_000_000
"""How many pixels each of those may have; the colours of larger ones are not known."""
LOOKED_AT_PHOTOGRAPH: Final = 4 * LOOKED_AT_PIXELS
"""The same for JPEG that is not progressive, of which few pixels are decoded to know them."""
DRAWN_SHAPES: Final = 3_000
"""How many shapes of a template's sheet are drawn; no designer's page has as many."""
DRAWN_MARKS: Final = 60_000
"""How many points of outlines are drawn of a template's sheet."""
NODES: Final = 100
EDGES: Final = 200
"""How many nodes and edges a diagram may have; no slide shows as many."""
FORMULA: Final = 10_000
"""The most characters that a formula may have."""
PROGRAM_TEXT: Final = 50_000
"""The most characters of program text that are coloured; more stay plain."""
RATIO: Final = 250
"""How many bytes one byte of a zip may unpack to; text of Office files gives some 20."""


class Limit(Struct, frozen=True):
    """What a limit counts, for the manual. `unit` is `bytes`, or the plural of what is counted."""

    what: str
    unit: str


class Limits(Struct, frozen=True, kw_only=True):
    """How much of each kind of work a run takes on."""

    deck_size: Annotated[
        int, Limit("A deck, however it comes in, and each registry of trademarks.", "bytes")
    ] = 4 * MEBIBYTE
    values: Annotated[
        int, Limit("Texts, lists and mappings in a deck, keys included.", "values")
    ] = 200_000
    text: Annotated[int, Limit("One value: a title, a body, a bullet.", "characters")] = 250_000
    aliases: Annotated[
        int,
        Limit(
            "What aliases (`*name`) repeat, beyond as much as the deck holds itself. Each value"
            " counts its characters and 16 more.",
            "characters",
        ),
    ] = 64 * KIBIBYTE
    guesses: Annotated[
        int,
        Limit(
            "Guesses at misspelt words: pairs of letters that are compared. Further mistakes are"
            " told without a guess.",
            "pairs",
        ),
    ] = 800_000
    pictures: Annotated[int, Limit("All pictures of a deck together.", "bytes")] = GIBIBYTE
    pixels: Annotated[int, Limit("Each picture.", "pixels")] = 100_000_000
    data_size: Annotated[int, Limit("Each file of data for tables and charts.", "bytes")] = (
        32 * MEBIBYTE
    )
    code_size: Annotated[int, Limit("Each file of program text.", "bytes")] = 2 * MEBIBYTE
    data_unpacked: Annotated[int, Limit("A workbook of data unpacked.", "bytes")] = 128 * MEBIBYTE
    data_cells: Annotated[int, Limit("Cells of data, in all files of a deck.", "cells")] = 200_000
    template_size: Annotated[int, Limit("The file of a template.", "bytes")] = 256 * MEBIBYTE
    template_unpacked: Annotated[int, Limit("A template unpacked.", "bytes")] = 256 * MEBIBYTE
    template_parts: Annotated[int, Limit("Parts of a template.", "parts")] = 10_000
    template_layouts: Annotated[int, Limit("Layouts of a template, with masters.", "layouts")] = (
        1_000
    )
    template_xml: Annotated[int, Limit("XML of all layouts and masters.", "bytes")] = 32 * MEBIBYTE
    template_elements: Annotated[
        int, Limit("XML elements of all layouts and masters.", "elements")
    ] = 300_000

    def of(self, name: str) -> int:
        """Return the limit of a name as it is written on the command line: `deck-size`."""
        amount: int = getattr(self, name.replace("-", "_"))
        return amount


DEFAULT: Final = Limits()


def spelled(field: str) -> str:
    """Return the name of a limit as it is written on the command line."""
    return field.replace("_", "-")


def limits() -> dict[str, Limit]:
    """Return what each limit counts, by the name it has on the command line."""
    hints = get_type_hints(Limits, include_extras=True)
    return {spelled(field): get_args(hints[field])[1] for field in Limits.__struct_fields__}


def raised(given: Limits, name: str, amount: str) -> Limits:
    """Return limits with one of them set, by its name on the command line: `pictures`, `4G`.

    Raises `ValueError`, which says what is wrong, for a name or an amount that is none.
    """
    known = limits().get(name)
    if known is None:
        raise ValueError(f"there is no limit '{name}'; limits are {', '.join(limits())}")
    changed: Limits = replace(given, **{name.replace("-", "_"): _amount(amount, known.unit)})
    return changed


def _amount(text: str, unit: str) -> int:
    """Return what `500`, `64K`, `50M` or `2G` mean: powers of 1,024 for bytes, else of 1,000."""
    base = KIBIBYTE if unit == "bytes" else 1000
    digits, power = text[:-1], "KMG".find(text[-1:].upper()) + 1
    if not power or not text:
        digits, power = text, 0
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 15):
        raise ValueError(f"'{text}' is no number of {unit}; write 500, 64K, 50M or 2G")
    factor: int = base**power
    return int(digits) * factor


def sized(amount: int, unit: str = "bytes") -> str:
    """Return an amount for people: `4 MiB`, `200,000 values`."""
    if unit != "bytes":
        return f"{amount:,} {unit}"
    for size, name in ((GIBIBYTE, "GiB"), (MEBIBYTE, "MiB"), (KIBIBYTE, "KiB")):
        if amount >= size:
            return f"{amount / size:.1f} {name}".replace(".0 ", " ")
    return f"{amount:,} bytes"


def how_to_raise(name: str) -> str:
    """Return the hint that tells how a limit is raised."""
    return f"if it is meant, raise the limit: `--limit {name}=…`"
