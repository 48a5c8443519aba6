"""What is told of places: those of layouts and what goes there, and where results are written."""

from __future__ import annotations

from typing import Final

from deckgen.codes.catalogue import DiagnosticCode, error, note, warning

EMPTY_PLACES: Final[DiagnosticCode] = error(
    "empty-places",
    "a layout that the slide names has places side by side that its content does not fill",
    "A layout such as Comparison has several places for content, and for titles above them. They\n"
    "are filled by `columns`, by Markdown with a heading for each, by as many blocks, by text and\n"
    "pictures, or by a list that can be divided. With anything else a part of the slide would\n"
    "stay empty: write `columns`, or name another layout.",
)
EMPTY_BLOCK = warning(
    "empty-block",
    "a block says nothing, and nothing is shown of it",
    "A block such as `equation: ''` or `table: []` has no place on the slide. Write what it is to\n"
    "show, or remove it.",
)
UNSHOWN_FOOTER = note(
    "unshown-footer",
    "the deck's footer or date is on none of its slides",
    "`footer` and `date` of `deck:` are for all slides but the title and the closing one, and the\n"
    "deck has no others. Write them in the slide that is to show them.",
)
OUTPUT_NAME = warning(
    "output-name",
    "the result is written under a name that does not end in .pptx",
    "The file is a .pptx whatever its name says. Systems choose by the end of a name what opens a\n"
    "file.",
)
OUTPUT_IS_SOURCE = error(
    "output-is-source",
    "the result would take the place of a file that it is made from",
    "Nothing that was read is replaced by what is made of it: not the deck, its template,\n"
    "pictures or files of trademarks, whatever path leads there. A deck `brand.yaml` goes to\n"
    "`brand.pptx` beside it, which may be its template. Give another name with `-o`.",
)
OUTPUT_FAILED = error(
    "cannot-write",
    "the result cannot be written",
    "The folder does not exist or denies access, the disk is full, or the file is open in\n"
    "PowerPoint. An existing file is left as it was.",
)
OUTPUT_TWICE = error(
    "output-twice",
    "two results would be written to the same file",
    "Each `-o` names a file of its own. Pictures of several slides are numbered: `report.png`\n"
    "stands for `report-1.png`, `report-2.png` and so on, with as many digits as the last number\n"
    "has, and `report-%03d.png` for `report-001.png` and so on. Nothing is written.",
)
NO_SUCH_SLIDES = error(
    "no-such-slides",
    "the deck has no slides of these numbers",
    "`--slides 3-5,8` takes slides by their numbers in the file, the first of which is 1; slides\n"
    "that need several pages count as that many. Nothing is written.",
)
