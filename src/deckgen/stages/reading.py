"""A file -> source text -> `Spec`, with the settings of this run laid over those of the deck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from deckgen import codes
from deckgen.blocks import block_set
from deckgen.source import Source
from deckgen.spec.bind import Binding, Failed, bind
from deckgen.spec.files import Files, reason, shown
from deckgen.spec.language import Spec
from deckgen.spec.nodes import Mapping, Scalar
from deckgen.spec.overrides import override
from deckgen.spec.reader import read_yaml
from deckgen.world import TEXT_LIMIT

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.compiler import Build
    from deckgen.diagnostics import Sink
    from deckgen.world import World

_DECK_SUFFIXES: Final = (".yaml", ".yml")


def open_source(path: Path, world: World, sink: Sink) -> Source | None:
    """Return the text of a deck file, or None where it cannot be read, which is reported."""
    try:
        data = world.read(path, TEXT_LIMIT)
    except FileNotFoundError:
        sink.report(codes.FILE_NOT_FOUND, None, f"no file `{shown(str(path))}`")
        return None
    except OSError as error:
        message = f"cannot read `{shown(str(path))}`: {reason(error)}"
        sink.report(codes.FILE_UNREADABLE, None, message)
        return None
    return decode(data, str(path), sink)


def decode(data: bytes, name: str, sink: Sink) -> Source | None:
    """Return the text that bytes hold in UTF-8, or in UTF-16 with a byte order mark."""
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return Source(name, data.decode(encoding))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"`{name}` is not UTF-8 text: byte 0x{data[error.start]:02X} in line {line}"
        sink.report(codes.FILE_UNREADABLE, None, message, hints=_encoding_hints(data))
        return None


def _encoding_hints(data: bytes) -> list[str]:
    if b"\x00" in data[:4096]:
        return ["this looks like no text at all"]
    try:
        data.decode("cp932")
    except UnicodeDecodeError:
        return ["save it as UTF-8"]
    return ["this looks like Shift_JIS; save it as UTF-8"]


def read_spec(build: Build) -> Spec | None:
    """Return what the source says, or None where it cannot be understood, which is reported."""
    assert build.source is not None
    sink = build.sink
    root = read_yaml(build.source, sink)
    if root is None:
        if not sink.has_errors:
            start = build.source.span(0, 0)
            hint = "add `title:`, `overview:`, `slides:` or another part"
            sink.report(codes.EMPTY_DECK, start, "the deck is empty", hints=[hint])
        return None
    if isinstance(root, Mapping):
        root = override(root, build.options.settings, sink)
    binding = Binding(sink, Files(build.world, build.base, sink), block_set())
    if isinstance(root, Scalar):
        if root.text.lower().endswith(_DECK_SUFFIXES):
            hint = "this is the name of a file; in Python, name a file by a `pathlib.Path`"
            binding.wrong_type(root, "a deck", [hint])
            return None
        root = Scalar(root.span, root.text)
    spec = bind(root, Spec, binding)
    return None if isinstance(spec, Failed) else cast("Spec", spec)
