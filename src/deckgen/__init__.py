"""deckgen: a declarative deck -> a native PowerPoint file on the user's own template.

    import deckgen

    compiled = deckgen.compile(Path("deck.yaml"))
    if compiled.output is not None:
        Path("report.pptx").write_bytes(compiled.output)

Programs that compile a deck again after each edit, as a preview does, keep a `Session`.

Importing this package imports nothing else; the compiler is loaded when it is first called.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers understand it; importing `typing` takes a while
if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.compiler import Compiled, DrawnDeck, Options
    from deckgen.diagnostics import Diagnostic, Label, Severity
    from deckgen.session import Session
    from deckgen.source import Source, Span
    from deckgen.version import __version__
    from deckgen.world import DiskWorld, MemoryWorld, World

__all__ = [
    "Compiled",
    "Diagnostic",
    "DiskWorld",
    "DrawnDeck",
    "Label",
    "MemoryWorld",
    "Options",
    "Session",
    "Severity",
    "Source",
    "Span",
    "World",
    "__version__",
    "compile",
]

_HOMES = {
    "Compiled": "deckgen.compiler",
    "DrawnDeck": "deckgen.compiler",
    "Options": "deckgen.compiler",
    "Diagnostic": "deckgen.diagnostics",
    "Label": "deckgen.diagnostics",
    "Severity": "deckgen.diagnostics",
    "Session": "deckgen.session",
    "Source": "deckgen.source",
    "Span": "deckgen.source",
    "DiskWorld": "deckgen.world",
    "MemoryWorld": "deckgen.world",
    "World": "deckgen.world",
    "__version__": "deckgen.version",
}


def compile(  # noqa: A001 - the word for what this does
    deck: Path | str,
    *,
    base: Path | None = None,
    options: Options | None = None,
    world: World | None = None,
) -> Compiled:
    """Compile a deck: the file at a `Path`, or the text that a `str` holds.

    `base` is the folder to which paths in a deck given as text are relative, the current one if
    absent. `world` stands in for the disk: a `DiskWorld(root)`, which reads nothing but what is
    in a folder, a `MemoryWorld`, or any other `World`. Mistakes in the
    deck are among the diagnostics of the result, whose `output` is then None; nothing is raised for
    them and nothing is written. Nor is anything raised for a bug of deckgen (`internal`), unless
    the environment has DECKGEN_DEBUG.
    """
    from pathlib import Path as FilePath

    from deckgen.compiler import Options as RunOptions
    from deckgen.compiler import build_file, build_text

    options = options or RunOptions()
    if isinstance(deck, FilePath):
        return build_file(deck, options, world).run()
    return build_text(deck, base=base or FilePath(), options=options, world=world).run()


def __getattr__(name: str) -> object:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
