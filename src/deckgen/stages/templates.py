"""What a deck calls its template -> the template, read from the package or from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deckgen import codes
from deckgen.internal import WorkingOn
from deckgen.limits import how_to_raise
from deckgen.records import replace
from deckgen.spec.files import Files, shown
from deckgen.template.model import BadTemplateError
from deckgen.templates import BUILT_IN, built_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.compiler import Build
    from deckgen.deck import Deck
    from deckgen.source import Span
    from deckgen.spec.slide_size import SlideSize
    from deckgen.template.model import Template


def load_template(build: Build, deck: Deck) -> Template | None:
    """Return the template of a run, or None where it cannot be used, which is reported."""
    files = Files(build.world, build.base, build.sink, build.options.limits)
    name, span = "corporate", None
    if deck.template is not None:
        name, span = deck.template.text, deck.template.span
    if build.options.template is not None:
        name, span = build.options.template, None
        files = replace(files, base=Path(), trusted=True)
    data = find_template(name, span, files, deck.size)
    if data is None:
        return None
    with WorkingOn(span):
        try:
            template, brought = _read(build, data, name, deck)
        except BadTemplateError as error:
            hints = [how_to_raise(error.limit)] if error.limit else []
            message = f"cannot use `{shown(name)}`: {error}"
            build.sink.report(codes.TEMPLATE_INVALID, span, message, hints=hints)
            return None
    if template.supplied:
        message = f"`{shown(name)}` has no layouts; one is added to it"
        build.sink.report(codes.NO_LAYOUTS, span, message)
    if template.macros:
        message = f"the macros of `{shown(name)}` are left out"
        build.sink.report(codes.MACROS_DROPPED, span, message)
    for message in brought:
        hints = ["`--strip-active` leaves it out"]
        build.sink.report(codes.ACTIVE_CONTENT, span, f"`{shown(name)}` {message}", hints=hints)
    return template


def _read(build: Build, data: bytes, name: str, deck: Deck) -> tuple[Template, tuple[str, ...]]:
    """Return a template that is sound, and what to say of what is active in it.

    Where that is asked for, nothing is, and nothing is to be said. Raises `BadTemplateError`.
    """
    options, memory, used = build.options, build.memory, tuple(used_by(deck))

    def read() -> tuple[Template, tuple[str, ...]]:
        from deckgen.stages import template_files  # mostly it is kept

        def sound() -> Template:
            return template_files.read_sound(data, name, deck.language, options, uses=bool(used))

        if memory is None:
            template = sound()
        else:
            key = data, name, deck.language, options.limits, bool(used), options.strip_active
            template = memory.template(key, sound)
        return template, template_files.brought_by(template, options, used)

    if options.cache is None or memory is not None or used or options.strip_active:
        return read()
    from deckgen.stages.kept_templates import TemplateCache

    return TemplateCache(options.cache, deck.language, options.limits).read(data, name, read)


def used_by(deck: Deck) -> Iterator[str]:
    """Yield what a deck calls the slides of the template that it uses."""
    return (slide.use.text for slide in deck.slides if slide.use is not None)


def find_template(
    name: str, span: Span | None, files: Files, size: SlideSize | None = None
) -> bytes | None:
    """Return the bytes of a template of the package or of a file; what is absent is reported.

    Files have a size of their own.
    """
    if name in BUILT_IN:
        return built_in(name, size.name if size else None)
    exists = files.world.exists(files.locate(name, span))
    if size is not None and exists:
        message = f"`{shown(name)}` has a size of its own; only built-in templates come in several"
        hint = "remove `size`, or change the size in PowerPoint (Design, Slide Size)"
        files.sink.report(codes.INVALID_VALUE, size.span, message, hints=[hint])
        return None
    plain = name.removesuffix(".pptx").removesuffix(".potx")
    if not exists and "/" not in name and ("." not in name or plain in BUILT_IN):
        near = files.sink.guesses.closest(plain, BUILT_IN)
        listed = ", ".join(f"`{known}`" for known in BUILT_IN)
        hint = f"did you mean `{near}`?" if near else f"built-in templates are {listed}"
        message = f"no template `{shown(name)}`"
        files.sink.report(codes.FILE_NOT_FOUND, span, message, hints=[hint])
        return None
    return files.read(name, span, "template-size")
