"""All that a block is written with: what it declares, measures, places and reports.

A block imports from here alone, so that it knows what it may rely upon, and nothing else.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from deckgen import codes
from deckgen.charts import part_name
from deckgen.colors import Color, contrast, mix
from deckgen.content import Link, Marker, Paragraph, Run, plain
from deckgen.diagnostics import Diagnostic, Sink, diagnose
from deckgen.drawn import Connector, Dash, Freeform, Joint, Outline, Shape, Stroke, Tip
from deckgen.geometry import Crop, Insets, Point, Rect, Size, fit_within
from deckgen.layout.flow.galley import (
    FORBIDDEN,
    Block,
    Context,
    Galley,
    Parallel,
    Piece,
    Place,
    Said,
    lowered,
)
from deckgen.layout.flow.galleys import TextGalley, WholeGalley, nothing, text_galley
from deckgen.layout.flow.paginate import extent, least_extent
from deckgen.layout.flow.parallel import Column, ParallelGalley
from deckgen.layout.flow.stacked import StackGalley, measure_blocks, stack_of
from deckgen.layout.typeset.fitting import bisected, largest, scaled
from deckgen.layout.typeset.formulas import formula_run, picture_of
from deckgen.layout.typeset.links import fitting_links
from deckgen.layout.typeset.paragraphs import (
    SetParagraph,
    Stack,
    measure_paragraphs,
    measure_runs,
    stack,
)
from deckgen.layout.typeset.runs import place_runs, styled
from deckgen.layout.typeset.title_lines import GLANCE, TOLERANCE, TitleLines, balanced, in_phrases
from deckgen.legibility import EXTREMES, hue_of, legible
from deckgen.letters import has_east_asian
from deckgen.limits import PROGRAM_TEXT
from deckgen.markdown.model import (
    Admonition,
    Definition,
    DefinitionList,
    DisplayFormula,
    DivColumn,
    DivColumns,
    DrawnFence,
    Fence,
    Figure,
    PipeCell,
    PipeTable,
    Prose,
    Quotation,
    ThematicBreak,
)
from deckgen.pages import (
    Cell,
    Item,
    ItemGroup,
    Picture,
    Played,
    Row,
    TableFrame,
    TextFrame,
    single_items,
)
from deckgen.placed_text import PlacedRun
from deckgen.presets import Geometry, Side, text_insets
from deckgen.records import Struct, field, replace
from deckgen.shown_text import extent_of
from deckgen.source import Span
from deckgen.spec.backgrounds import Background, Ground
from deckgen.spec.bind import FAILED, Binding, Failed
from deckgen.spec.blocks import BlockRecord
from deckgen.spec.builds import Built
from deckgen.spec.formulas import Ordinal, Tex
from deckgen.spec.keys import Collects, Key
from deckgen.spec.kinds import Address, Caption, Count, Identifier, Inline, Markdown, Word
from deckgen.spec.nodes import Node as Written
from deckgen.spec.picture_kinds import Focus, PictureRef, Portion, Proportion, RecordingRef
from deckgen.styles import (
    NO_SPACE,
    SINGLE,
    Align,
    Anchor,
    BodyProperties,
    Caps,
    LevelStyle,
    Spacing,
)
from deckgen.template.model import Role
from deckgen.units import ZERO, Centipoints, Emu, inch, pt, show

if TYPE_CHECKING:
    from deckgen.diagrams.model import Graph
    from deckgen.markdown.containers import headed
    from deckgen.pictures.qr import LONGEST as LONGEST_QR_CODE
    from deckgen.pictures.qr import QUIET as QUIET_ZONE
    from deckgen.pictures.qr import dark_outlines as qr_code
    from deckgen.spec.datasets import FormatCode, FromData, OfRange, OfSheet, are_records, is_data
    from deckgen.spec.definitions import Glossary, Term
    from deckgen.spec.diagrams import Diagram, DiagramStep, mermaid
    from deckgen.spec.icons import Icon
    from deckgen.spec.nested import Blocks
    from deckgen.spec.program_text import CodeFile, LineRanges
    from deckgen.spec.verbatim import Verbatim
    from deckgen.tones import (
        Tone,
        ToneWord,
        accents_of,
        says_nothing,
        shade_read_on,
        shade_read_on_all,
        tone_color,
    )

__all__ = [
    "EXTREMES",
    "FAILED",
    "FORBIDDEN",
    "GLANCE",
    "LONGEST_QR_CODE",
    "NO_SPACE",
    "PROGRAM_TEXT",
    "QUIET_ZONE",
    "SINGLE",
    "TOLERANCE",
    "ZERO",
    "Address",
    "Admonition",
    "Align",
    "Anchor",
    "Background",
    "Binding",
    "Block",
    "BlockRecord",
    "Blocks",
    "BodyProperties",
    "Built",
    "Caps",
    "Caption",
    "Cell",
    "Centipoints",
    "CodeFile",
    "Collects",
    "Color",
    "Column",
    "Connector",
    "Context",
    "Count",
    "Crop",
    "Dash",
    "Definition",
    "DefinitionList",
    "Diagnostic",
    "Diagram",
    "DiagramStep",
    "DisplayFormula",
    "DivColumn",
    "DivColumns",
    "DrawnFence",
    "Emu",
    "Failed",
    "Fence",
    "Figure",
    "Focus",
    "FormatCode",
    "Freeform",
    "FromData",
    "Galley",
    "Geometry",
    "Glossary",
    "Graph",
    "Ground",
    "Icon",
    "Identifier",
    "Inline",
    "Insets",
    "Item",
    "ItemGroup",
    "Joint",
    "Key",
    "LevelStyle",
    "LineRanges",
    "Link",
    "Markdown",
    "Marker",
    "OfRange",
    "OfSheet",
    "Ordinal",
    "Outline",
    "Paragraph",
    "Parallel",
    "ParallelGalley",
    "Picture",
    "PictureRef",
    "Piece",
    "PipeCell",
    "PipeTable",
    "Place",
    "PlacedRun",
    "Played",
    "Point",
    "Portion",
    "Proportion",
    "Prose",
    "Quotation",
    "RecordingRef",
    "Rect",
    "Role",
    "Row",
    "Run",
    "Said",
    "SetParagraph",
    "Shape",
    "Side",
    "Sink",
    "Size",
    "Spacing",
    "Span",
    "Stack",
    "StackGalley",
    "Stroke",
    "Struct",
    "TableFrame",
    "Term",
    "Tex",
    "TextFrame",
    "TextGalley",
    "ThematicBreak",
    "Tip",
    "TitleLines",
    "Tone",
    "ToneWord",
    "Verbatim",
    "WholeGalley",
    "Word",
    "Written",
    "accents_of",
    "are_records",
    "balanced",
    "bisected",
    "codes",
    "contrast",
    "diagnose",
    "extent",
    "extent_of",
    "field",
    "fit_within",
    "fitting_links",
    "formula_run",
    "has_east_asian",
    "headed",
    "hue_of",
    "in_phrases",
    "inch",
    "is_data",
    "largest",
    "least_extent",
    "legible",
    "lowered",
    "measure_blocks",
    "measure_paragraphs",
    "measure_runs",
    "mermaid",
    "mix",
    "nothing",
    "part_name",
    "picture_of",
    "place_runs",
    "plain",
    "portraits",
    "pt",
    "qr_code",
    "replace",
    "says_nothing",
    "scaled",
    "shade_read_on",
    "shade_read_on_all",
    "show",
    "single_items",
    "stack",
    "stack_of",
    "styled",
    "text_galley",
    "text_insets",
    "tone_color",
]

_RARE = {
    "Graph": ("deckgen.diagrams.model", "Graph"),
    "headed": ("deckgen.markdown.containers", "headed"),
    "LONGEST_QR_CODE": ("deckgen.pictures.qr", "LONGEST"),
    "QUIET_ZONE": ("deckgen.pictures.qr", "QUIET"),
    "qr_code": ("deckgen.pictures.qr", "dark_outlines"),
    "FormatCode": ("deckgen.spec.datasets", "FormatCode"),
    "FromData": ("deckgen.spec.datasets", "FromData"),
    "OfRange": ("deckgen.spec.datasets", "OfRange"),
    "OfSheet": ("deckgen.spec.datasets", "OfSheet"),
    "are_records": ("deckgen.spec.datasets", "are_records"),
    "is_data": ("deckgen.spec.datasets", "is_data"),
    "Glossary": ("deckgen.spec.definitions", "Glossary"),
    "Term": ("deckgen.spec.definitions", "Term"),
    "Diagram": ("deckgen.spec.diagrams", "Diagram"),
    "DiagramStep": ("deckgen.spec.diagrams", "DiagramStep"),
    "mermaid": ("deckgen.spec.diagrams", "mermaid"),
    "Icon": ("deckgen.spec.icons", "Icon"),
    "Blocks": ("deckgen.spec.nested", "Blocks"),
    "CodeFile": ("deckgen.spec.program_text", "CodeFile"),
    "LineRanges": ("deckgen.spec.program_text", "LineRanges"),
    "Verbatim": ("deckgen.spec.verbatim", "Verbatim"),
    "Tone": ("deckgen.tones", "Tone"),
    "ToneWord": ("deckgen.tones", "ToneWord"),
    "accents_of": ("deckgen.tones", "accents_of"),
    "says_nothing": ("deckgen.tones", "says_nothing"),
    "shade_read_on": ("deckgen.tones", "shade_read_on"),
    "shade_read_on_all": ("deckgen.tones", "shade_read_on_all"),
    "tone_color": ("deckgen.tones", "tone_color"),
}
"""Where names are that not every deck needs: what they stand for is loaded when it is asked for."""


def __getattr__(name: str) -> object:
    if name not in _RARE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, there = _RARE[name]
    return globals().setdefault(name, getattr(import_module(module), there))


def portraits(
    people: Sequence[tuple[PictureRef, str, tuple[Inline, ...]]],
    width: Emu,
    context: Context,
    span: Span,
) -> Galley:
    """Return square pictures of one size in balanced rows, each with lines below it.

    A picture comes with its alternative text and its lines, of which the first is in bold type.
    """
    from deckgen.blocks.panels.portraits import portrait_galley

    return portrait_galley(people, width, context, span) if people else nothing()
