"""A template -> nothing, or a `BadTemplateError` where decks made on it would be damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.opc.package import BadPackageError
from deckgen.opc.xml import parse
from deckgen.template.kept import kind, parts_of_decks
from deckgen.template.model import BadTemplateError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.opc.package import Package, Part
    from deckgen.template.model import Template

_XML: Final = ("+xml", "/xml")


_NEEDED: Final = {"slideLayout": "slideMaster", "slideMaster": "theme"}
"""What a part of a kind must lead to (ECMA-376-1, 13.3.9 and 13.3.10)."""
_BONES: Final = frozenset(("slideLayout", "slideMaster", "theme"))
"""The parts without which PowerPoint opens no deck; others that are missing leave a gap."""


def check_sound(template: Template, slides: Iterable[str] = ()) -> None:
    """Raise `BadTemplateError` for a part that would spoil decks that use some of the slides."""
    read = {layout.part for layout in template.layouts}
    for part in parts_of_decks(template, slides):
        _check_relationships(part, template.package)
        if part.content_type.endswith(_XML) and part.name not in read:
            try:
                parse(part.data, part.name)
            except BadPackageError as error:
                raise BadTemplateError(str(error), error.limit) from None


def _check_relationships(part: Part, package: Package) -> None:
    """Raise where a part leads to a layout, master or theme that is missing, or to none at all."""
    leads = {kind(one) for one in part.relationships if one.target in package.parts}
    for one in part.relationships:
        if kind(one) in _BONES and not one.external and one.target not in package.parts:
            message = f"`{part.name[1:]}` leads to `{one.target[1:]}`, which is missing"
            raise BadTemplateError(f"the file is damaged: {message}")
    needed = _NEEDED.get(_kind_of(part))
    if needed is not None and needed not in leads:
        raise BadTemplateError(f"the file is damaged: `{part.name[1:]}` leads to no {needed}")


def _kind_of(part: Part) -> str:
    """Return what a part is, by the end of its content type."""
    return part.content_type.rpartition(".")[2].partition("+")[0]
