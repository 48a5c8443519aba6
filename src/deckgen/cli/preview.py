"""`deckgen preview`: a deck -> a page in the browser that shows it while it is written."""

from __future__ import annotations

import errno
import os
import sys
from functools import wraps
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from deckgen.cli.building import slides
from deckgen.cli.decks import compile_options, deck_argument
from deckgen.cli.ending import DEEDS
from deckgen.cli.inputs import STANDARD_STREAM, name_of
from deckgen.cli.news import News
from deckgen.cli.reporting import Reporting
from deckgen.cli.reporting_options import reporting_options

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deckgen.compiler import Options
    from deckgen.diagnostics import Diagnostic
    from deckgen.preview.editors import Editor
    from deckgen.preview.preview import Preview
    from deckgen.preview.show import Show
    from deckgen.world import DiskWorld


def _editor(_context: click.Context, _parameter: click.Parameter, wish: str) -> Editor:
    from deckgen.preview.editors import editor_of

    try:
        return editor_of(wish)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


class Opening(NamedTuple):
    """Where a preview listens, whether the browser opens, and what opens places in the deck."""

    port: int
    browser: bool
    editor: Editor


def _opening_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that make up its argument `opening`."""

    @click.option(
        "--port",
        metavar="N",
        type=click.IntRange(0, 65535),
        default=0,
        help="The port to listen on; one that is free by default.",
    )
    @click.option("--open/--no-open", "browser", default=True, help="Whether to open the browser.")
    @click.option(
        "--editor",
        metavar="NAME",
        default="code",
        show_default=True,
        envvar="DECKGEN_EDITOR",
        callback=_editor,
        help="What opens a place in the deck: code, vscodium, cursor, zed, jetbrains, pycharm,"
        " webstorm, sublime, textmate, macvim, emacs, vim, or an address or a command with {path},"
        " {line} and {column}.",
    )
    @wraps(command)
    def opening_command(*, port: int, browser: bool, editor: Editor, **others: object) -> int:
        return command(opening=Opening(port, browser, editor), **others)

    return opening_command


@click.command(
    epilog="""\b
Examples:
  deckgen preview deck.yaml
  deckgen preview deck.yaml --port 8765 --no-open
  deckgen preview deck.yaml --editor jetbrains
  deckgen preview deck.yaml --editor 'subl {path}:{line}:{column}'

The address is printed to standard output. It holds a key, and works on this machine alone. Ctrl-C
ends the preview."""
)
@deck_argument
@_opening_options
@compile_options
@reporting_options()
def preview(
    *,
    deck: Path,
    opening: Opening,
    options: Options,
    world: DiskWorld,
    reporting: Reporting,
) -> int:
    """Show DECK in the browser, and what changes in it as soon as it is saved."""
    from threading import Event

    from deckgen.preview.preview import Preview

    if deck == STANDARD_STREAM:
        raise click.UsageError("a deck from standard input cannot be watched; name its file")
    try:
        shown = Preview(deck, options, world, opening.editor, port=opening.port)
    except OSError as error:
        raise click.ClickException(f"cannot listen on port {opening.port}: {_why(error)}") from None
    DEEDS.append(shown.abandon)
    click.echo(shown.server.address)
    sys.stdout.flush()
    shown.start(_Terminal(deck, reporting).tell)
    if opening.browser:
        _open(shown)
    while True:  # with an end to each wait, so that Ctrl-C is heard on Windows
        Event().wait(1)


class _Terminal:
    """Tells of each build in the terminal, and of what is wrong where that has changed."""

    def __init__(self, deck: Path, reporting: Reporting) -> None:
        self._deck = deck
        self._news = News(reporting)

    def tell(self, show: Show, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Write what is new to standard error."""
        self._news.show(diagnostics)
        state = "the last good slides are shown" if show.is_broken else slides(len(show.slides))
        self._news.reporting.say(f"{name_of(self._deck)}: {state} ({show.milliseconds:.0f} ms)")


def _open(shown: Preview) -> None:
    """Let the desktop's browser show the page; where there is none, the address is printed."""
    if sys.platform.startswith("linux") and not any(map(os.environ.get, _SCREENS)):
        return
    import webbrowser

    webbrowser.open(shown.server.address_for_once)


_SCREENS: Final = ("DISPLAY", "WAYLAND_DISPLAY")
"""What is set where there is a screen; browsers in a terminal would take it from us."""


def _why(error: OSError) -> str:
    from deckgen.spec.files import reason

    if error.errno == errno.EADDRINUSE:
        return "another program uses it; choose another, or leave out `--port`"
    return reason(error)
