"""Names that are taken are not given again."""

from deckgen.emit.names import PartNames, ShapeNames


def test_part_names_are_numbered_past_those_that_are_taken():
    names = PartNames(["/ppt/media/Image1.PNG", "/ppt/media/image3.png"])
    stem = "/ppt/media/image"
    assert [names.next(stem, ".png") for _ in range(3)] == [
        f"{stem}2.png",
        f"{stem}4.png",
        f"{stem}5.png",
    ]


def test_shape_names_that_are_taken_get_a_number():
    names = ShapeNames()
    given = [names.next(name) for name in ("Box", "Box", "Box 2", "Box", "")]
    assert [number for number, _ in given] == [2, 3, 4, 5, 6]
    assert [name for _, name in given] == ["Box", "Box 2", "Box 2 2", "Box 3", ""]
