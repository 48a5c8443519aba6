"""The text of a template's shape -> paragraphs with the lines that it is broken into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Baseline
from deckgen.draw.model import UNMOVED, DrawnGroup
from deckgen.draw.text import Easel, Leads, TextInk, TextPlace, draw_paragraphs, turned_text
from deckgen.placed_text import PlacedParagraph, PlacedRun
from deckgen.presets import Geometry, text_insets
from deckgen.records import Struct, replace
from deckgen.shown_text import font_of
from deckgen.styles import NO_BULLET, BulletKind, Caps
from deckgen.template.scenery.model import PresetForm
from deckgen.text.itemize import itemize
from deckgen.text.kinsoku import Breaker
from deckgen.text.lines import fill
from deckgen.text.measure import measure
from deckgen.text.model import StyledText
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from deckgen.draw.faces import Faces
    from deckgen.draw.model import Matrix, Node
    from deckgen.geometry import Rect
    from deckgen.styles import Bullet
    from deckgen.template.scenery.model import SceneForm, SceneParagraph, SceneRun, SceneText
    from deckgen.text.model import Line

_NUMBER: Final = "slidenum"
_RAISED: Final = {1: Baseline.SUPERSCRIPT, -1: Baseline.SUBSCRIPT}
_UNBROKEN: Final = Emu(10**9)
"""As wide as no text is that is not broken."""
_LEVELS: Final = {geometry.value: geometry for geometry in Geometry}


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
    geometry = _LEVELS.get(form.name) if isinstance(form, PresetForm) else None
    if geometry is not None and isinstance(form, PresetForm):
        adjust = next((value / 100_000 for name, value in form.adjusts if name == "adj"), None)
        box = box.inset(text_insets(geometry, box, adjust))
    return box.inset(text.body.insets)


def _paragraphs(text: SceneText, content: Rect, typed: SceneType) -> tuple[PlacedParagraph, ...]:
    found: list[PlacedParagraph] = []
    numbers: dict[int, int] = {}
    top = ZERO
    for given in text.paragraphs:
        bullet = given.style.bullet
        for deeper in [level for level in numbers if level > given.level]:
            del numbers[deeper]
        if bullet.kind is BulletKind.NUMBER and given.runs:
            numbers[given.level] = numbers.get(given.level, 0) + 1
        else:
            numbers.pop(given.level, None)
        paragraph = _paragraph(given, text, content, typed)
        if found:
            top += given.style.space_before.of(given.style.size)
        height = Emu(sum(given.style.line_spacing.of(line.size) for line in paragraph.lines))
        found.append(
            PlacedParagraph(
                paragraph.runs,
                given.level,
                replace(given.style, underline=False),  # each run tells it
                paragraph.lines,
                top,
                height,
                None,
                bullet if given.runs else NO_BULLET,
                numbers.get(given.level),
            )
        )
        top += height + given.style.space_after.of(given.style.size)
    return tuple(found)


class _Broken(Struct, frozen=True):
    runs: tuple[PlacedRun, ...]
    lines: tuple[Line, ...]


def _paragraph(given: SceneParagraph, text: SceneText, content: Rect, typed: SceneType) -> _Broken:
    """Return the runs and lines of a paragraph as the faces' renderer breaks them."""
    runs = tuple(_run(run, typed) for run in given.runs if run.text)
    if not runs:
        runs = (PlacedRun("", font_of(given.style), typed.language),)
    style, faces = given.style, typed.faces
    hangs = _shown(style.bullet)
    width = content.width - style.margin_left - style.margin_right
    first = width if hangs else width - style.indent
    if not text.body.wrap:
        width = first = _UNBROKEN
    paragraph = itemize([StyledText(run.text, run.font) for run in runs])
    measured = measure(paragraph, faces.fonts, faces.profile)
    lines = fill(measured, Breaker(paragraph, faces.profile), max(1, width), max(1, first))
    return _Broken(runs, lines)


def _shown(bullet: Bullet) -> bool:
    return bullet.kind is not BulletKind.NONE


def _run(run: SceneRun, typed: SceneType) -> PlacedRun:
    style = run.style
    text = str(typed.number) if run.field == _NUMBER else run.text
    upper = style.caps is Caps.ALL
    return PlacedRun(
        text.upper() if upper else text,
        font_of(style),
        run.language or typed.language,
        color=style.color,
        underline=style.underline or run.link,
        strike=run.strike,
        baseline=_RAISED.get(run.raised, Baseline.NORMAL),
        caps=Caps.NONE if upper else style.caps,
    )


def in_matrix(nodes: tuple[Node, ...], matrix: Matrix) -> tuple[Node, ...]:
    """Return nodes that a map moves."""
    return nodes if matrix == UNMOVED or not nodes else (DrawnGroup(nodes, matrix=matrix),)
