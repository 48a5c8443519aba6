"""A place in a deck -> what there is to know of what stands there, in Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.editing.mentions import MentionKind
from deckgen.editing.names import mention_at, path_of, target_of, variables
from deckgen.editing.overlay import size_of
from deckgen.editing.sites import SiteRole
from deckgen.editing.telling import hover_of
from deckgen.limits import sized
from deckgen.records import Struct

if TYPE_CHECKING:
    from deckgen.editing.mentions import NameAt
    from deckgen.editing.offers.model import Around


class Told(Struct, frozen=True):
    """What is said of a stretch of a file."""

    text: str
    start: int
    stop: int


def told_at(at: int, around: Around) -> Told | None:
    """Return what there is to know of what stands at an offset, None where there is nothing."""
    file = around.file
    mention = mention_at(file, at)
    words = _of_mention(mention, around) if mention is not None else ""
    if mention is not None and words:
        return Told(words, mention.start, mention.stop)
    site = file.document.site(file.language, file.root, at)
    if site is None or site.field is None:
        return None
    if site.role is SiteRole.VALUE and "\n" in site.leaf.text:
        return None
    return Told(hover_of(site.field), site.start, site.stop)


def _of_mention(mention: NameAt, around: Around) -> str:
    """Return what a name leads to."""
    files = around.deck.files()
    match mention.kind:
        case MentionKind.LINK:
            target = target_of(mention.name, files)
            if target is None:
                return f"No slide has the id `{mention.name}`, or a title that gives this name."
            line = target.document.source.line_of(target.span[0]) + 1
            return f"**{target.title or target.name}**\n\n{target.document.path.name}, line {line}"
        case MentionKind.USE:
            value = variables(files).get(mention.name)
            return "" if value is None else f"`{mention.name}` is `{value}`" if value else ""
        case MentionKind.FILE | MentionKind.INCLUDE | MentionKind.REGISTRY:
            return _of_file(path_of(around.document, mention), around)
        case _:
            return ""


def _of_file(name: str, around: Around) -> str:
    path = Path(name)
    size = size_of(path, around.world)
    if size is None:
        return f"There is no file `{path.name}` in `{path.parent}`."
    return f"**{path.name}**, {sized(size)}"
