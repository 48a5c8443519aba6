r"""The commands of KaTeX's table of supported functions -> a page that tells which hold.

`commands.txt` has their names. Each is tried in the forms in which commands are written, of which
one has to be read: `\alpha`, `x \le y`, `\sqrt{x}`, `\frac{x}{y}` and so on.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen.formulas.mathml import formula
from deckgen.formulas.tex import FormulaError

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES: Final = Path(__file__).with_name("commands.txt").read_text("utf-8").split()
_FORMS: Final = (
    "{0}",
    "x {0} y",
    "{0}{{x}}",
    "{0}{{x}}{{y}}",
    r"\text{{{0}{{a}}}}",
    r"\text{{{0} a}}",
    "{0}{{1em}}",
    r"\left(x {0}| y\right)",
    "{0}{{red}}{{x}}",
    r"{0}(x \right)",
    r"\left(x {0})",
    r"\int{0}_a^b x",
    "x^{0} y",
    r"{0}{{\R}}{{\mathbb{{R}}}}\R",
    "{0}[]{{0pt}}{{0}}{{x}}{{y}}",
    r"{0}\foo{{x}}\foo",
    r"\begin{{matrix}}a {0} b\end{{matrix}}",
    r"\begin{{array}}{{c}}a\\{0} b\end{{array}}",
    r"\begin{{align}}a {0}\end{{align}}",
    r"{0}{{_a}}{{_b}}\sum",
)
_TAKES_COLUMNS: Final = ("array", "darray", "subarray")


def formulas_page() -> str:
    """Return the page."""
    held = [name for name in NAMES if holds(name)]
    missing = [name for name in NAMES if not holds(name)]
    return (
        "# Formulas\n\n"
        "Written by `scripts/write_reference.py`. Formulas are LaTeX as KaTeX reads it; "
        f"{len(held)} of {len(NAMES)} commands and environments of its table of supported functions"
        " hold.\n\n"
        f"## These hold\n\n{_listed(held)}\n\n"
        "## These do not\n\n"
        "They are reported at their place. Most have no counterpart in Office: addresses, styles of"
        f" web pages, drawn boxes, programming.\n\n{_listed(missing)}\n"
    )


@cache
def holds(name: str) -> bool:
    """Tell whether a command or an environment, `{name}`, is read in one of its forms."""
    return any(map(_is_read, _forms(name)))


def _forms(name: str) -> Iterator[str]:
    if not name.startswith("{"):
        yield from (form.format(name) for form in _FORMS)
        return
    plain = name[1:-1]
    argument = "{2}" if "alignat" in plain or plain.startswith("alignedat") else ""
    argument = "{cc}" if plain.startswith(_TAKES_COLUMNS) else argument
    for cells in (r"a&b\\c&d", r"a\\c"):
        yield rf"\begin{{{plain}}}{argument}{cells}\end{{{plain}}}"


def _is_read(tex: str) -> bool:
    try:
        formula(tex, display=True)
    except FormulaError:
        return False
    return True


def _listed(names: list[str]) -> str:
    words, lines, line = [f"`{name}`" for name in names], [], ""
    for word in words:
        if line and len(line) + len(word) + 1 > 100:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line])
