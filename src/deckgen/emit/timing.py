"""What happens on a page when it is shown -> its `p:timing`: the one place that writes it.

The structure is that of PowerPoint's own files: a sequence for each recording that a click on it
starts and stops, and the node that plays it (ECMA-376-1, 19.5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ROOT = (
    '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot">'
    "<p:childTnLst>{}</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
)
_START = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_VOLUME = 80_000


class Playing(Struct, frozen=True):
    """A recording on the page: the id of its shape, what it is, and whether it starts again."""

    shape: int
    is_video: bool
    loops: bool


def timing(playing: Sequence[Playing]) -> str:
    """Return the timing of a page, nothing where nothing happens on it."""
    if not playing:
        return ""
    ids = iter(range(2, 1 << 20))
    sequences = "".join(_on_click(each, ids) for each in playing)
    return _ROOT.format(sequences + "".join(_node(each, ids) for each in playing))


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


def _held(number: int, content: str) -> str:
    return (
        f'<p:par><p:cTn id="{number}" fill="hold">{_START}'
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
