"""A file -> source text -> `Spec`, with the settings of this run laid over those of the deck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from deckgen import codes
from deckgen.blocks import block_set
from deckgen.confined import OutsideRootError
from deckgen.diagnostics import Sink
from deckgen.limits import how_to_raise, sized
from deckgen.records import replace
from deckgen.source import Source
from deckgen.spec.beforehand import keeps_breaks
from deckgen.spec.bind import Binding, Failed, bind
from deckgen.spec.decoding import decode, with_line_feeds
from deckgen.spec.files import Files, reason, shown
from deckgen.spec.formulas import deck_macros
from deckgen.spec.keys import shape_of
from deckgen.spec.language import Spec
from deckgen.spec.nodes import Mapping, Scalar
from deckgen.spec.overrides import override
from deckgen.spec.reader import read_yaml
from deckgen.spec.reuse import Reuse
from deckgen.stages.preparing import prepared, report_unused, shares
from deckgen.world import TooLargeError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import BinaryIO

    from deckgen.compiler import Build
    from deckgen.limits import Limits
    from deckgen.spec.nodes import Node
    from deckgen.spec.remembered import Remembered
    from deckgen.world import World

_DECK_SUFFIXES: Final = (".yaml", ".yml")
_USUAL_NAME: Final = "deck.yaml"
_WIDEST: Final = 4
"""The bytes of the widest character in UTF-8."""


def open_source(path: Path, world: World, sink: Sink, limits: Limits) -> Source | None:
    """Return the text of a deck file, or None where it cannot be read, which is reported."""
    try:
        data = world.read(path, limits.deck_size)
    except FileNotFoundError:
        hints = _near_names(path, world, sink)
        sink.report(codes.FILE_NOT_FOUND, None, f"no file `{shown(str(path))}`", hints=hints)
        return None
    except TooLargeError:
        _report_size(str(path), sink, limits)
        return None
    except OutsideRootError:
        message = f"`{shown(str(path))}` is not in the folder that may be read"
        sink.report(codes.OUTSIDE_ROOT, None, message)
        return None
    except OSError as error:
        is_folder = isinstance(error, IsADirectoryError)
        hints = _within(path, world) if is_folder else []
        _report_unreadable(str(path), error, sink, hints)
        return None
    return decode(data, str(path), sink)


def _within(folder: Path, world: World) -> list[str]:
    """Return a hint at the deck in a folder: the only one, or the one of the usual name."""
    names = world.siblings(folder / _USUAL_NAME)
    decks = [name for name in names if name.endswith(_DECK_SUFFIXES)]
    meant = _USUAL_NAME if _USUAL_NAME in decks else decks[0] if len(decks) == 1 else None
    return [f"name the deck in it: `{shown(str(folder / meant))}`"] if meant else []


def _near_names(path: Path, world: World, sink: Sink) -> list[str]:
    """Return a hint at the deck that is meant, if the folder has one of nearly the name."""
    names = world.siblings(path)
    meant = [path.with_suffix(suffix).name for suffix in _DECK_SUFFIXES]
    near = next((name for name in meant if name in names), None)
    decks = [name for name in names if name.endswith(_DECK_SUFFIXES)]
    near = near or sink.guesses.closest(path.name, decks)
    return [f"did you mean `{shown(str(path.with_name(near)))}`?"] if near else []


def read_stream(stream: BinaryIO, name: str, sink: Sink, limits: Limits) -> Source | None:
    """Return the text that a stream holds, or None where it cannot be read, which is reported.

    No more is read than the limit of a deck's size, however much there is.
    """
    try:
        data = stream.read(limits.deck_size + 1)
    except OSError as error:
        _report_unreadable(name, error, sink)
        return None
    if len(data) > limits.deck_size:
        _report_size(name, sink, limits)
        return None
    return decode(data, name, sink)


def take_text(text: str, name: str, sink: Sink, limits: Limits) -> Source | None:
    """Return a deck that is at hand as text, or None where it is too large, which is reported."""
    most = limits.deck_size
    narrow = len(text) * _WIDEST <= most
    if not narrow and (len(text) > most or len(text.encode("utf-8", "replace")) > most):
        _report_size(name, sink, limits)
        return None
    return Source(name, with_line_feeds(text))


def _report_size(name: str, sink: Sink, limits: Limits) -> None:
    message = f"`{shown(name)}` is larger than {sized(limits.deck_size)}"
    sink.report(codes.YAML_TOO_LARGE, None, message, hints=[how_to_raise("deck-size")])


def _report_unreadable(name: str, error: OSError, sink: Sink, hints: Sequence[str] = ()) -> None:
    message = f"cannot read `{shown(name)}`: {reason(error)}"
    sink.report(codes.FILE_UNREADABLE, None, message, hints=hints)


def _is_markdown(source: Source, sink: Sink) -> bool:
    """Tell whether a text that is no deck is Markdown, which is reported."""
    from deckgen.stages.mistaken import markdown_in

    span = markdown_in(source)
    if span is None:
        return False
    hints = (
        "write the slides below `slides:`, each with a `title:` and its Markdown below `body: |`",
        "`deckgen new talk` starts a deck that shows how",
    )
    sink.report(codes.MARKDOWN_DECK, span, "this is Markdown, and a deck is YAML", hints=hints)
    return True


def _deck_keeps_breaks(root: Node) -> bool:
    """Tell whether the settings of a deck, wherever they stand in it, keep line ends."""
    settings = root.get("deck") if isinstance(root, Mapping) else None
    return settings is not None and bool(keeps_breaks(settings.value))


def _read_again(build: Build, source: Source, remembered: Remembered) -> Spec | None:
    """Return what the source says, read by excerpts; None where it has to be read as a whole."""
    limits, sink = build.options.limits, Sink(guesses=build.sink.guesses)
    found = remembered.excerpts.read(source, shape_of(Spec).spellings, limits)
    if found is None or found.lost or found.values > limits.values:
        return None
    sink.add(found.told)
    files = Files(build.world, build.base, sink, limits)
    if shares(source, build.options):
        spec = _bound(build, found.root, files, remembered)
    else:
        root = override(found.root, build.options.settings, sink, limits)
        bound = bind(root, Spec, _binding(root, files, remembered))
        spec = None if isinstance(bound, Failed) else cast("Spec", bound)
    if files.is_full or spec is None:
        return None
    build.sink.take(sink)
    return spec


def _binding(root: Node, files: Files, remembered: Remembered | None = None) -> Binding:
    """Return what binds the tree of a deck."""
    return Binding(
        files.sink,
        files,
        block_set(),
        keeps_breaks=_deck_keeps_breaks(root),
        macros=deck_macros(root),
        remembered=remembered,
    )


def _report_empty(source: Source, sink: Sink) -> None:
    if not sink.has_errors:
        hint = "add `title:`, `overview:`, `slides:` or another part"
        sink.report(codes.EMPTY_DECK, source.span(0, 0), "the deck is empty", hints=[hint])


def _is_name(root: Node, binding: Binding) -> bool:
    """Tell whether what should be a deck is but the name of one, which is reported."""
    if not isinstance(root, Scalar) or not root.text.lower().endswith(_DECK_SUFFIXES):
        return False
    hint = "this is the name of a file; in Python, name a file by a `pathlib.Path`"
    binding.wrong_type(root, "a deck", [hint])
    return True


def read_spec(build: Build) -> Spec | None:
    """Return what the source says, or None where it cannot be understood, which is reported."""
    assert build.source is not None
    sink = build.sink
    if build.memory is not None:
        spec = _read_again(build, build.source, build.memory.reading)
        if spec is not None:
            return spec
    read = Sink(guesses=sink.guesses)
    root = read_yaml(build.source, read, build.options.limits)
    is_empty = root is None and not read.has_errors
    if not (isinstance(root, Mapping) or is_empty) and _is_markdown(build.source, sink):
        return None
    is_whole = root is not None
    if root is None and read.has_errors:
        root, read = _recovered(build.source, read, build.options.limits)
    sink.take(read)
    if root is None:
        _report_empty(build.source, sink)
        return None
    files = Files(build.world, build.base, sink, build.options.limits)
    return _bound(build, root, files, is_whole=is_whole)


def _bound(
    build: Build,
    root: Node,
    files: Files,
    remembered: Remembered | None = None,
    *,
    is_whole: bool = True,
) -> Spec | None:
    """Return what the tree of a deck says; all of the deck, if it could be read whole."""
    assert build.source is not None
    reuse = Reuse(build.source, files, files.sink, is_whole=is_whole)
    if isinstance(root, Mapping):
        taken = prepared(root, build.options, reuse)
        if taken is None:
            return None
        root = taken
    binding = replace(_binding(root, files, remembered), reuse=reuse)
    if _is_name(root, binding):
        return None
    if isinstance(root, Scalar):
        root = Scalar(root.span, root.text)
    spec = bind(root, Spec, binding)
    report_unused(build.options, reuse)
    if reuse.has_variables:
        build.used.update(reuse.variables.used)
    if isinstance(spec, Failed):
        return None
    return replace(cast("Spec", spec), is_whole=is_whole, left_out=tuple(reuse.left_out))


def _recovered(source: Source, read: Sink, limits: Limits) -> tuple[Node | None, Sink]:
    """Return what can be read of a deck that is not well-formed, and what there is to say of it."""
    from deckgen.spec.recovery import recovered

    found = recovered(source, shape_of(Spec).spellings, limits, read.told())
    if found is None:
        return None, read
    sink = Sink(guesses=read.guesses)
    sink.add(found.told)
    return found.root, sink
