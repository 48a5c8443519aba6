"""What there is to say of data and of program text, which may come from files."""

from __future__ import annotations

from deckgen.codes.catalogue import error, note, warning

BAD_DATA = error(
    "bad-data",
    "a file of data, or records in the deck, cannot be read as a table",
    "Data are CSV, TSV, JSON (a list of records), JSON Lines, Excel (.xlsx), or, in the deck, a\n"
    "list of records or the values of each column, as many of one as of the other. Their first\n"
    "row names the columns, and no row has more cells than it. A sheet of a workbook is named by\n"
    "`sheet:`, a part of it by `range: B2:F20`.",
)
UNKNOWN_COLUMN = error(
    "unknown-column",
    "the data have no column of this name",
    "Columns are named as in the first row of the data, capitals and all. A name in a condition\n"
    "that holds spaces stands between backticks: `` `net revenue` < 0 ``.",
)
NOT_A_NUMBER = error(
    "not-a-number",
    "a cell of the data holds no number where one is needed",
    "A column with a `format` for numbers, a total or a place in a chart holds numbers. Cells may\n"
    "be empty, or say `-`, `n/a` or `なし` where there is none. `1,234.5`, `△5`, `(5)`, `42 %`\n"
    "and `120億円` are read as the numbers that they are.",
)
CROWDED_CHART = warning(
    "crowded-chart",
    "a chart holds more than can be read in it",
    "A pie of more than 7 slices, more than 8 series and more than 60 names cannot be told apart.\n"
    "Labels that would stand over others are left out. Of data with several columns of numbers a\n"
    "pie, a waterfall, a funnel and a histogram show one. Show less, or show it in another way.",
)
UNSHOWN_COLUMN = note(
    "unshown-column",
    "data that are written in the deck have a column of words that is not shown",
    "A table shows the columns that it names, a chart those of its categories and series. What\n"
    "else the records of a deck say is shown nowhere. Name the column, or leave it out.",
)
UNEQUAL_TOTAL = warning(
    "unequal-total",
    "a total of a waterfall is not the sum of what comes before it",
    "What is written is drawn. Leave the value of a total empty to have the sum: `End: ~`.",
)
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
