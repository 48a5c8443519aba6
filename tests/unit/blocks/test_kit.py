"""What blocks import from: names that are loaded late are the same names as those that are not."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

from deckgen.blocks import kit

TREE = ast.parse(Path(kit.__file__).read_text(encoding="utf-8"))
RARE = {
    name.asname or name.name: (node.module or "", name.name)
    for block in TREE.body
    if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
    for node in block.body
    if isinstance(node, ast.ImportFrom)
    for name in node.names
}


def test_what_is_loaded_late_is_what_the_type_checker_sees():
    assert RARE
    assert RARE == kit._RARE


@pytest.mark.parametrize("name", kit.__all__)
def test_each_name_is_there(name):
    value = getattr(kit, name)
    if name in RARE:
        module, there = RARE[name]
        assert value is getattr(import_module(module), there)


def test_no_other_name_is_there():
    with pytest.raises(AttributeError, match="no_such_name"):
        kit.no_such_name  # noqa: B018 - that it fails is what is asked
