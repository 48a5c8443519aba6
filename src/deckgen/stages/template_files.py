"""The bytes of a template -> the template, looked through for what would spoil decks on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.records import replace
from deckgen.template.active import told_of, without_active
from deckgen.template.own import find_own
from deckgen.template.read import read_template
from deckgen.template.sound import check_sound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.compiler import Options
    from deckgen.template.model import Template


def read_sound(data: bytes, name: str, language: str, options: Options, *, uses: bool) -> Template:
    """Return a template that is sound, its slides as well where a deck uses some.

    It is without what is active in it where that is asked for. Raises `BadTemplateError`.
    """
    template = read_template(data, name, language, options.limits)
    check_sound(template, template.slides if uses else ())
    if options.strip_active:
        return replace(template, package=without_active(template.package))
    return template


def brought_by(template: Template, options: Options, used: Sequence[str]) -> tuple[str, ...]:
    """Return what to say of what is active in a template.

    `used` is what the deck calls the slides of the template that it uses.
    """
    if options.strip_active:
        return ()
    own = (find_own(template, wanted) for wanted in used)
    return tuple(told_of(template, {slide.part for slide in own if slide is not None}))
