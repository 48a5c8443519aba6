"""An escape where a backslash is meant is told of, as it would change words without a sign."""

import pytest

MEANT = {
    "a formula": (r'a: "$\nabla f$"', r"1:6 not-text YAML takes `\n` in `\nabla` for a line break"),
    "a tab": (r'- "for $\theta$"', r"1:9 not-text YAML takes `\t` in `\theta` for a tab"),
    "two letters": (r'- "$a \ne b$"', r"1:7 not-text YAML takes `\n` in `\ne` for a line break"),
    "the key of a formula": (
        r'equation: "a \times b"',
        r"1:14 not-text YAML takes `\t` in `\times` for a tab",
    ),
    "a folder": (
        r'- "see C:\Program Files"',
        r"1:8 not-text YAML takes `\P` in `C:\Program` for a line break",
    ),
    "a drive": (r'- "C:\new"', r"1:4 not-text YAML takes `\n` in `C:\new` for a line break"),
    "a folder in another": (
        r'- "in C:\\work\new"',
        r"1:7 not-text YAML takes `\n` in `C:\\work\new` for a line break",
    ),
    "an underscore": (
        r'- "the key snake\_case"',
        r"1:12 not-text YAML takes `\_` in `snake\_case` for a no-break space",
    ),
    "a server": (
        r'- "\\\\server\temp"',
        r"1:4 not-text YAML takes `\t` in `\\\\server\temp` for a tab",
    ),
}


@pytest.mark.parametrize(("written", "said"), MEANT.values(), ids=MEANT.keys())
def test_an_escape_that_is_meant_as_a_backslash_is_told_of(read, written, said):
    found = read(f"{written}\n")
    assert found.said == [said]
    assert r"write `\\` for a backslash, or use single quotation marks" in found.hints


def test_the_first_escape_of_a_text_stands_for_all(read):
    assert len(read(r'a: "$\nabla \times \rho$"').said) == 1


@pytest.mark.parametrize(
    "written",
    [
        r'"$\\nabla f$"',
        r"'$\nabla f$'",
        r"$\nabla f$",
        r'"C:\\new\\temp"',
        r'"first\nnot yet"',
        r'"It costs $5\nand $6\tor so"',
        r'"Plan B:\nbuy"',
        r'"Plan B:\nBuy\nSell"',
        r'"Q:\nwhat for"',
        r'"\\alpha\nbeta $x$"',
        r'"two\ttimes"',
        r'"a\\theta $x$"',
        r'"10\_km and Figure\_1"',
        r'"snake\\_case"',
    ],
)
def test_escapes_that_mean_what_they_say_are_not_told_of(read, written):
    assert read(f"a: {written}\n").said == []
