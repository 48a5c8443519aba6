"""A template -> nothing, or a `BadTemplateError` where decks made on it would be damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.opc.package import BadPackageError
from deckgen.opc.xml import parse
from deckgen.template.kept import parts_of_decks
from deckgen.template.model import BadTemplateError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.template.model import Template

_XML: Final = ("+xml", "/xml")


def check_sound(template: Template, slides: Iterable[str] = ()) -> None:
    """Raise `BadTemplateError` for a part that would spoil decks that use some of the slides."""
    read = {layout.part for layout in template.layouts}
    for part in parts_of_decks(template, slides):
        if part.content_type.endswith(_XML) and part.name not in read:
            try:
                parse(part.data, part.name)
            except BadPackageError as error:
                raise BadTemplateError(str(error), error.limit) from None
