"""What plays on a page has a node in its timing, and a click that starts it."""

from deckgen.emit.timing import Playing, timing
from deckgen.opc.xml import parse

SPACE = "http://schemas.openxmlformats.org/presentationml/2006/main"


def test_a_page_on_which_nothing_plays_has_no_timing():
    assert timing(()) == ""


def test_each_recording_is_started_by_a_click_on_it():
    playing = (Playing(4, is_video=True, loops=False), Playing(7, is_video=False, loops=True))
    root = parse(timing(playing).replace("<p:timing", f'<p:timing xmlns:p="{SPACE}"', 1).encode())
    names = {"p": SPACE}
    ids = [node.get("id") for node in root.iter(f"{{{SPACE}}}cTn")]
    assert len(ids) == len(set(ids))
    assert [n.get("spid") for n in root.findall(".//p:video//p:spTgt", names)] == ["4"]
    assert [n.get("spid") for n in root.findall(".//p:audio//p:spTgt", names)] == ["7"]
    clicked = root.findall(".//p:seq/p:cTn/p:stCondLst/p:cond/p:tgtEl/p:spTgt", names)
    assert [node.get("spid") for node in clicked] == ["4", "7"]
    assert root.find(".//p:audio//p:cTn", names).get("repeatCount") == "indefinite"
