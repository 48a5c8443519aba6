"""A run of pytest -> which tests run which lines, and how long each takes; a plugin of pytest."""

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
    """Watch a test under its own name."""
    _watch.switch_context(item.nodeid)
    result = yield
    _watch.switch_context("")
    return result


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Take down how long a test took, and whether it holds without any mutant."""
    taken = _durations.get(report.nodeid, 0.0)
    _durations[report.nodeid] = taken + report.duration
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
