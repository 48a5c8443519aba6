r"""What math-core does not know of what people write, said in commands that it knows.

The names are those of plain TeX, LaTeX, amsmath and KaTeX's table of supported functions. Spacing
tricks (`\mathclap`, `\vcenter`) keep what they hold, and leave the space to Office.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS: Final = {
    "KaTeX": r"\text{KaTeX}",
    "LaTeX": r"\text{LaTeX}",
    "TeX": r"\text{TeX}",
    "VERT": r"|",
    "centerdot": r"\cdot",
    "dotsb": r"\cdots",
    "dotsc": r"\ldots",
    "dotsi": r"\cdots",
    "dotsm": r"\cdots",
    "dotso": r"\ldots",
    "intop": r"\int",
    "llap": r"\text{#1}",
    "mathclap": r"{#1}",
    "mathellipsis": r"\ldots",
    "mathllap": r"{#1}",
    "mathnormal": r"{#1}",
    "mathrlap": r"{#1}",
    "nonumber": r"",
    "notag": r"",
    "nshortmid": r"\nmid",
    "nshortparallel": r"\nparallel",
    "overlinesegment": r"\overline{#1}",
    "pmb": r"\boldsymbol{#1}",
    "rlap": r"\text{#1}",
    "sdot": r"\cdot",
    "shortmid": r"\mid",
    "shortparallel": r"\parallel",
    "smallfrown": r"\frown",
    "smallint": r"\int",
    "smallsetminus": r"\setminus",
    "smallsmile": r"\smile",
    "smash": r"{#1}",
    "textcircled": r"\text{#1}",
    "textmd": r"\text{#1}",
    "textnormal": r"\text{#1}",
    "textup": r"\text{#1}",
    "thickapprox": r"\approx",
    "thicksim": r"\sim",
    "underlinesegment": r"\underline{#1}",
    "varinjlim": r"\underrightarrow{\lim}",
    "varliminf": r"\underline{\lim}",
    "varlimsup": r"\overline{\lim}",
    "varprojlim": r"\underleftarrow{\lim}",
    "varpropto": r"\propto",
    "vcenter": r"{#1}",
}
"""What commands stand for, without their backslash."""


def _brackets(match: re.Match[str]) -> str:
    r"""Return `\text{if $x$ is odd}` as words and mathematics by turns."""
    words = match[2].split("$")
    return "".join(
        part if number % 2 else f"\\{match[1]}{{{part}}}" if part else ""
        for number, part in enumerate(words)
    )


_NUMBERED: Final = r"\\(begin|end)\{(%s)\*?\}"

_SIZES: Final = (
    r"\\(?:tiny|sixptsize|scriptsize|footnotesize|small|normalsize|large|Large|LARGE|huge|Huge)"
    r"(?![A-Za-z])"
)

ENVIRONMENTS: Final[tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...]] = (
    (_NUMBERED % "equation", ""),
    (_NUMBERED % "align|flalign|split|eqnarray", r"\\\1{aligned}"),
    (_NUMBERED % "gather|multline", r"\\\1{gathered}"),
    (r"\\begin\{(?:alignat|alignedat)\*?\}\s*\{\d+\}", r"\\begin{aligned}"),
    (r"\\end\{(?:alignat|alignedat)\*?\}", r"\\end{aligned}"),
    (r"\\begin\{([pbBvV]?)matrix\*\}\s*(?:\[\w\])?", r"\\begin{\1matrix}"),
    (r"\\end\{([pbBvV]?)matrix\*\}", r"\\end{\1matrix}"),
    (r"\\(begin|end)\{smallmatrix\}", r"\\\1{matrix}"),
    (r"\\substack\s*\{((?:[^{}]|\{[^{}]*\})*)\}", r"\\begin{matrix}\1\\end{matrix}"),
    (r"\\cr(?![A-Za-z])", r"\\\\"),
    (r"\\smash\s*\[[tb]\]", r"\\smash"),
    (r"\\(text\w*|mbox|hbox)\s*\{([^{}$]*\$[^{}]*)\}", _brackets),
    (r"\\[hm]box(?![A-Za-z])", r"\\text"),
    (r"\\tag\*?\s*\{([^{}]*)\}", r"\\qquad(\\text{\1})"),
    (r"\\color\s*\{#([0-9A-Fa-f]{6})\}", r"\\color[HTML]{\1}"),
    (r"\\textcolor\s*\{#([0-9A-Fa-f]{6})\}\s*\{", r"{\\color[HTML]{\1}"),
    (r"\\(?:displaylimits|allowbreak|nobreak)(?![A-Za-z])", ""),
    (_SIZES, ""),
)
"""Patterns of environments and commands with odd arguments, and what is read instead of them."""
