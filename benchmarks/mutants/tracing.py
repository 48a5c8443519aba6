"""A run of pytest -> which tests run which lines, and how long each works; a plugin of pytest."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import coverage
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

OUTPUT: Final = "MUTANTS_MAP"
"""The variable of the environment that names the file to write."""
_SOURCES: Final = str(Path(__file__).parents[2] / "src" / "deckgen" / "*")

_watch: Final = coverage.Coverage(data_file=None, include=[_SOURCES])
_durations: Final[dict[str, float]] = {}
_failed: Final[set[str]] = set()


def pytest_sessionstart() -> None:
    """Watch from here on, so that what modules do when imported belongs to no test."""
    _watch.start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Watch a test under its own name, and take down how long it works."""
    _watch.switch_context(item.nodeid)
    before = _worked()
    result = yield
    _durations[item.nodeid] = _worked() - before
    _watch.switch_context("")
    return result


def _worked() -> float:
    """Return the processor's seconds so far, those of other processes that ended among them."""
    return sum(os.times()[:4])


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Take down whether a test holds without any mutant."""
    if report.failed or report.skipped:
        _failed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    """Write the map: tests with their durations, and for each line of each file their indices."""
    _watch.stop()
    data = _watch.get_data()
    tests = sorted(_durations.keys() - _failed, key=_durations.__getitem__)
    index = {name: number for number, name in enumerate(tests)}
    files = {
        file: {
            line: sorted(index[name] for name in names if name in index)
            for line, names in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    told = {"tests": [[name, _durations[name]] for name in tests], "files": files}
    Path(os.environ[OUTPUT]).write_text(json.dumps(told), encoding="utf-8")
