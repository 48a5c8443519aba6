"""`deckgen lsp`: an editor on standard input and output -> diagnostics, completion and the like."""

from __future__ import annotations

import gc
from importlib.util import find_spec
from typing import Final

import click

_LIBRARY: Final = "pygls"
_MISSING: Final = (
    "the language server needs pygls; install it with: pip install 'deckgen-pptx[lsp]'"
)


@click.command(
    epilog="""\b
Examples:
  deckgen lsp     what an editor is told to run for files called deck.yaml

It speaks the Language Server Protocol on standard input and output until the editor ends it.
docs/editors.md tells how editors are set up. Exit code 0: the editor has ended it; 1: pygls is
missing."""
)
@click.option(
    "--stdio", is_flag=True, help="Speak on standard input and output, as it always does."
)
def lsp(*, stdio: bool) -> int:  # noqa: ARG001 - many editors say so unasked
    """Serve an editor: diagnostics as you type, completion, hover, outline, rename."""
    if find_spec(_LIBRARY) is None:
        raise click.ClickException(_MISSING)
    from deckgen.lsp.server import serve

    gc.enable()  # this process lives longer than those of other commands
    serve()
    return 0
