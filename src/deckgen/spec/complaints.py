"""What libyaml says, and links that lead nowhere -> what it means to the author, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.codes.markdown import LOST_LINK
from deckgen.spec.escapes import BACKSLASH_HINT

if TYPE_CHECKING:
    from deckgen.diagnostics import Sink
    from deckgen.source import Span

_QUOTE: Final = "quote text that holds `: `, or indent the line to match its neighbours"
_INDENT: Final = "check its indentation against the lines above"

OF_SIGNS: Final = ("while scanning an alias", "while scanning an anchor", "while scanning a tag")
"""What libyaml does when it has taken a sign at the start of a text for one of its own."""
EXPLANATIONS: Final = (
    (
        "did not find expected node content",
        "a value is missing before this",
        "write the value, or close the bracket",
    ),
    (
        "mapping values are not allowed",
        "`:` starts a value here, but the text before it is not a key",
        _QUOTE,
    ),
    (
        "block sequence entries are not allowed",
        "`- ` starts a list here, but the line has begun otherwise",
        "start the list on a line of its own, or quote the text",
    ),
    (
        "did not find expected key",
        "this line does not continue the mapping that it stands in",
        _INDENT,
    ),
    (
        "did not find expected '-' indicator",
        "this line does not continue the list that it stands in",
        "start it with `- `, or check its indentation against the lines above",
    ),
    (
        "did not find expected <document start>",
        "this line does not belong to what stands above it",
        _INDENT,
    ),
    (
        "found unexpected document indicator",
        "a line `---` or `...` stands inside quoted text",
        "indent the line",
    ),
    ("found unknown escape character", "this escape is not known", BACKSLASH_HINT),
    (
        "did not find expected hexdecimal number",
        r"`\x`, `\u` and `\U` take two, four and eight digits from 0 to f",
        BACKSLASH_HINT,
    ),
    (
        "found invalid Unicode character escape code",
        "this escape stands for no character",
        r"write the character itself, or `\U` and eight digits",
    ),
    (
        "did not find expected ',' or",
        "a `,` or a closing bracket is missing before this",
        "quote text that holds brackets, braces or commas",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "`*` and `&` mark aliases in YAML when they start a value",
        'quote the text, as in `"**bold**"`',
    ),
    (
        "did not find expected comment or line break",
        "`|` and `>` announce a text that starts on the next line",
        "start the text on the next line, or quote it",
    ),
    (
        "mapping keys are not allowed",
        "`? ` starts a key in YAML when it starts a value",
        "quote the text",
    ),
    (
        "tag",
        "`!` starts a tag in YAML when it starts a value",
        "quote the text",
    ),
)
"""What libyaml says, what it means, and what to do."""


def report_lost(address: str, why: str, span: Span, sink: Sink) -> None:
    """Report that a link leads nowhere, and why."""
    hint = "write the link in the text beside it"
    sink.report(LOST_LINK, span, f"{why}: `{address[:200]}` is left out", hints=[hint])
