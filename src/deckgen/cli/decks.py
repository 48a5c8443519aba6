"""The deck and the options on a command line -> what the compiler makes of them."""

from __future__ import annotations

import os
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.limits import Limits
    from deckgen.world import DiskWorld

_RESULTS: Final = (".pptx", ".pdf", ".png", ".svg", ".html")
"""What the names of results end in, and no deck's."""
_OF_OPTIONS: Final = (
    *("template", "settings", "variables", "limits"),
    *("allowed_links", "strip_active", "jobs"),
)


def not_empty(_context: click.Context, _parameter: click.Parameter, word: str | None) -> str | None:
    """Return the name of a file or folder; an empty one, as scripts give by mistake, is refused."""
    if word == "":
        raise click.BadParameter("expected a name, found an empty word")
    return word


def path_of(context: click.Context, parameter: click.Parameter, word: str) -> Path:
    """Return the path that a word names; an empty one is refused, not taken for this folder."""
    not_empty(context, parameter, word)
    return Path(word)


def paths_of(
    context: click.Context, parameter: click.Parameter, words: tuple[str, ...]
) -> tuple[Path, ...]:
    """Return the paths that words name; empty ones, and those of results, are refused."""
    for word in words:
        if word.lower().endswith(_RESULTS):
            raise click.UsageError(f"'{word}' is no deck; what is written is named by '-o {word}'")
    return tuple(path_of(context, parameter, word) for word in words)


deck_argument = click.argument("deck", type=click.Path(), callback=path_of)


def compile_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that make up its arguments `options` and `world`."""

    @click.option(
        "--template",
        metavar="FILE",
        callback=not_empty,
        help="A .pptx or .potx, or the name of a built-in one, instead of the deck's own.",
    )
    @_value_options
    @click.option(
        "--limit",
        "limits",
        metavar="NAME=AMOUNT",
        multiple=True,
        envvar="DECKGEN_LIMITS",
        callback=_read_limits,
        help="Raise a limit to the work of a build, as in `pictures=4G`; may be repeated.",
    )
    @click.option(
        "--allow-links",
        "allowed_links",
        type=click.Choice(("programs", "shares")),
        multiple=True,
        help="Let links lead to programs, or to network shares; may be repeated.",
    )
    @click.option(
        "-j",
        "--jobs",
        metavar="N",
        type=click.IntRange(min=0),
        help="Use N processes, 0 for one on each core, as long decks and several decks do unasked.",
    )
    @click.option(
        "--strip-active",
        is_flag=True,
        help="Leave out linked files, embedded objects and controls of the template.",
    )
    @click.option(
        "--root",
        "world",
        metavar="DIR",
        callback=_world_in,
        help="Read nothing but what is in DIR, whatever the deck names.",
    )
    @wraps(command)
    def compiling_command(**words: Any) -> int:  # noqa: ANN401 - of the types of `Options`
        from deckgen.cache import cache_of_user
        from deckgen.compiler import Options

        said = {name: words.pop(name) for name in _OF_OPTIONS}
        options = Options(**said, cache=cache_of_user(os.environ))
        return command(options=options, **words)

    return compiling_command


def _value_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that set keys and variables of a deck."""
    given = click.option(
        "--set",
        "settings",
        metavar="KEY=VALUE",
        multiple=True,
        callback=_read_settings,
        help="Set a key of `deck:`, or else a variable; may be repeated.",
    )
    files = click.option(
        "--variables",
        metavar="FILE",
        multiple=True,
        callback=not_empty_each,
        help="A YAML file of variables that come before the deck's; may be repeated.",
    )
    return given(files(command))


def not_empty_each(
    context: click.Context, parameter: click.Parameter, words: tuple[str, ...]
) -> tuple[str, ...]:
    """Return words of which each must be something."""
    for word in words:
        not_empty(context, parameter, word)
    return words


def _world_in(context: click.Context, parameter: click.Parameter, root: str | None) -> DiskWorld:
    from deckgen.spec.files import reason
    from deckgen.world import DiskWorld

    not_empty(context, parameter, root)
    try:
        return DiskWorld(None if root is None else Path(root))
    except OSError as error:
        raise click.BadParameter(f"cannot read '{root}': {reason(error)}") from None


def _read_settings(
    _context: click.Context, _parameter: click.Parameter, words: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    for word in words:
        if not word.partition("=")[0].strip() or "=" not in word:
            raise click.BadParameter(f"'{word}' is not of the form KEY=VALUE")
    return tuple((key.strip(), value) for key, _, value in (word.partition("=") for word in words))


def _read_limits(
    _context: click.Context, _parameter: click.Parameter, words: tuple[str, ...]
) -> Limits:
    from deckgen.limits import DEFAULT, raised

    limits = DEFAULT
    for word in words:
        name, _, amount = word.partition("=")
        try:
            limits = raised(limits, name.strip(), amount.strip())
        except ValueError as error:
            raise click.BadParameter(str(error)) from None
    return limits


class Many(NamedTuple):
    """What the command says of many files."""

    rows: str | None = None
    sheet: str = ""
    resume: bool = False
    report: str | None = None
    cluster: str | None = None
    timings: bool = False

    @property
    def is_asked_for(self) -> bool:
        """Whether anything is said that concerns several files."""
        return self._replace(timings=False) != Many()


def many_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that make up its argument `many`."""

    @click.option(
        "--rows",
        metavar="FILE",
        callback=not_empty,
        help="Build DECK once for each row of FILE (CSV, JSON, Excel, Parquet), or of `sql:QUERY`.",
    )
    @click.option(
        "--sheet",
        metavar="NAME",
        default="",
        help="The sheet of a workbook of rows, or cells of it: `Members!B3:F20`.",
    )
    @click.option("--resume", is_flag=True, help="Leave out what an earlier run has written alike.")
    @click.option(
        "--report",
        metavar="FILE",
        callback=not_empty,
        help="Write what has become of each deck or row to FILE, as JSON.",
    )
    @click.option(
        "--cluster",
        metavar="ADDRESS",
        callback=not_empty,
        help="Let the workers of a Dask scheduler build, such as tcp://host:8786.",
    )
    @click.option("--timings", is_flag=True, help="Tell what took how long.")
    @wraps(command)
    def command_for_many(**words: Any) -> int:  # noqa: ANN401 - of the types of `Many`
        many = Many(**{name: words.pop(name) for name in Many._fields})
        return command(many=many, **words)

    return command_for_many
