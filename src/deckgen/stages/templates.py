"""What a deck calls its template -> the template, read from the package or from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deckgen import codes
from deckgen.diagnostics import closest
from deckgen.spec.files import Files
from deckgen.template.read import BadTemplateError, read_template
from deckgen.templates import BUILT_IN, built_in

if TYPE_CHECKING:
    from deckgen.compiler import Build
    from deckgen.deck import Deck
    from deckgen.source import Span
    from deckgen.template.model import Template


def load_template(build: Build, deck: Deck) -> Template | None:
    """Return the template of a run, or None where it cannot be used, which is reported."""
    name, span, base = "corporate", None, build.base
    if deck.template is not None:
        name, span = deck.template.text, deck.template.span
    if build.options.template is not None:
        name, span, base = build.options.template, None, Path()
    data = built_in(name) or _from_file(name, span, base, build)
    if data is None:
        return None
    try:
        template = read_template(data, name, deck.language)
    except BadTemplateError as error:
        build.sink.report(codes.TEMPLATE_INVALID, span, f"cannot use `{name}`: {error}")
        return None
    if template.supplied:
        message = f"`{name}` has no layouts; one is added to it"
        build.sink.report(codes.NO_LAYOUTS, span, message)
    if template.macros:
        message = f"the macros of `{name}` are left out"
        build.sink.report(codes.MACROS_DROPPED, span, message)
    return template


def _from_file(name: str, span: Span | None, base: Path, build: Build) -> bytes | None:
    if "/" not in name and "." not in name and not build.world.exists(base / name):
        near = closest(name, BUILT_IN)
        listed = ", ".join(f"`{known}`" for known in BUILT_IN)
        hint = f"did you mean `{near}`?" if near else f"built-in templates are {listed}"
        build.sink.report(codes.FILE_NOT_FOUND, span, f"no template `{name}`", hints=[hint])
        return None
    return Files(build.world, base, build.sink).read(name, span)
