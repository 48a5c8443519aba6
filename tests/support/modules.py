"""The source of the package -> its modules, and who imports whom."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tests.support.building import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCE = ROOT / "src" / "deckgen"


@dataclass(frozen=True)
class Import:
    """An import: the module that it stands in, what it names, and whether for types alone."""

    module: str
    name: str
    is_typing: bool


@cache
def modules() -> dict[str, ast.Module]:
    """Return the syntax trees of the package by their dotted names, `deckgen.` left out."""
    return {
        name_of(file): ast.parse(file.read_text(encoding="utf-8"))
        for file in sorted(SOURCE.rglob("*.py"))
    }


def name_of(file: Path) -> str:
    parts = file.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts if len(parts) == 1 or parts[-1] != "__init__" else parts[:-1])


def unit_of(module: str) -> str:
    return module.partition(".")[0]


@cache
def imports() -> tuple[Import, ...]:
    return tuple(found for module, tree in modules().items() for found in _imports(module, tree))


def _imports(module: str, tree: ast.Module) -> Iterator[Import]:
    guarded = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        for name in _names(node):
            yield Import(module, name, id(node) in guarded)


def _names(node: ast.AST) -> list[str]:
    match node:
        case ast.Import():
            return [alias.name for alias in node.names]
        case ast.ImportFrom(module="deckgen"):
            return [f"deckgen.{alias.name}" for alias in node.names]
        case ast.ImportFrom(module=str(module)):
            return [module]
        case _:
            return []


def own_imports() -> set[tuple[str, str, bool]]:
    """Return what imports what within the package, by modules and packages at its top."""
    return {
        (unit_of(found.module), unit_of(found.name.removeprefix("deckgen.")), found.is_typing)
        for found in imports()
        if found.name.startswith("deckgen.")
    }
