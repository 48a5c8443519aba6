"""What is told of files that decks share, of variables and of conditions."""

from __future__ import annotations

from deckgen.codes.catalogue import error, note, warning

CYCLIC_INCLUDE = error(
    "cyclic-include",
    "a file includes itself",
    "`include: part.yaml` puts what a file holds in its place. The file, or one that it includes,\n"
    "includes it again, which would have no end. Take one of them out.",
)
UNDEFINED_VARIABLE = error(
    "undefined-variable",
    "a name stands for nothing",
    "`${name}` and the names in `when:` stand for what `variables:` in the deck, `--variables` or\n"
    "`--set name=value` gives them. Where `${` is meant as text, write `$${`.",
)
BAD_VARIABLE = error(
    "bad-variable",
    "a variable cannot be filled in as it is asked for",
    "A variable that is filled in is one value: not a list or a mapping, of which `${name.part}`\n"
    "names a part, and not made from itself. A form such as `${revenue:,.0f}` needs a number.",
)
UNUSED_VARIABLE = warning(
    "unused-variable",
    "nothing uses what `--set` gives",
    "`--set name=value` sets a key of `deck:`, if there is one of the name, else a variable. The\n"
    "deck has no `${name}`, and no condition that asks for it.",
)
BAD_CONDITION = error(
    "bad-condition",
    "a condition cannot be understood",
    '`when:` holds a comparison such as `audience == "internal"`, several of them with `and`,\n'
    "`or`, `not`, or a name alone. Texts stand in straight quotation marks. There are `==`, `!=`,\n"
    "`<`, `<=`, `>`, `>=`, `in`, `not in`, lists in brackets, and parentheses.",
)
LEFT_OUT = warning(
    "left-out",
    "a link leads to a slide that is left out",
    "The slide has a condition, `when:`, that does not hold. Its words stay, without the link.\n"
    "Give what links to it the same condition, or link to another slide.",
)
SAME_OUTPUT = error(
    "same-output",
    "two decks or rows would be written to one file",
    "Each needs a name of its own, also where systems tell no capitals from small letters. Use a\n"
    'column in the name that tells the rows apart, or their number: `-o "out/{row} {name}.pptx"`.\n'
    "The first of them is written.",
)
BAD_OUTPUT_NAME = error(
    "bad-output-name",
    "no file can have the name that a row gives it",
    "A name is made of what stands in braces: `{name}` is the column `name` of the row, `{row}`\n"
    "its number, `{deck}` the deck. A number or a date may have a form: `{amount:,.0f}`. What\n"
    "systems do not take in names, such as `/`, becomes `-`; but a row has to say something, and\n"
    "a name has up to 255 bytes.",
)
UNUSED_COLUMN = note(
    "unused-column",
    "nothing in the deck uses a column of the rows",
    "`${name}` in the deck is the column `name` of the row; blanks and other signs in the names\n"
    "of columns become `_`: `first name` is `${first_name}`.",
)
CLUSTER_FAILED = error(
    "cluster-failed",
    "a cluster cannot build decks",
    "`--cluster` takes the address of a Dask scheduler, such as `tcp://host:8786`. Its workers\n"
    "have the same version of deckgen installed, and need none of the files. Here the extra\n"
    "`cluster` is needed: `pip install deckgen-pptx[cluster]`.",
)
LOST_BUILD = error(
    "lost-build",
    "the process that built a deck ended before it was done",
    "The system ended it, most often for want of memory, and did so again when the deck was tried\n"
    "anew. The other decks are written. Fewer processes (`-j`) need less memory.",
)
