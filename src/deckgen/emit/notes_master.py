"""A theme -> the notes master and its theme, for templates that have none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.emit.relations import THEME
from deckgen.emit.slides import TREE
from deckgen.emit.xml import HEADER, NAMESPACES, encode
from deckgen.opc.package import Part, Relationship
from deckgen.records import replace

if TYPE_CHECKING:
    from deckgen.emit.names import PartNames

_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml"
_COLORS: Final = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2"'
    ' accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink"'
    ' folHlink="folHlink"/>'
)
_IMAGE: Final = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/>'
    '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
    '<p:spPr><a:xfrm><a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill>'
    '<a:prstClr val="black"/></a:solidFill></a:ln></p:spPr></p:sp>'
)
_BODY: Final = (
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>'
    '<p:spPr><a:xfrm><a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
    '<p:txBody><a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720"'
    ' rtlCol="0"/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>'
)
_LEVELS: Final = 9
_LEVEL_STEP: Final = 457_200


def notes_master(theme: Part | None, names: PartNames) -> tuple[Part, ...]:
    """Return a notes master in the fonts and colours of a theme, and the copy of it that it needs.

    No two masters may share a theme. The measures are for notes pages of 6858000 x 9144000 EMU,
    and little off on others.
    """
    name = names.next("/ppt/notesMasters/notesMaster")
    style = "".join(_level(index) for index in range(_LEVELS))
    xml = (
        f'{HEADER}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001">'
        f'<a:schemeClr val="bg1"/></p:bgRef></p:bg>{TREE}{_IMAGE}{_BODY}</p:spTree></p:cSld>'
        f"{_COLORS}<p:notesStyle>{style}</p:notesStyle></p:notesMaster>"
    )
    if theme is None:
        return (Part(name, _TYPE, encode(xml)),)
    own = replace(theme, name=names.next("/ppt/theme/theme"), rels=None)
    return Part(name, _TYPE, encode(xml), (Relationship("rId1", THEME, own.name),)), own


def _level(index: int) -> str:
    return (
        f'<a:lvl{index + 1}pPr marL="{index * _LEVEL_STEP}" algn="l" defTabSz="914400" rtl="0"'
        ' eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1200" kern="1200">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        f'<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{index + 1}pPr>'
    )
