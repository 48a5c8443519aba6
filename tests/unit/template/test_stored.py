"""What is kept of a template is all that was read of it; what is not that is refused."""

from __future__ import annotations

import os
import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import deckgen.templates
from deckgen.limits import DEFAULT
from deckgen.opc.package import BadPackageError
from deckgen.records import Struct, from_msgpack, replace, to_msgpack
from deckgen.template import stored as module
from deckgen.template.model import BadTemplateError, Template
from deckgen.template.read import read_template
from deckgen.template.stored import KeptTemplate, NotKeptError, keep, kept_in
from tests.support.packages import with_slides

BUILT_IN = sorted(Path(deckgen.templates.__file__).parent.glob("*.pptx"))
FOUND = sorted(Path(os.environ.get("DECKGEN_TEMPLATES", "none")).glob("*.p[op]t[xm]"))
PLAIN = next(path for path in BUILT_IN if path.stem == "plain")


@cache
def kept_of(path: Path) -> bytes:
    return keep(read_template(path.read_bytes(), path.name), ("something active",))


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are equal in all they hold, and of the same types."""
    if type(one) is not type(other):
        return False
    if isinstance(one, Struct):
        return all(same(getattr(one, n), getattr(other, n)) for n in one.__struct_fields__)
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[name], other[name]) for name in one)
    return one == other


@pytest.mark.parametrize("path", BUILT_IN + FOUND, ids=lambda path: path.name)
@pytest.mark.parametrize("language", ["ja", "en-US"])
def test_what_was_kept_of_a_template_is_the_template(path, language):
    data = path.read_bytes()
    try:
        template = read_template(data, path.name, language)
    except BadTemplateError:
        pytest.skip("it is no template")
    if template.supplied:
        pytest.skip("it has parts that are not in its file, and is not kept")
    kept = kept_in(keep(template, ("a", "b")))
    again = kept.template(data, path.name, DEFAULT)
    assert same(replace(again, known=None), template)
    assert same(again.carried, template.carried)
    assert kept.brought == ("a", "b")


def test_a_small_template_with_a_slide_of_its_own_is_kept_as_well():
    data = with_slides("One", "Two")
    template = read_template(data, "x")
    again = kept_in(keep(template, ())).template(data, "x", DEFAULT)
    assert same(replace(again, known=None), template)


def test_every_field_of_a_template_is_kept_or_given():
    kept = kept_in(kept_of(PLAIN))
    given = {"name", "package", "known"}
    assert set(Template.__struct_fields__) - set(kept.__struct_fields__) == given


def test_no_type_of_what_is_kept_is_a_text_to_be_compiled():
    types = [hint for kind in module._KINDS for hint in kind.__annotations__.values()]
    assert [hint for hint in types if isinstance(hint, str)] == []


def test_equal_records_are_one_record():
    slots = [slot for layout in kept_in(kept_of(PLAIN)).layouts for slot in layout.slots]
    levels = [level for slot in slots for level in slot.levels]
    assert len({id(level) for level in levels}) == len(set(levels)) < len(levels) / 10


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"\x90", b"\xff", b"{}", b"\x91" * 100_000, b"\xdd\xff\xff\xff\xff"]
)
def test_what_is_not_of_us_is_refused(data):
    with pytest.raises(NotKeptError):
        kept_in(data)


def test_whatever_is_changed_is_refused_or_of_the_right_types():
    chance, whole = random.Random(4), kept_of(PLAIN)
    refused = 0
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 3)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            kept_in(bytes(data))
        except NotKeptError:
            refused += 1
    assert refused > 100


@pytest.mark.parametrize("length", range(0, 9000, 500))
def test_what_is_cut_off_is_refused(length):
    with pytest.raises(NotKeptError):
        kept_in(kept_of(PLAIN)[:length])


def tables():
    return from_msgpack(kept_of(PLAIN))


@pytest.mark.parametrize("value", [10**9, -(10**9), "x", 1.5, [[[0]]], {"a": 0}, True])
def test_a_number_of_no_row_is_refused(value):
    found = tables()
    for leads, rows in found:
        for at, _ in leads:
            for row in rows:
                row[at] = value
    with pytest.raises(NotKeptError):
        kept_in(to_msgpack(found))


def test_records_that_hold_one_another_are_refused():
    found = tables()
    for number, (leads, _) in enumerate(found):
        leads[:] = [[at, number] for at, _ in leads]
    with pytest.raises(NotKeptError):
        kept_in(to_msgpack(found))


def test_a_layout_without_a_master_is_refused():
    found = tables()
    kept = found[-1][1][0]
    kept[KeptTemplate.__struct_fields__.index("themes")] = []
    with pytest.raises(NotKeptError):
        kept_in(to_msgpack(found))


def test_the_file_of_another_template_is_refused():
    with pytest.raises(BadPackageError):
        kept_in(kept_of(PLAIN)).template(with_slides("One", "Two"), "x", DEFAULT)
