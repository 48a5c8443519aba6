"""A mutant and the tests that run its line -> whether one of them fails.

Each trial is a fork of one process that has loaded all libraries but deckgen: a child loads deckgen
anew, the mutant in place of its module, and runs the tests in the same process.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import resource
import signal
import sys
import time
from importlib.abc import MetaPathFinder, SourceLoader
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

_PRELOADED: Final = (
    "pytest", "_pytest.assertion.rewrite", "hypothesis", "hypothesis.strategies", "lxml.etree",
    "PIL.Image", "yaml", "click", "budoux", "msgspec", "markdown_it", "pptx", "uharfbuzz",
    "jsonschema", "ahocorasick_rs",
)  # fmt: skip
_MEMORY: Final = 3 << 30
_OPTIONS: Final = (
    *("-x", "-q", "--no-header", "-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # of what is preloaded
)
_KILLED_BY: Final = frozenset({1, 2, 3, 4})
"""Exit codes of pytest that mean that something failed: tests, or what is collected."""


def preload() -> None:
    """Load what trials have in common."""
    for name in _PRELOADED:
        importlib.import_module(name)


def is_killed(file: Path, source: bytes, tests: Sequence[str], seconds: float) -> bool:
    """Tell whether tests fail with a module's source replaced, or take too long or too much."""
    child = os.fork()
    if child == 0:
        _run(file, source, tests)
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return not os.WIFEXITED(status) or os.WEXITSTATUS(status) in _KILLED_BY
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _run(file: Path, source: bytes, tests: Sequence[str]) -> None:
    """Run tests, and end this process with pytest's exit code."""
    code = 1
    try:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        sys.meta_path.insert(0, _Finder(file, source))
        pytest = importlib.import_module("pytest")
        code = int(pytest.main([*_OPTIONS, *tests]))
    finally:
        with contextlib.suppress(BaseException):
            os._exit(code)


class _Loader(SourceLoader):
    """Loads one module from the source of a mutant."""

    def __init__(self, file: Path, source: bytes) -> None:
        self._file = file
        self._source = source

    def get_filename(self, fullname: str) -> str:  # noqa: ARG002
        return str(self._file)

    def get_data(self, path: str | bytes) -> bytes:
        if Path(os.fsdecode(path)) != self._file:
            raise OSError(path)  # no byte code
        return self._source


class _Finder(MetaPathFinder):
    """Finds the module that a mutant replaces."""

    def __init__(self, file: Path, source: bytes) -> None:
        parts = file.with_suffix("").parts
        inside = parts[parts.index("src") + 1 :]
        self._name = ".".join(inside).removesuffix(".__init__")
        self._file, self._source = file, source

    def find_spec(
        self,
        name: str,
        path: object,  # noqa: ARG002
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        if name != self._name:
            return None
        package = [str(self._file.parent)] if self._file.name == "__init__.py" else None
        return spec_from_file_location(
            name,
            self._file,
            loader=_Loader(self._file, self._source),
            submodule_search_locations=package,
        )
