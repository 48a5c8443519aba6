"""`deckgen explain`: the code of a diagnostic -> what it means and what to do."""

from __future__ import annotations

import click

from deckgen.codes import CODES, DiagnosticCode
from deckgen.guesses import closest


@click.command(
    epilog="""\b
Examples:
  deckgen explain text-overflow
  deckgen explain                 all codes, one a line"""
)
@click.argument("code", required=False)
def explain(*, code: str | None) -> int:
    """Explain a diagnostic by its CODE, or list all codes."""
    click.echo(_list() if code is None else _explanation(_find(code)))
    return 0


def _find(slug: str) -> DiagnosticCode:
    found = CODES.get(slug)
    if found is None:
        near = closest(slug, CODES)
        hint = f"did you mean '{near}'?" if near else "`deckgen explain` lists all codes."
        raise click.UsageError(f"there is no code '{slug}'; {hint}")
    return found


def _explanation(code: DiagnosticCode) -> str:
    return f"{code.severity.value}[{code.slug}]: {code.summary}\n\n{code.explanation.rstrip()}"


def _list() -> str:
    width = max(map(len, CODES))
    return "\n".join(
        f"{code.slug:<{width}}  {code.severity.value:<7}  {code.summary}"
        for code in sorted(CODES.values(), key=lambda code: code.slug)
    )
