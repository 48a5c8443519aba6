"""Nearly all commands that people know from the web hold, as the reference tells."""

from tests.support.building import ROOT


def test_of_the_commands_of_katex_at_least_95_of_100_hold():
    page = (ROOT / "docs/reference/formulas.md").read_text(encoding="utf-8")
    held, _, missing = page.partition("## These hold")[2].partition("## These do not")
    assert held.count("`") > 1_800
    assert missing.count("`") <= (held.count("`") + missing.count("`")) * 0.05
