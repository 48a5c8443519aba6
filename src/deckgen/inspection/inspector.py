"""The bytes of a template -> its inspection as text or JSON, and the file of its specimen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from deckgen.inspection.inspect import inspect
from deckgen.inspection.text import inspection_text
from deckgen.records import to_builtins
from deckgen.template.read import read_template
from deckgen.template.sound import check_sound
from deckgen.text.machine import MachineFonts
from deckgen.text.typesetter import Typesetter

if TYPE_CHECKING:
    from deckgen.blobs import Blob
    from deckgen.template.model import Template


class Inspector:
    """A template that was read, ready to be told of. Raises `ValueError` for what is none."""

    def __init__(self, data: bytes, name: str, language: str) -> None:
        self.template: Template = read_template(data, name, language)
        check_sound(self.template, self.template.slides)
        self.language = language
        self.fonts = MachineFonts()

    def text(self) -> str:
        """Return what deckgen sees, for people."""
        return inspection_text(inspect(self.template, self.fonts))

    def json(self) -> str:
        """Return what deckgen sees, for programs."""
        seen = to_builtins(inspect(self.template, self.fonts))
        return json.dumps(seen, ensure_ascii=False, indent=2) + "\n"

    def specimen(self) -> Blob:
        """Return a file with a slide for each layout."""
        from deckgen.emit import emit
        from deckgen.inspection.specimen import specimen

        return emit(specimen(self.template, Typesetter(self.fonts), self.language))
