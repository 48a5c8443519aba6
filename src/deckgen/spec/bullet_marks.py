"""A bullet of one line -> what is told of it where it starts as a block of Markdown does."""

from __future__ import annotations

from typing import Final

from deckgen.patterns import lazy

_MARKS: Final = (
    (lazy(r"(#{1,6}) +(?!\d)\S.*"), "write `title:` for a slide's, or `###` in a body after `|`"),
    (lazy(r"(>) ?(?![\d=>])\S.*"), "write `quote:` and the words"),
    (lazy(r"([-+*•]) +(?!\d)\S.*"), "remove it: each item of the list has a bullet"),
    (lazy(r"(-{3,}|\*{3,}|_{3,})"), "write the body as Markdown after `|`, or remove it"),
    (lazy(r"(`{3,}|~{3,}).*"), "write `code:` and the lines after `|`"),
    (lazy(r"(\|)(?:[^|]+\|){2,}"), "write `table:`, or the body as Markdown after `|`"),
)


def block_mark(text: str) -> tuple[str, str] | None:
    """Return the mark with which a line starts as a block does, and what to write instead.

    What may be meant as it is written is none: `> 90 %`, `# 1`, `- 5`, `1. Quartal`.
    """
    for pattern, instead in _MARKS:
        found = pattern.fullmatch(text.strip())
        if found is not None:
            return found[1], instead
    return None
