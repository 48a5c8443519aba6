"""Regular expressions and libraries, of which a run takes no more than it needs.

Expressions are compiled when they are first used, because most runs need few.
"""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from re import Pattern
    from string import Formatter

_compiled = re.compile
_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")


def lazy(expression: str, flags: int = 0) -> Pattern[str]:
    """Return what serves as the compiled expression, and becomes it at its first use.

    For a constant at the top of a module; what is compiled within a function is needed there.
    """
    return cast("Pattern[str]", _Uncompiled(expression, flags))


@contextmanager
def uncompiled() -> Iterator[None]:
    """Let the expressions of a library that is imported meanwhile wait for their first use, too.

    For one that compiles many of which a build needs few, and only ever calls their methods. Where
    other threads run nothing is done: what they compile meanwhile may be meant for other use.
    """
    if _is_threaded():
        yield
        return
    re.compile = cast("Any", lazy)
    try:
        yield
    finally:
        re.compile = _compiled


@contextmanager
def unloaded(name: str) -> Iterator[None]:
    """Have a library that is imported meanwhile find that a module is not installed.

    For one that can do without it, and would load much with it. Where the module is loaded already,
    or other threads run, nothing is done.
    """
    if name in sys.modules or _is_threaded():
        yield
        return
    sys.modules[name] = cast("Any", None)  # as the language has it for what shall not be found
    try:
        yield
    finally:
        del sys.modules[name]


def replacement_fields(pattern: str) -> Iterable[tuple[str, str | None, str | None, str | None]]:
    """Return what `str.format` finds in a pattern: text, then the name of a place, how it is shown.

    Braces that make no place raise `ValueError` where they are met.
    """
    return _formatter().parse(pattern)


@cache
def _formatter() -> Formatter:
    with uncompiled():  # the templates in the same module, which nobody asks for
        from string import Formatter
    return Formatter()


def _is_threaded() -> bool:
    threading = sys.modules.get("threading")
    return threading is not None and threading.active_count() > 1


class _Uncompiled:
    def __init__(self, expression: str, flags: int) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("__"):  # what is looked up to copy an object, or to show it
            raise AttributeError(name)
        compiled = _compiled(self._expression, self._flags)
        for method in _METHODS:  # from now on as fast as a pattern's own
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
