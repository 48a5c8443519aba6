"""The files of an input -> what a user would be angry about, or nothing."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

from deckgen.compiler import build_file
from deckgen.dump.pages import show_pages
from deckgen.emit import emit
from deckgen.internal import DEBUG
from deckgen.report.concise import concise
from deckgen.report.full import full
from deckgen.report.look import Look
from deckgen.report.machine import machine
from deckgen.world import MemoryWorld
from tests.support.building import place
from tests.support.pictures import world

if TYPE_CHECKING:
    from types import TracebackType

    from deckgen.compiler import Build
    from deckgen.pages import Pages

_TEMPLATE: Final = "t.pptx"


def build(files: dict[str, bytes]) -> str:
    """Do all that a build does, and return what it came to; a bug is raised.

    Diagnostics are written in every form, pages are shown, and what is written down is read again.
    """
    os.environ[DEBUG] = "1"
    run = build_file(Path("deck.yaml"), world=MemoryWorld(world().files | files))
    pages = _pages(run, own_template=_TEMPLATE in files)
    diagnostics = run.sink.sorted()
    full(diagnostics, Look())
    concise(diagnostics, Look())
    machine(diagnostics)
    if pages is not None:
        show_pages(pages)
    if pages is None or run.sink.has_errors:
        return "refused"
    _check(emit(pages).read())
    return "built"


def _pages(run: Build, *, own_template: bool) -> Pages | None:
    """Return the pages, in a quicker way for a deck that has no template of its own."""
    if own_template:
        return run.pages()
    return place(run).pages


def _check(output: bytes) -> None:
    """Raise what is wrong with a file: each part that says so must be well-formed XML."""
    with zipfile.ZipFile(io.BytesIO(output)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))


def signature(error: BaseException) -> str:
    """Return by what two findings of one bug are known to be the same."""
    cause: BaseException = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    return f"{type(cause).__name__} in {_last_line(cause.__traceback__)}"


def _last_line(trace: TracebackType | None) -> str:
    """Return the last line of deckgen that was run, of anything where there is none."""
    where = ours = "?"
    while trace is not None:
        where = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}"
        ours = where if where.startswith("deckgen.") else ours
        trace = trace.tb_next
    return where if ours == "?" else ours
