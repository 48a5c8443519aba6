"""The source of a module -> mutants: the same with one operator, limit or statement changed."""

from __future__ import annotations

import ast
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMPARISONS: Final = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==",
    "in": "not in", "not in": "in", "is": "is not", "is not": "is",
}  # fmt: skip
_ARITHMETIC: Final = {"+": "-", "-": "+", "*": "/", "/": "*", "//": "*", "%": "*"}
_CALLS: Final = {"min": "max", "max": "min", "any": "all", "all": "any"}
_OPERATOR: Final = re.compile(r"not\s+in\b|is\s+not\b|in\b|is\b|and\b|or\b|//|[<>=!]=|[-<>+*/%]")
_GROWTH: Final = 1.5
"""What a number with a fraction is multiplied by, and a large one: one EMU more is never seen."""
_LARGE: Final = 1_000


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change: the bytes from `start` to `stop` of a file become `after`."""

    place: str
    """The function or class that holds it; empty for the module itself."""
    line: int
    lines: tuple[int, int]
    """The statement's first line, and the last of what is changed."""
    start: int
    stop: int
    before: str
    after: str
    number: int = 1
    """Which of like changes in its place it is."""

    @property
    def key(self) -> str:
        """What names the change in lists: it does not move with the lines above it."""
        again = f" ({self.number})" if self.number > 1 else ""
        return f"{self.place or '<module>'}: {self.before} -> {self.after}{again}"


def mutants(source: bytes) -> list[Mutant]:
    """Return the mutants of a module, from its first line to its last."""
    walk = _Walk(source)
    walk.visit(ast.parse(source))
    seen: Counter[str] = Counter()
    found = []
    for mutant in sorted(walk.found, key=lambda mutant: (mutant.start, mutant.after)):
        seen[mutant.key] += 1
        found.append(replace(mutant, number=seen[mutant.key]))
    return found


class _Walk(ast.NodeVisitor):
    """Finds what can be changed; what is read by type checkers and people alone is passed over."""

    def __init__(self, source: bytes) -> None:
        self.found: list[Mutant] = []
        self._source = source
        self._starts = [0, *(match.end() for match in re.finditer(b"\n", source))]
        self._places: list[str] = []
        self._statement: ast.stmt | None = None

    def visit(self, node: ast.AST) -> None:
        """Visit a node and all below it."""
        if isinstance(node, ast.stmt):
            outer, self._statement = self._statement, node
            self._visit_statement(node)
            self._statement = outer
        else:
            super().visit(node)

    def _visit_statement(self, node: ast.stmt) -> None:
        match node:
            case ast.FunctionDef() | ast.ClassDef():
                self._visit_scope(node)
            case ast.AnnAssign(value=ast.expr() as value):
                self.visit(value)
            case ast.AugAssign():
                self._swap(node.target, node.value, _ARITHMETIC)
                self.visit(node.value)
            case _ if not _is_told_only(node):
                self._change_statement(node)
                self.generic_visit(node)

    def _change_statement(self, node: ast.stmt) -> None:
        match node:
            case ast.Expr(value=ast.Call()):
                self._change(node, "pass")
            case ast.Continue():
                self._change(node, "break")
            case ast.Break():
                self._change(node, "continue")
            case ast.If() | ast.While():
                self._negate(node.test)

    def _visit_scope(self, node: ast.FunctionDef | ast.ClassDef) -> None:
        self._places.append(node.name)
        if isinstance(node, ast.FunctionDef):
            for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
                self.visit(default)
        for child in node.body:
            self.visit(child)
        self._places.pop()

    def visit_Compare(self, node: ast.Compare) -> None:
        """Change each comparison of a chain."""
        left: ast.expr = node.left
        for right in node.comparators:
            self._swap(left, right, _COMPARISONS)
            left = right
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        """Change arithmetic, but not where strings are joined."""
        if not any(map(_is_text, (node.left, node.right))):
            self._swap(node.left, node.right, _ARITHMETIC)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        """Change the first `and` or `or` of a chain, if it has two parts."""
        if len(node.values) == 2:
            self._swap(node.values[0], node.values[1], {"and": "or", "or": "and"})
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        """Leave out `not` and signs."""
        if isinstance(node.op, ast.Not | ast.USub):
            self._change(node, f"({self._text(node.operand)})")
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        """Take the other branch."""
        self._negate(node.test)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Call the opposite; that `zip` is strict is an assertion."""
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in _CALLS:
            self._change(node.func, _CALLS[name])
        for each in (node.func, *node.args, *(() if name == "zip" else node.keywords)):
            self.visit(each)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Change numbers, truth and words."""
        match node.value:
            case bool():
                self._change(node, str(not node.value))
            case int():
                large = node.value >= _LARGE
                self._change(node, str(int(node.value * _GROWTH) if large else node.value + 1))
            case float():
                self._change(node, str(node.value * _GROWTH if node.value else 1.0))
            case str() if node.value.isidentifier() and self._places:
                self._change(node, repr(f"{node.value}_"))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Pass over: places within formatted strings are not told rightly before Python 3.12."""

    def _negate(self, test: ast.expr) -> None:
        if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
            self._change(test, f"(not {self._text(test)})")

    def _swap(self, left: ast.expr, right: ast.expr, swaps: dict[str, str]) -> None:
        """Change the operator between two operands."""
        start, stop = self._span(left)[1], self._span(right)[0]
        found = _OPERATOR.search(self._source[start:stop].decode())
        if found and " ".join(found[0].split()) in swaps:
            operator = " ".join(found[0].split())
            around = self._text(left) + f" {operator} " + self._text(right)
            self._add(start + found.start(), start + found.end(), swaps[operator], right, around)

    def _change(self, node: ast.expr | ast.stmt, after: str) -> None:
        self._add(*self._span(node), after, node, self._text(node))

    def _add(
        self, start: int, stop: int, after: str, node: ast.expr | ast.stmt, before: str
    ) -> None:
        statement = self._statement or node
        first = min(statement.lineno, node.lineno)
        mutant = Mutant(
            ".".join(self._places),
            node.lineno,
            (first, node.end_lineno or node.lineno),
            start,
            stop,
            " ".join(before.split()),
            after,
        )
        self.found.append(mutant)

    def _text(self, node: ast.expr | ast.stmt) -> str:
        start, stop = self._span(node)
        return self._source[start:stop].decode()

    def _span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """Return where a node starts and stops in the bytes of the file."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self._starts[node.lineno - 1] + node.col_offset
        return start, self._starts[node.end_lineno - 1] + node.end_col_offset


def _is_told_only(node: ast.stmt) -> bool:
    """Tell whether a statement decides nothing: imports, docstrings, assertions, errors raised."""
    match node:
        case ast.Assert() | ast.Raise() | ast.Import() | ast.ImportFrom() | ast.AnnAssign():
            return True
        case ast.Expr(value=ast.Call(func=ast.Name(id="assert_never"))):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.Expr(value=ast.Constant()):
            return True
    return False


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def applied(source: bytes, mutant: Mutant) -> bytes:
    """Return the source of a mutant."""
    return source[: mutant.start] + mutant.after.encode() + source[mutant.stop :]


def parsed(source: bytes) -> Iterator[Mutant]:
    """Yield the mutants that are Python at all."""
    for mutant in mutants(source):
        try:
            compile(applied(source, mutant), "<mutant>", "exec")
        except SyntaxError:
            continue
        yield mutant
