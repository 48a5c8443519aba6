"""Text or bytes -> the same with damage: what mutation does to inputs of every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

LONGEST, LONG, LONG_ONES = 60_000, 1_500, 0.02
"""So many characters may a text have after it was made longer, most texts and a few of them."""

NASTY: Final = (
    *("", " ", "\n", "\t", "\u3000", "\u00a0", "\u200b", "\u200d", "\u2028", "\u2029", "\x85"),
    *("\ufeff", "\ufffd", "\ufffe", "\x00", "\x07", "\x0b", "\x0c", "\r", "\x1b[31m", "\x7f"),
    *(
        "\u202e",
        "\u2066",
        "e\u0301\u0301\u0301",
        "か\u3099",
        "👩‍👩‍👧‍👦",
        "🇯🇵🇯",
        "\U000e0061",
        "𠮷",
        "﷽",
    ),
    *("-1", "0", "1", "1e999", "-0.0", "nan", "99999999999999999999", "0x10", "1_000", "½", "²"),
    *("null", "~", "true", "off", "2016-10-25", "<<", "=", "!!python/object:x", "!", "*a", "&a"),
    *("[", "]", "{", "}", "|", ">", "- ", ": ", " #", "? ", "---", "...", "%YAML 1.2", "'", '"'),
    *("`", "```", "~~~", "**", "__", "~~", "![", "](", "[^a]", "[^a]: x", "\\", "<b>", "&amp;"),
    *("| a | b |\n|---|---|\n", "<!-- ", "-->", "$x$", ":::", "***", "1. ", "- [ ] ", "> ", "# "),
    *(
        "../../etc/passwd",
        "/dev/zero",
        "~",
        "file:///",
        "https://例え.jp/",
        "http://[::1",
        "#",
        ".",
    ),
    *("C:\\x", "\\\\host\\x", "x" * 300, "字" * 200, "a b " * 100, "ﾊﾝｶｸ", "عربى", "ไทย", "हिन्दी"),
)


def slip(text: str, random: Random, others: Sequence[str] = NASTY) -> str:
    """Return a text with one to four pieces of damage; `others` are texts to take pieces from."""
    for _ in range(random.choice((1, 1, 2, 4))):
        text = random.choice(_CHANGES)(text, random, others)
    return cut(text, random)


def cut(text: str, random: Random) -> str:
    """Return as much of a text as one of its kind may have."""
    return text[: LONGEST if random.random() < LONG_ONES else LONG]


def damage(data: bytes, random: Random, head: int = 0) -> bytes:
    """Return bytes with one to eight changes, half of them among the first `head` bytes."""
    result = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        if not result:
            return bytes(result)
        end = min(head, len(result)) if head and random.random() < 0.5 else len(result)
        at = random.randrange(end)
        match random.randrange(7):
            case 0 | 1:
                result[at] = random.randrange(256)
            case 2:
                result[at] ^= 1 << random.randrange(8)
            case 3:
                result[at : at + 4] = random.choice((b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff"))
            case 4:
                del result[at : at + random.randrange(1, 40)]
            case 5:
                result[at:at] = random.randbytes(random.randrange(1, 20))
            case 6:
                del result[at:]
    return bytes(result)


def _replace(text: str, random: Random, others: Sequence[str]) -> str:
    start, stop = _range(text, random, 6)
    return text[:start] + random.choice(NASTY) + text[stop:]


def _insert(text: str, random: Random, others: Sequence[str]) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(NASTY) + text[at:]


def _delete(text: str, random: Random, others: Sequence[str]) -> str:
    start, stop = _range(text, random, 30)
    return text[:start] + text[stop:]


def _repeat(text: str, random: Random, others: Sequence[str]) -> str:
    start, stop = _range(text, random, 60)
    times = random.choice((2, 2, 3, 10, 100, 1000))
    times = min(times, LONGEST // max(1, stop - start))
    return text[:start] + text[start:stop] * times + text[stop:]


def _swap_lines(text: str, random: Random, others: Sequence[str]) -> str:
    lines = text.split("\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _shift_line(text: str, random: Random, others: Sequence[str]) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    lines[at] = random.choice(
        ("  " + lines[at], lines[at][2:], "- " + lines[at], "\t" + lines[at], "> " + lines[at])
    )
    return "\n".join(lines)


def _splice(text: str, random: Random, others: Sequence[str]) -> str:
    lines, other = text.split("\n"), random.choice(others).split("\n")
    start = random.randrange(len(other))
    at = random.randrange(len(lines) + 1)
    lines[at:at] = other[start : start + random.randrange(1, 8)]
    return "\n".join(lines)


def _range(text: str, random: Random, longest: int) -> tuple[int, int]:
    start = random.randrange(len(text) + 1)
    return start, min(len(text), start + random.randrange(longest + 1))


_CHANGES: Final[tuple[Callable[[str, Random, Sequence[str]], str], ...]] = (
    *(_replace, _insert, _insert, _delete, _repeat, _swap_lines, _shift_line, _splice, _splice),
)
