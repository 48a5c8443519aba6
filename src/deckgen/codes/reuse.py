"""What is told of files that decks share, of variables and of conditions."""

from __future__ import annotations

from deckgen.codes.catalogue import error, warning

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
