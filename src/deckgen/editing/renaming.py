"""An id or a variable, and a new name for it -> what has to change in all files of a deck."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckgen.editing.mentions import MentionKind
from deckgen.editing.names import FileSpan, is_defined, is_target, is_variable, mention_at
from deckgen.editing.overlay import plain
from deckgen.records import Struct
from deckgen.spec.kinds import Identifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.editing.library import DeckFile
    from deckgen.editing.mentions import NameAt
    from deckgen.editing.names import Files


class CannotRenameError(Exception):
    """Something cannot be renamed, or not so; says why."""


class Change(Struct, frozen=True):
    """A stretch of a file, and the text that takes its place."""

    spot: FileSpan
    text: str


def renamed_at(file: DeckFile, at: int, files: Files) -> tuple[int, int]:
    """Return where the name stands that would be renamed; raises `CannotRenameError`."""
    mention = _renamable(file, at, files)
    return _last_part(mention)


def _renamable(file: DeckFile, at: int, files: Files) -> NameAt:
    mention = mention_at(file, at)
    if mention is None or not (is_target(mention) or is_variable(mention)):
        raise CannotRenameError("only ids of slides and names of variables are renamed")
    if not is_defined(mention.name, files):
        what = "id" if is_target(mention) else "variable"
        raise CannotRenameError(f"nothing in the deck has the {what} `{mention.name}`")
    return mention


def renaming(file: DeckFile, at: int, name: str, files: Files) -> list[Change]:
    """Return the changes that rename what stands at an offset; raises `CannotRenameError`."""
    mention = _renamable(file, at, files)
    variable = is_variable(mention)
    form = r"[\w-]+" if variable else Identifier.PATTERN
    if not re.fullmatch(form, name):
        raise CannotRenameError(f"`{name}` is no name; use letters, digits, `-` and `_`")
    before = mention.name.split(".")
    after = ".".join((*before[:-1], name)) if variable else name
    if after != mention.name and is_defined(after, files):
        raise CannotRenameError(f"`{after}` is the name of something else in the deck")
    return [*_changes(mention, name, files)]


def _changes(mention: NameAt, name: str, files: Files) -> Iterator[Change]:
    for file in files.values():
        for one in file.mentions:
            span = _renamed(one, mention)
            if span is not None:
                yield Change(FileSpan(plain(file.document.path), *span), name)


def _renamed(one: NameAt, mention: NameAt) -> tuple[int, int] | None:
    """Return where a name stands if it is that of a mention, or begins with it."""
    if is_target(mention):
        return (one.start, one.stop) if is_target(one) and one.name == mention.name else None
    if not is_variable(one) or not f"{one.name}.".startswith(f"{mention.name}."):
        return None
    if one.kind is MentionKind.VARIABLE:
        return (one.start, one.stop) if one.name == mention.name else None
    start = one.start + mention.name.rfind(".") + 1
    return start, one.start + len(mention.name)


def _last_part(mention: NameAt) -> tuple[int, int]:
    """Return where the last part of a name with dots stands."""
    if mention.kind is MentionKind.USE:
        return mention.start + mention.name.rfind(".") + 1, mention.start + len(mention.name)
    return mention.start, mention.stop
