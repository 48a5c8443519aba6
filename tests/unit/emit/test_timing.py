"""What plays on a page has a node and a click that starts it, what appears has an effect."""

from deckgen.emit.timing import Entrance, Playing, ShapeKind, timing
from deckgen.opc.xml import parse
from deckgen.records import replace
from deckgen.slideshow import BuildStep, Entering

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


NAMES = {"p": SPACE}
STEPS = (
    (Entrance(3, ShapeKind.TEXT, (0, 1)),),
    (Entrance(3, ShapeKind.TEXT, (2,)), Entrance(5, ShapeKind.SHAPE)),
    (Entrance(6, ShapeKind.OTHER),),
)


def written(playing, steps):
    text = timing(playing, steps).replace("<p:timing", f'<p:timing xmlns:p="{SPACE}"', 1)
    return parse(text.encode())


def effects(root):
    """Return the effects of each click: when each starts, its shape and its paragraphs."""
    clicks = root.findall(".//p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par", NAMES)
    return [
        [
            (
                effect.get("nodeType"),
                effect.find(".//p:spTgt", NAMES).get("spid"),
                [(part.get("st"), part.get("end")) for part in effect.findall(".//p:pRg", NAMES)],
            )
            for effect in click.findall(".//p:cTn[@presetClass='entr']", NAMES)
        ]
        for click in clicks
    ]


def test_each_click_shows_what_appears_with_it():
    assert effects(written((), STEPS)) == [
        [("clickEffect", "3", [("0", "0")]), ("withEffect", "3", [("1", "1")])],
        [("clickEffect", "3", [("2", "2")]), ("withEffect", "5", [])],
        [("clickEffect", "6", [])],
    ]


def test_what_holds_text_is_listed_once_and_is_in_the_group_that_its_effects_name():
    root = written((), STEPS)
    listed = {each.get("spid"): dict(each.attrib) for each in root.findall(".//p:bldP", NAMES)}
    assert listed == {
        "3": {"spid": "3", "grpId": "0", "build": "p"},
        "5": {"spid": "5", "grpId": "0", "animBg": "1"},
    }
    grouped = {
        effect.find(".//p:spTgt", NAMES).get("spid")
        for effect in root.iterfind(".//p:cTn[@grpId]", NAMES)
    }
    assert grouped == set(listed)


def test_builds_and_recordings_share_one_tree():
    root = written((Playing(9, is_video=True, loops=False),), STEPS)
    ids = [node.get("id") for node in root.iter(f"{{{SPACE}}}cTn")]
    assert len(ids) == len(set(ids))
    kinds = [n.get("nodeType") for n in root.findall(".//p:seq/p:cTn", NAMES)]
    assert kinds == ["mainSeq", "interactiveSeq"]
    assert root.find("p:bldLst", NAMES) is not None


def test_effects_name_the_shapes_that_are_written(first_slide, make):
    page = replace(
        make.page(make.text("a"), make.text("b")),
        steps=(BuildStep((Entering(1),)), BuildStep((Entering(0),))),
    )
    root = first_slide(make.pages(page))
    shapes = [each.get("id") for each in root.findall(".//p:sp/p:nvSpPr/p:cNvPr", NAMES)]
    assert [click[0][1] for click in effects(root)] == [shapes[1], shapes[0]]
