"""The text of a template's shape -> paragraphs with the lines that it is broken into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Baseline
from deckgen.draw.lines import broken
from deckgen.draw.model import UNMOVED, DrawnGroup
from deckgen.draw.text import Easel, Leads, TextInk, TextPlace, draw_paragraphs, turned_text
from deckgen.placed_text import PlacedParagraph, PlacedRun
from deckgen.presets import Geometry, text_insets
from deckgen.records import Struct, replace
from deckgen.shown_text import font_of, shown_of
from deckgen.styles import NO_BULLET, BulletKind
from deckgen.template.scenery.model import PresetForm
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from deckgen.draw.faces import Faces
    from deckgen.draw.model import Matrix, Node
    from deckgen.geometry import Rect
    from deckgen.styles import LevelStyle
    from deckgen.template.scenery.model import SceneForm, SceneRun, SceneText
    from deckgen.text.model import Line

_NUMBER: Final = "slidenum"
_RAISED: Final = {1: Baseline.SUPERSCRIPT, -1: Baseline.SUBSCRIPT}
_UNBROKEN: Final = Emu(10**9)
"""As wide as no text is that is not broken."""
_GEOMETRIES: Final = {geometry.value: geometry for geometry in Geometry}


class SceneType(Struct, frozen=True):
    """What a text is set with: faces, the number of the slide, a language."""

    faces: Faces
    number: int
    language: str


def draw_text(
    text: SceneText, form: SceneForm, box: Rect, typed: SceneType, *, title: bool = False
) -> tuple[tuple[Node, ...], Matrix]:
    """Return what is seen of a text in a shape's box, and how it is turned there."""
    content, matrix = turned_text(_content(text, form, box), text.body.vertical)
    paragraphs = _paragraphs(text, content, typed)
    height = Emu(paragraphs[-1].top + paragraphs[-1].height) if paragraphs else ZERO
    first = paragraphs[0].style.color if paragraphs else None
    if first is None:
        return (), matrix
    easel = Easel(typed.faces, TextInk(first), Leads({}))
    place = TextPlace(content, height, text.body.anchor)
    return draw_paragraphs(paragraphs, place, easel, title=title), matrix


def _content(text: SceneText, form: SceneForm, box: Rect) -> Rect:
    """Return where text stands in a shape: within its form, less its insets."""
    geometry = _GEOMETRIES.get(form.name) if isinstance(form, PresetForm) else None
    if geometry is not None and isinstance(form, PresetForm):
        adjust = next((value / 100_000 for name, value in form.adjusts if name == "adj"), None)
        box = box.inset(text_insets(geometry, box, adjust))
    return box.inset(text.body.insets)


def _paragraphs(text: SceneText, content: Rect, typed: SceneType) -> tuple[PlacedParagraph, ...]:
    found: list[PlacedParagraph] = []
    numbers: dict[int, int] = {}
    wide = content.width if text.body.wrap else _UNBROKEN
    top = ZERO
    for given in text.paragraphs:
        bullet = given.style.bullet
        for deeper in [level for level in numbers if level > given.level]:
            del numbers[deeper]
        if bullet.kind is BulletKind.NUMBER and given.runs:
            numbers[given.level] = numbers.get(given.level, 0) + 1
        else:
            numbers.pop(given.level, None)
        runs = tuple(_run(run, typed) for run in given.runs if run.text)
        if not runs:
            runs = (PlacedRun("", font_of(given.style), typed.language),)
        lines = _lines(runs, given.style, wide, typed.faces)
        if found:
            top += given.style.space_before.of(given.style.size)
        height = Emu(sum(given.style.line_spacing.of(line.size) for line in lines))
        found.append(
            PlacedParagraph(
                runs,
                given.level,
                replace(given.style, underline=False),  # each run tells it
                lines,
                top,
                height,
                None,
                bullet if given.runs else NO_BULLET,
                numbers.get(given.level),
            )
        )
        top += height + given.style.space_after.of(given.style.size)
    return tuple(found)


def _lines(
    runs: tuple[PlacedRun, ...], style: LevelStyle, wide: Emu, faces: Faces
) -> tuple[Line, ...]:
    """Return the lines of a paragraph in so wide a place."""
    width = wide - style.margin_left - style.margin_right
    first = width if style.bullet.kind is not BulletKind.NONE else width - style.indent
    return broken(shown_of(runs), faces, max(1, width), max(1, first))


def _run(run: SceneRun, typed: SceneType) -> PlacedRun:
    style = run.style
    text = str(typed.number) if run.field == _NUMBER else run.text
    return PlacedRun(
        text,
        font_of(style),
        run.language or typed.language,
        color=style.color,
        underline=style.underline or run.link,
        strike=run.strike,
        baseline=_RAISED.get(run.raised, Baseline.NORMAL),
        caps=style.caps,
    )


def in_matrix(nodes: tuple[Node, ...], matrix: Matrix) -> tuple[Node, ...]:
    """Return nodes that a map moves."""
    return nodes if matrix == UNMOVED or not nodes else (DrawnGroup(nodes, matrix=matrix),)
