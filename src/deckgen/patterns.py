"""Regular expressions that are compiled when they are first used, because most runs need few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from re import Pattern

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")


def lazy(expression: str, flags: int = 0) -> Pattern[str]:
    """Return what serves as the compiled expression, and becomes it at its first use.

    For a constant at the top of a module; what is compiled within a function is needed there.
    """
    return cast("Pattern[str]", _Uncompiled(expression, flags))


class _Uncompiled:
    def __init__(self, expression: str, flags: int) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("__"):  # what is looked up to copy an object, or to show it
            raise AttributeError(name)
        compiled = re.compile(self._expression, self._flags)
        for method in _METHODS:  # from now on as fast as a pattern's own
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
