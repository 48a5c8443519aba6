"""The tree of a deck -> the same with what it includes at its top, and what a run sets in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.codes.reuse import UNUSED_VARIABLE
from deckgen.records import replace
from deckgen.source import Source, Span
from deckgen.spec.decoding import decode
from deckgen.spec.files import shown
from deckgen.spec.keys import shape_of
from deckgen.spec.language import Settings
from deckgen.spec.nodes import Entry, Mapping, Scalar
from deckgen.spec.overrides import override
from deckgen.spec.reader import read_yaml
from deckgen.spec.reuse import VARIABLES, asks

if TYPE_CHECKING:
    from deckgen.compiler import Options
    from deckgen.spec.nodes import Node
    from deckgen.spec.reuse import Reuse

_SETTINGS: Final = "deck"


def prepared(root: Mapping, options: Options, reuse: Reuse) -> Mapping | None:
    """Return the tree of a deck in which a run's settings and variables stand.

    What a command sets comes before the row of data of the run, that before what its files of
    variables say, and that before what the deck does. None where the deck is but an inclusion that
    fails, which is reported.
    """
    found = reuse.taken_in(root)
    if not isinstance(found, Mapping):
        if found is not None:
            hint = "write `slides:` before it, or include it there"
            message = "a deck is a mapping of parts, and this holds none"
            reuse.sink.report(codes.WRONG_TYPE, found.span.first_line, message, hints=[hint])
        return None
    root = _opened(found, reuse)
    for name in options.variables:
        root = _with_variables(root, _read(name, reuse))
    if options.row is not None:
        root = _with_variables(root, options.row.variables)
    settings = [each for each in options.settings if is_setting(each[0])]
    given = [each for each in options.settings if not is_setting(each[0])]
    root = override(root, settings, reuse.sink, options.limits)
    root = override(root, given, reuse.sink, options.limits, VARIABLES)
    variables, language = root.get(VARIABLES), _language(root)
    if variables is not None and isinstance(variables.value, Mapping):
        reuse.table = variables.value
    reuse.language = language or reuse.language
    return root


def _opened(root: Mapping, reuse: Reuse) -> Mapping:
    """Return a tree whose settings and variables have what they include among them."""
    entries = []
    for entry in root.entries:
        node: Node | None = entry.value
        if entry.key.text in {_SETTINGS, VARIABLES}:
            node = reuse.taken_in(entry.value)
        if node is not None:
            entries.append(entry if node is entry.value else Entry(entry.key, node))
    return Mapping(root.span, tuple(entries))


def _language(root: Mapping) -> str | None:
    settings = root.get(_SETTINGS)
    said = (
        settings.value.get("language") if settings and isinstance(settings.value, Mapping) else None
    )
    return said.value.text.lower() if said and isinstance(said.value, Scalar) else None


def shares(source: Source, options: Options) -> bool:
    """Tell whether a deck may ask for files, variables or conditions, by the words for them.

    What it says then depends on more than its slides.
    """
    settings = all(is_setting(key) for key, _ in options.settings)
    given = bool(options.variables) or options.row is not None or not settings
    return given or asks(source.text)


def is_setting(key: str) -> bool:
    """Tell whether a key that a command sets is one of `deck:`, and not a variable."""
    return key.partition(".")[0] in {*shape_of(Settings).spellings, _SETTINGS}


def _read(name: str, reuse: Reuse) -> Mapping | None:
    """Return the variables in a file that a command names."""
    files = replace(reuse.files, base=Path(), trusted=True)
    data = files.read(name, None, "deck-size")
    source = None if data is None else decode(data, name, reuse.sink)
    root = None if source is None else read_yaml(source, reuse.sink, files.limits)
    if root is None or isinstance(root, Mapping):
        return root
    message = f"`{shown(name)}` holds no variables; expected `name: value`"
    reuse.sink.report(codes.WRONG_TYPE, root.span.first_line, message)
    return None


def _with_variables(root: Mapping, given: Mapping | None) -> Mapping:
    """Return a tree with variables that come before those that it has."""
    if given is None:
        return root
    found = root.get(VARIABLES)
    entries = list(given.entries)
    if found is not None and isinstance(found.value, Mapping):
        entries += (entry for entry in found.value.entries if given.get(entry.key.text) is None)
    key = found.key if found else Scalar(Span(given.span.source, 0, 0), VARIABLES)
    rest = (entry for entry in root.entries if entry is not found)
    return Mapping(root.span, (Entry(key, Mapping(given.span, tuple(entries))), *rest))


def report_unused(options: Options, reuse: Reuse) -> None:
    """Report what a command sets that is no setting, and no variable that the deck uses."""
    for key, value in options.settings:
        name = key.removeprefix(f"{VARIABLES}.").partition(".")[0]
        if is_setting(key) or name in reuse.variables.used:
            continue
        span = Source(f"--set {key}", f"{key}={value}").span(0, len(key))
        near = reuse.sink.guesses.closest(name, (*reuse.variables.used, *shape_of(Settings).keys))
        hints = [f"did you mean `{near}`?"] if near else []
        if not reuse.variables.used:  # a deck without variables, so that a setting is meant
            reuse.sink.report(codes.UNKNOWN_KEY, span, f"unknown key `{name}`", hints=hints)
            continue
        message = f"nothing in the deck uses `{name}`"
        reuse.sink.report(UNUSED_VARIABLE, span, message, hints=hints)
