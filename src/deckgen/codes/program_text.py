"""What is told of program text: lines that are not there, languages that nothing colours."""

from __future__ import annotations

from deckgen.codes.catalogue import error, note, warning

MISSING_LINES = error(
    "missing-lines",
    "program text has no such lines",
    "`lines: 10-24` are lines of the file, counted from 1. `from:` and `to:` mean the first lines\n"
    "that hold such words, `to:` one below that of `from:`. The file may have changed since.",
)
MISSING_HIGHLIGHT = warning(
    "missing-highlight",
    "lines that are to stand out are not shown",
    "`highlight: 3,5-7` counts lines as in the file, or from the first that is shown where that\n"
    "alone can be meant. Lines that are not shown stand out nowhere.",
)
UNKNOWN_LANGUAGE = note(
    "unknown-language",
    "program text in a language that is not known is not coloured",
    "Languages are those of Pygments, by name or by the ending of their files: `python`, `py`,\n"
    "`yaml`, `rust`. Write `text`, or no language, for what is to stay plain.",
)
