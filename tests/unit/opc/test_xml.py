"""The door to the XML parser: numbers as files write them, and what is not let in."""

from __future__ import annotations

import pytest

from deckgen.limits import XML_PART
from deckgen.opc.package import BadPackageError
from deckgen.opc.xml import child, children, flag, integer, length, parse, qn, share
from deckgen.units import Emu, mm, pt

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def element(attribute: str):
    return parse(f'<x v="{attribute}"/>'.encode())


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("-3", -3), ("1.5e3", 1500), ("", None), ("x", None), ("9" * 30, None)],
)
def test_whole_numbers(text, value):
    assert integer(element(text), "v") == value


@pytest.mark.parametrize("text", ["inf", "nan", "1e308", "0x10", "99999999999999"])
def test_absurd_numbers_are_none(text):
    assert integer(element(text), "v") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("12700", Emu(12700)), ("1pt", pt(1)), ("2.5cm", mm(25)), ("1furlong", None)],
)
def test_lengths_with_and_without_units(text, value):
    assert length(element(text), "v") == value


@pytest.mark.parametrize(("text", "value"), [("75000", 0.75), ("75%", 0.75), ("-%", None)])
def test_percentages_in_both_forms(text, value):
    assert share(element(text), "v") == value


@pytest.mark.parametrize(("text", "value"), [("1", True), ("true", True), ("0", False)])
def test_truth_values(text, value):
    assert flag(element(text), "v") is value


def test_absent_attributes_are_none():
    root = parse(b"<x/>")
    values = integer(root, "v"), length(root, "v"), share(root, "v"), flag(root, "v")
    assert values == (None, None, None, None)


def test_a_path_leads_to_the_first_element_or_nowhere():
    root = parse(f'<x {A}><a:p><a:r n="1"/><a:r n="2"/></a:p></x>'.encode())
    found = child(root, "a:p", "a:r")
    assert found is not None
    assert found.get("n") == "1"
    assert [item.get("n") for item in children(root, "a:p", "a:r")] == ["1", "2"]
    assert child(root, "a:q", "a:r") is None
    assert list(children(root, "a:q", "a:r")) == []


def test_comments_and_instructions_are_left_out():
    root = parse(f"<x {A}><!-- c --><?pi?><a:p/></x>".encode())
    assert [item.tag for item in root] == [qn("a:p")]


def test_entities_are_not_expanded():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    with pytest.raises(BadPackageError, match="document type"):
        parse(bomb.encode())


def test_too_much_xml_is_refused():
    with pytest.raises(BadPackageError, match="16 MiB"):
        parse(b"<x>" + b" " * XML_PART + b"</x>")
