"""Mutants and the tests that run their lines -> whether one of them fails.

All happens within one run of pytest that has collected every test. For each mutant a child is
forked, in which the function that holds the mutant gets other code, and tests run until one fails.
What a module does when it is imported cannot be changed that way: for such a mutant the child
forgets deckgen and the tests, and a run of pytest within it loads them anew.
"""

from __future__ import annotations

import gc
import importlib
import os
import resource
import signal
import sys
import time
from collections import Counter, defaultdict
from importlib.abc import MetaPathFinder, SourceLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

_MEMORY: Final = 3 << 30
_PATIENCE: Final = 5.0
"""How many times as long as before tests may take with a mutant."""
_LEAST_SECONDS: Final = 10.0
_LOADING: Final = 10.0
"""What loading all of it takes at the most."""
_WAITING: Final = 10.0
"""How many times as long a child may live, beside other work."""
OPTIONS: Final = (
    *("-q", "--no-header", "-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # of what is loaded already
)
Test = tuple[str, float]
"""The name of a test, and how many seconds it takes without any mutant."""
_Place = tuple[str, int, str]
"""The file, first line and name of a function."""


class Trials:
    """A plugin of pytest that tries mutants in place of running the tests that are collected."""

    def __init__(self, attempt: Callable[[Trials], None]) -> None:
        self._attempt = attempt
        self._items: dict[str, pytest.Item] = {}
        self._functions: dict[_Place, list[FunctionType]] = defaultdict(list)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Take the place of pytest's own loop."""
        self._items = {item.nodeid: item for item in session.items}
        gc.unfreeze()  # what was frozen is no more among the objects
        for found in gc.get_objects():
            if isinstance(found, FunctionType):
                code = found.__code__
                place = (code.co_filename, code.co_firstlineno, code.co_name)
                self._functions[place].append(found)
        gc.freeze()
        self._attempt(self)
        return True

    def has(self, test: str) -> bool:
        """Tell whether a test was collected."""
        return test in self._items

    def is_killed(self, file: Path, source: bytes, line: int, tests: Sequence[Test]) -> bool:
        """Tell whether tests fail with a module's source replaced, or take too long or too much.

        The line is that of what differs. How long a test takes is told by the processor's time, so
        that other work on the machine kills no mutant; what waits for ever is ended by the clock.
        """
        child = os.fork()
        if child == 0:
            self._run(file, source, line, tests)
        limit = time.monotonic() + _WAITING * max(_LEAST_SECONDS, sum(s for _, s in tests))
        while time.monotonic() < limit:
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                return status != 0
            time.sleep(0.01)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return True

    def _run(self, file: Path, source: bytes, line: int, tests: Sequence[Test]) -> None:
        """Run tests, and end this process: with 0 if they all hold."""
        failed = True
        try:
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            nothing = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(nothing, stream)
            if self._replaced(file, source, line):
                failed = not all(self._holds(*test) for test in tests)
            else:
                failed = _fails_anew(file, source, tests)
        finally:
            os._exit(int(failed))

    def _replaced(self, file: Path, source: bytes, line: int) -> bool:
        """Give the function around a line its code in another source; tell whether there is one."""
        for code in _outermost(compile(source, str(file), "exec")):
            place = (str(file), code.co_firstlineno, code.co_name)
            if self._functions.get(place) and _holds_line(code, line):
                codes = [*_with_inner(code)]
                places = Counter((each.co_firstlineno, each.co_name) for each in codes)
                for each in codes:
                    if places[each.co_firstlineno, each.co_name] == 1:
                        self._exchange(file, each)
                return True
        return False

    def _exchange(self, file: Path, code: CodeType) -> None:
        """Give functions that were made in a place their code, those as well that others made."""
        for function in self._functions.get((str(file), code.co_firstlineno, code.co_name), ()):
            if function.__code__.co_freevars == code.co_freevars:
                function.__code__ = code

    def _holds(self, test: str, seconds: float) -> bool:
        _end_after(seconds)
        item = self._items[test]
        reports = pytest_reports(item)
        return not any(report.failed for report in reports)


def pytest_reports(item: pytest.Item) -> list[pytest.TestReport]:
    """Run a test with all of its fixtures and return what is reported of it."""
    from _pytest.runner import runtestprotocol

    return runtestprotocol(item, log=False, nextitem=None)


def _outermost(module: CodeType) -> Iterator[CodeType]:
    """Yield the code of functions and methods that are in no other function."""
    for constant in module.co_consts:
        if isinstance(constant, CodeType):
            if constant.co_flags & 0x2:  # it has its own local names: a function, not a class
                yield constant
            else:
                yield from _outermost(constant)


def _with_inner(code: CodeType) -> Iterator[CodeType]:
    """Yield code, and that of the functions within it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _with_inner(constant)


def _holds_line(code: CodeType, line: int) -> bool:
    lines = [number for _, _, number in code.co_lines() if number is not None]
    inner = (each for each in code.co_consts if isinstance(each, CodeType))
    within = min(lines) <= line <= max(lines) if lines else False
    # the line of `def` itself, with defaults in it, belongs to what is around the function
    return line != code.co_firstlineno and (within or any(_holds_line(e, line) for e in inner))


def _end_after(seconds: float) -> None:
    """Have this process ended by a signal once it has worked much longer than some seconds."""
    signal.setitimer(signal.ITIMER_VIRTUAL, max(_LEAST_SECONDS, seconds * _PATIENCE))


def _fails_anew(file: Path, source: bytes, tests: Sequence[Test]) -> bool:
    """Tell whether tests fail when all is loaded again, with a module's source replaced."""
    _end_after(_LOADING + sum(seconds for _, seconds in tests))
    for name in list(sys.modules):
        if name.partition(".")[0] in {"deckgen", "tests", "conftest"} or name.startswith("test_"):
            del sys.modules[name]
    sys.meta_path.insert(0, _Finder(file, source))
    importlib.invalidate_caches()
    return int(pytest.main([*OPTIONS, "-x", *(name for name, _ in tests)])) != 0


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
