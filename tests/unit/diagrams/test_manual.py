"""What of Mermaid's manual holds is as its page tells."""

import re

from tests.support.building import ROOT


def test_nearly_all_parts_of_the_manual_are_drawn_for_the_kinds_that_are():
    page = (ROOT / "docs/reference/diagrams.md").read_text(encoding="utf-8")
    drawn, _, others = page.partition("## Others")
    rows = re.findall(r"(?m)^\| .* \| (drawn|refused)", drawn)
    assert len(rows) > 70
    assert rows.count("refused") <= len(rows) * 0.05
    assert set(re.findall(r"(?m)^\| `.* \| (drawn|refused)", others)) == {"refused"}
