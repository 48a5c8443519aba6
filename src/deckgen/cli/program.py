"""The words after `deckgen` -> the command that they mean, and its exit code."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from deckgen.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEFAULT: Final = "build"
_OWN_OPTIONS: Final = frozenset({"-h", "--help", "--version"})
_SIMILARITY: Final = 0.7
_INTERRUPTED: Final = 130


class Listed(NamedTuple):
    """A command in the table: the module that defines it under its own name, and its summary."""

    module: str
    summary: str


COMMANDS: Final = {
    "build": Listed("deckgen.cli.build", "Compile a deck into a PowerPoint file."),
    "preview": Listed("deckgen.cli.preview", "Show a deck in the browser while it is written."),
    "watch": Listed("deckgen.cli.watch", "Compile a deck again whenever it is saved."),
    "check": Listed("deckgen.cli.check", "Report what is wrong with a deck; write nothing."),
    "marks": Listed("deckgen.cli.marks", "List the trademarks that a deck mentions, and where."),
    "new": Listed("deckgen.cli.new", "Start a deck in a new folder."),
    "template": Listed("deckgen.cli.template", "Tell what deckgen sees in a template."),
    "schema": Listed("deckgen.cli.schema", "Print the JSON Schema of the language, for editors."),
    "lsp": Listed("deckgen.cli.lsp", "Serve an editor: diagnostics, completion, hover, outline."),
    "explain": Listed("deckgen.cli.explain", "Explain a diagnostic by its code."),
    "dump": Listed("deckgen.cli.dump", "Print what a stage of the compiler makes of a deck."),
}


_DECKS: Final = (".yaml", ".yml")
_MEANINGS: Final = {
    **dict.fromkeys(("help", "usage", "commands"), "--help"),
    **dict.fromkeys(("init", "create", "start", "scaffold"), "new"),
    **dict.fromkeys(("serve", "dev", "live", "open", "show", "present"), "preview"),
    **dict.fromkeys(("export", "render", "convert", "compile", "make", "generate"), "build"),
    **dict.fromkeys(("lint", "validate", "verify"), "check"),
    **dict.fromkeys(("theme", "themes", "templates", "layouts", "inspect"), "template"),
    "version": "--version",
}
"""What commands are called elsewhere."""


class Program(click.Group):
    """The command `deckgen`: a deck may follow directly, commands are imported when they run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """Return the command of a name, or None."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command: click.Command = getattr(import_module(entry.module), cmd_name)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take words that start with no command as those of `build`."""
        if args and args[0] not in COMMANDS and args[0] not in _OWN_OPTIONS:
            _refuse_misspelt_command(args[0], ctx)
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that the words name; a bug is told as diagnostics are."""
        from deckgen.cli.reporting import Reporting
        from deckgen.cli.reporting_options import FORESEEN

        return Reporting().bounded(lambda: super(Program, self).invoke(ctx), FORESEEN)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the two ways to call the program."""
        formatter.write_usage(ctx.command_path, "DECK [-o OUT] [OPTIONS]")
        formatter.write_usage(ctx.command_path, "COMMAND ...", prefix="       ")

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the table of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])


def _refuse_misspelt_command(word: str, ctx: click.Context) -> None:
    """Refuse a word that is neither a command nor the name of a deck, as these end in `.yaml`."""
    if word.startswith("-") or not word.isidentifier() or os.path.lexists(word):
        return
    from difflib import get_close_matches

    near = get_close_matches(word, COMMANDS, n=1, cutoff=_SIMILARITY)
    meant = near[0] if near else _MEANINGS.get(word.lower())
    decks = (f"{word}{suffix}" for suffix in _DECKS)
    meant = next((deck for deck in decks if Path(deck).exists()), meant)
    guess = f"; did you mean '{meant}'?" if meant else ""
    raise click.UsageError(f"there is no file or command '{word}'{guess}", ctx)


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  deckgen deck.yaml                          write deck.pptx beside it
  deckgen deck.yaml -o out/report.pptx       write elsewhere
  deckgen deck.yaml --template brand.potx    on your own template
  deckgen check deck.yaml                    only look for mistakes
  deckgen template brand.potx                tell what deckgen sees in a template
  deckgen new talk                           start a deck in the folder talk

\b
A deck that is named like a command is given as ./check.
`deckgen COMMAND --help` tells more; `deckgen build --help` lists the options of a build.""",
)
@click.version_option(__version__, prog_name="deckgen", message="%(prog)s %(version)s")
def program() -> None:
    """Compile a declarative deck into a native PowerPoint file on your own template."""


def run(words: Sequence[str]) -> int:
    """Run a command and return the exit code; interruption and a broken pipe are raised."""
    try:
        code = program.main(list(words), prog_name="deckgen", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return _INTERRUPTED
    return code if isinstance(code, int) else 0
