"""`classDef`, `class`, `style`, `linkStyle` and `click` -> tones and links of nodes and edges."""

from __future__ import annotations

import re
from typing import Final

from deckgen.diagrams.looks import styled_tone
from deckgen.diagrams.model import Edge, Node, Unshown
from deckgen.records import Struct, field, replace

_DEFINED: Final = r"classDef\s+([\w,-]+)\s+(.+)"
_CLASS: Final = r"(?:class|cssClass)\s+\"?([\w,.\s-]+?)\"?\s+([\w-]+)"
_STYLE: Final = r"style\s+([\w,.-]+)\s+(.+)"
_LINK_STYLE: Final = r"linkStyle\s+(default|[\d,\s]+?)\s+(?:interpolate\s+\w+\s*)?(.*)"
_CLICK: Final = r"(?:click|link)\s+([\w.-]+)\s+(?:href\s+)?\"([^\"]+)\"(?:\s+\"([^\"]*)\")?.*"
_CALLS: Final = r"(?:click|callback)\s+([\w.-]+)\s+.*"
_STARTS: Final = (
    "classDef",
    "class",
    "cssClass",
    "style",
    "linkStyle",
    "click",
    "link",
    "callback",
)


class Styling(Struct):
    """What was read of styles so far."""

    classes: dict[str, str | None] = field(default_factory=dict)
    tones: dict[str, str] = field(default_factory=dict)
    named: list[tuple[str, str, int]] = field(default_factory=list)
    """Nodes, the names of their classes, and where that is written."""
    edges: dict[int | None, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    unshown: list[Unshown] = field(default_factory=list)

    def takes(self, text: str, offset: int) -> bool:  # noqa: C901
        """Take a statement that tells how something looks, or leads; tell whether it is one."""
        if not text.startswith(_STARTS):
            return False
        if match := re.fullmatch(_DEFINED, text):
            tone = self._tone(match[2], offset)
            self.classes |= dict.fromkeys(match[1].split(","), tone)
        elif match := re.fullmatch(_STYLE, text):
            tone = self._tone(match[2], offset)
            if tone is not None:
                self.tones |= dict.fromkeys(match[1].split(","), tone)
        elif match := re.fullmatch(_LINK_STYLE, text):
            tone = self._tone(match[2], offset)
            numbers = (
                [None] if match[1] == "default" else map(int, re.findall(r"\d{1,6}", match[1]))
            )
            if tone is not None:
                self.edges |= dict.fromkeys(numbers, tone)
        elif match := re.fullmatch(_CLICK, text):
            self.links[match[1]] = match[2]
        elif match := re.fullmatch(_CALLS, text):
            message = f"a slide calls no programs: what `{match[1]}` calls is left out"
            self.unshown.append(Unshown(message, offset))
        elif match := re.fullmatch(_CLASS, text):
            for id_ in re.split(r"[\s,]+", match[1]):
                self.named.append((id_, match[2], offset))
        else:
            return False
        return True

    def _tone(self, css: str, offset: int) -> str | None:
        tone = styled_tone(css)
        if tone is None:
            message = f"a deck has the look of its template: `{css[:40].strip()}` is left out"
            self.unshown.append(Unshown(message, offset))
        return tone

    def nodes(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return nodes with their tones and links."""
        tones = dict(self.tones)
        for id_, name, offset in self.named:
            if name not in self.classes:
                message = f"no `classDef` tells of `{name}`, which is left out"
                self.unshown.append(Unshown(message, offset))
            elif tone := self.classes[name]:
                tones.setdefault(id_, tone)
        usual = self.classes.get("default") or ""
        return tuple(
            replace(
                node,
                tone=node.tone or _told(tones.get(node.id, usual)),
                link=self.links.get(node.id, ""),
            )
            for node in nodes
        )

    def led(self, edges: tuple[Edge, ...]) -> tuple[Edge, ...]:
        """Return edges with their tones."""
        if not self.edges:
            return edges
        usual = self.edges.get(None, "")
        return tuple(
            replace(edge, tone=_told(self.edges.get(number, usual)))
            for number, edge in enumerate(edges)
        )


def _told(tone: str) -> str:
    """Return a tone; the neutral one is that of what has none."""
    return "" if tone == "neutral" else tone
