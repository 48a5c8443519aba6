"""The options on a command line that say how diagnostics are told -> a `Reporting`."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Final

import click

from deckgen.cli.reporting import ALWAYS, AUTO, CONCISE, FULL, JSON, NEVER, Reporting

if TYPE_CHECKING:
    from collections.abc import Callable

FORESEEN: Final = (OSError, click.ClickException, click.Abort, click.exceptions.Exit)
"""What a command may raise: a stream that fails, and click's ways to end a program."""


def reporting_options(
    *, json_to_stdout: bool = False
) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Return what gives a command the options that make up its argument `reporting`."""

    def decorate(command: Callable[..., int]) -> Callable[..., int]:
        @click.option(
            "--format",
            "report_form",
            type=click.Choice((FULL, CONCISE, JSON)),
            default=FULL,
            show_default=True,
            help="How diagnostics are written.",
        )
        @reporting_options_but_format
        @wraps(command)
        def formatting_command(*, reporting: Reporting, report_form: str, **others: object) -> int:
            chosen = reporting._replace(form=report_form, json_to_stdout=json_to_stdout)
            return chosen.bounded(lambda: command(reporting=chosen, **others), FORESEEN)

        return formatting_command

    return decorate


def reporting_options_but_format(command: Callable[..., int]) -> Callable[..., int]:
    """Do the same for a command whose `--format` is that of what it prints."""

    @click.option(
        "--color",
        type=click.Choice((AUTO, ALWAYS, NEVER)),
        default=AUTO,
        show_default=True,
        help="Whether diagnostics are coloured. NO_COLOR and FORCE_COLOR are respected.",
    )
    @click.option("--strict", is_flag=True, help="Exit with 1 for warnings, too.")
    @click.option("-q", "--quiet", is_flag=True, help="Report nothing but errors.")
    @wraps(command)
    def reporting_command(*, color: str, strict: bool, quiet: bool, **others: object) -> int:
        reporting = Reporting(FULL, color, strict, quiet)
        return reporting.bounded(lambda: command(reporting=reporting, **others), FORESEEN)

    return reporting_command
