"""What happens on a page when it is shown -> its `p:timing`: the one place that writes it.

The structure is that of PowerPoint's own files (ECMA-376-1, 19.5): the main sequence, in which each
click shows what appears with it; a sequence for each recording that a click on it starts and stops,
and the node that plays it; and the list of texts that are built.
"""

from __future__ import annotations

from enum import Enum
from itertools import count
from typing import TYPE_CHECKING, Final

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ROOT = (
    '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot">'
    "<p:childTnLst>{}</p:childTnLst></p:cTn></p:par></p:tnLst>{}</p:timing>"
)
_START = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_VOLUME = 80_000


class ShapeKind(Enum):
    """What appears: text alone, a `p:sp` with more than that, or another element."""

    TEXT = "text"
    SHAPE = "shape"
    OTHER = "other"
    SERIES = "series"
    CATEGORIES = "category"
    """A chart that appears by its series, or by its categories (19.7.3)."""


_CHARTS: Final = (ShapeKind.SERIES, ShapeKind.CATEGORIES)


class Entrance(Struct, frozen=True):
    """A shape that appears, or some of its paragraphs, or of what a chart shows."""

    shape: int
    kind: ShapeKind
    paragraphs: tuple[int, ...] = ()
    parts: tuple[int, ...] = ()


class Playing(Struct, frozen=True):
    """A recording on the page: the id of its shape, what it is, and whether it starts again."""

    shape: int
    is_video: bool
    loops: bool


def timing(playing: Sequence[Playing], steps: Sequence[Sequence[Entrance]] = ()) -> str:
    """Return the timing of a page, nothing where nothing happens on it."""
    if not playing and not steps:
        return ""
    ids = count(2)
    sequences = _main(steps, ids) if steps else ""
    sequences += "".join(_on_click(each, ids) for each in playing)
    return _ROOT.format(sequences + "".join(_node(each, ids) for each in playing), _builds(steps))


def _main(steps: Sequence[Sequence[Entrance]], ids: Iterator[int]) -> str:
    """Return the sequence of what appears with each click on the page."""
    number = next(ids)
    clicks = "".join(_step(step, ids) for step in steps)
    turns = "".join(
        f'<p:{name}CondLst><p:cond evt="on{name.capitalize()}" delay="0"><p:tgtEl><p:sldTgt/>'
        f"</p:tgtEl></p:cond></p:{name}CondLst>"
        for name in ("prev", "next")
    )
    return (
        f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="{number}" dur="indefinite"'
        f' nodeType="mainSeq"><p:childTnLst>{clicks}</p:childTnLst></p:cTn>{turns}</p:seq>'
    )


def _step(step: Sequence[Entrance], ids: Iterator[int]) -> str:
    """Return what a click shows: the first thing by itself, all others with it."""
    outer, inner = next(ids), next(ids)
    targets = [(each, part) for each in step for part in each.paragraphs or each.parts or (None,)]
    effects = "".join(
        _appear(each, part, "withEffect" if number else "clickEffect", ids)
        for number, (each, part) in enumerate(targets)
    )
    return _held(outer, _held(inner, effects), start="indefinite")


def _appear(each: Entrance, part: int | None, node: str, ids: Iterator[int]) -> str:
    """Return the effect Appear on a shape or a paragraph of it."""
    effect, behaviour = next(ids), next(ids)
    grouped = "" if each.kind is ShapeKind.OTHER else ' grpId="0"'
    target = f'<p:spTgt spid="{each.shape}"/>'
    if part is not None:
        lines = f'<p:txEl><p:pRg st="{part}" end="{part}"/></p:txEl>'
        inner = _chart_part(each.kind, part) if each.kind in _CHARTS else lines
        target = f'<p:spTgt spid="{each.shape}">{inner}</p:spTgt>'
    return (
        f'<p:par><p:cTn id="{effect}" presetID="1" presetClass="entr" presetSubtype="0"'
        f' fill="hold"{grouped} nodeType="{node}">{_START}<p:childTnLst><p:set><p:cBhvr>'
        f'<p:cTn id="{behaviour}" dur="1" fill="hold">{_START}</p:cTn>'
        f"<p:tgtEl>{target}</p:tgtEl>"
        "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        '<p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
    )


def _chart_part(kind: ShapeKind, number: int) -> str:
    """Return a series or a category of a chart; -3 says that all of the other are meant."""
    series, category = (number, -3) if kind is ShapeKind.SERIES else (-3, number)
    return (
        f'<p:graphicEl><a:chart seriesIdx="{series}" categoryIdx="{category}"'
        f' bldStep="{kind.value}"/></p:graphicEl>'
    )


def _builds(steps: Sequence[Sequence[Entrance]]) -> str:
    """Return the list of the shapes that hold text, and whether they appear by paragraph."""
    built = {
        each.shape: ' build="p"'
        if each.paragraphs
        else ' animBg="1"'
        if each.kind is ShapeKind.SHAPE
        else ""
        for step in steps
        for each in step
        if each.kind is not ShapeKind.OTHER and each.kind not in _CHARTS
    }
    charts = {each.shape: each.kind for step in steps for each in step if each.kind in _CHARTS}
    listed = "".join(f'<p:bldP spid="{shape}" grpId="0"{how}/>' for shape, how in built.items())
    listed += "".join(
        f'<p:bldGraphic spid="{shape}" grpId="0"><p:bldSub><a:bldChart bld="{kind.value}"'
        ' animBg="0"/></p:bldSub></p:bldGraphic>'
        for shape, kind in charts.items()
    )
    return f"<p:bldLst>{listed}</p:bldLst>" if listed else ""


def _on_click(each: Playing, ids: Iterator[int]) -> str:
    """Return the sequence that a click on a shape starts."""
    target = f'<p:tgtEl><p:spTgt spid="{each.shape}"/></p:tgtEl>'
    clicked = f'<p:cond evt="onClick" delay="0">{target}</p:cond>'
    sequence, outer, inner, effect, command = (next(ids) for _ in range(5))
    call = (
        f'<p:cmd type="call" cmd="togglePause"><p:cBhvr><p:cTn id="{command}" dur="1"'
        f' fill="hold"/>{target}</p:cBhvr></p:cmd>'
    )
    effected = (
        f'<p:par><p:cTn id="{effect}" presetID="2" presetClass="mediacall" presetSubtype="0"'
        f' fill="hold" nodeType="clickEffect">{_START}<p:childTnLst>{call}</p:childTnLst>'
        "</p:cTn></p:par>"
    )
    held = _held(outer, _held(inner, effected))
    return (
        f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="{sequence}" restart="whenNotActive"'
        ' fill="hold" evtFilter="cancelBubble" nodeType="interactiveSeq">'
        f'<p:stCondLst>{clicked}</p:stCondLst><p:endSync evt="end" delay="0"><p:rtn val="all"/>'
        f"</p:endSync><p:childTnLst>{held}</p:childTnLst></p:cTn>"
        f"<p:nextCondLst>{clicked}</p:nextCondLst></p:seq>"
    )


def _held(number: int, content: str, start: str = "0") -> str:
    started = f'<p:stCondLst><p:cond delay="{start}"/></p:stCondLst>'
    return (
        f'<p:par><p:cTn id="{number}" fill="hold">{started}'
        f"<p:childTnLst>{content}</p:childTnLst></p:cTn></p:par>"
    )


def _node(each: Playing, ids: Iterator[int]) -> str:
    """Return the node that plays a recording."""
    name = "video" if each.is_video else "audio"
    again = ' repeatCount="indefinite"' if each.loops else ""
    return (
        f'<p:{name}><p:cMediaNode vol="{_VOLUME}"><p:cTn id="{next(ids)}"{again} fill="hold"'
        ' display="0"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst></p:cTn>'
        f'<p:tgtEl><p:spTgt spid="{each.shape}"/></p:tgtEl></p:cMediaNode></p:{name}>'
    )
