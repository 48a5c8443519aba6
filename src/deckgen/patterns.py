"""Regular expressions that are compiled when they are first used, because most runs need few."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Pattern

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
    threading = sys.modules.get("threading")
    if threading is not None and threading.active_count() > 1:
        yield
        return
    re.compile = cast("Any", lazy)
    try:
        yield
    finally:
        re.compile = _compiled


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
