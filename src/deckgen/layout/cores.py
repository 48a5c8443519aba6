"""Slides and processes -> benches, most of which work in processes of their own.

What a process is given and hands back refers to what all of them have (the template's layouts, the
sources, the pictures) by number: it is the same object again where it arrives, and no picture is
sent. Nothing depends on how processes are started, or on how many there are.
"""

from __future__ import annotations

import io
import pickle
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Final

from deckgen.blobs import Blob
from deckgen.content import Paragraph, Run
from deckgen.layout.bench import Bench, LostHelperError, Placed, Planned
from deckgen.layout.desk import Desk, Largest, LayoutSettings
from deckgen.layout.processes import Forked, Started, may_fork
from deckgen.pictures.model import PictureFile
from deckgen.pictures.recordings import Recording
from deckgen.records import Struct, replace
from deckgen.source import Source, Span
from deckgen.template.model import Layout, Slot, Template
from deckgen.text.typesetter import Typesetter
from deckgen.units import Centipoints, Emu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any

    from deckgen.deck import LogicalSlide
    from deckgen.layout.bench import Headings
    from deckgen.layout.processes import Pipe
    from deckgen.pages import Page
    from deckgen.text.model import FontSource

    Finish = Callable[[Page], Page] | None

_Apart = Source | PictureFile | Recording
"""What of the slides all processes have; the files are read where the deck is written."""
_NOTHING: Final = Blob(())
_KINDS: Final = (Template, Layout, Slot, Source, PictureFile, Recording)
"""The types of what is shared."""


def _as_number(number: Emu | Centipoints) -> tuple[type, tuple[int]]:
    return type(number), (int(number),)


_NUMBERS: Final[dict[type, Any]] = {Emu: _as_number, Centipoints: _as_number}
"""Lengths and sizes, of which pages are full, are pickled in half the time so."""


class Shared:
    """Objects that all processes have, by number; each has to be alive as long as this is."""

    def __init__(self, template: Template, others: Iterable[_Apart]) -> None:
        self.others: Final = tuple(others)
        self._objects: Final = (*_of_template(template), *self.others)
        self._numbers: Final = {id(each): number for number, each in enumerate(self._objects)}

    def dumps(self, value: object) -> bytes:
        """Return a value as bytes, what is shared by its number."""
        out = io.BytesIO()
        pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = {**_NUMBERS, **dict.fromkeys(_KINDS, self._reduced)}
        pickler.dump(value)
        return out.getvalue()

    def _reduced(self, shared: object) -> str | tuple[Any, ...]:
        number = self._numbers.get(id(shared))
        return shared.__reduce_ex__(4) if number is None else (_numbered, (number,))

    def loads(self, data: bytes) -> Any:  # noqa: ANN401 - whatever was sent
        """Return a value from bytes that a process of this run has made."""
        objects = self._objects

        class Unpickler(pickle.Unpickler):
            def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - what it names
                is_shared = name == _numbered.__name__ and module == __name__
                return objects.__getitem__ if is_shared else super().find_class(module, name)

        return Unpickler(io.BytesIO(data)).load()


def _numbered(number: int) -> object:
    """Stand for the shared object of a number, which only `Shared` can look up."""
    raise LookupError(number)


class Task(Struct, frozen=True):
    """What a process needs that shares no memory with this one.

    `others` are the shared objects that are not the template's, `slides` is pickled with them.
    """

    template: Template
    settings: LayoutSettings
    fonts: FontSource
    others: tuple[_Apart, ...]
    slides: bytes
    finish: Finish


class _Leveling(Struct, frozen=True):
    """How large the titles and the body text of each slide of a bench may be."""

    largest: tuple[Largest | None, ...]


class Helper:
    """A bench in a process of its own; it starts to plan at once."""

    def __init__(
        self, slides: tuple[LogicalSlide, ...], desk: Desk, shared: Shared, finish: Finish
    ) -> None:
        self._shared: Final = shared
        self._process: Final = _process(slides, desk, shared, finish)
        self._pipe: Final = self._process.pipe

    def plan(self) -> tuple[Planned, ...]:
        """Return what the deck has to know of the slides."""
        found: tuple[Planned, ...] = self._received()
        return found

    def level(self, largest: Sequence[Largest | None]) -> None:
        """Let the process plan slides again whose text or title is to be no larger than a size."""
        self._send(_Leveling(tuple(largest)))

    def leveled(self) -> tuple[Planned, ...]:
        """Return what the deck has to know of the slides in these sizes."""
        return self.plan()

    def head(self, headings: Sequence[Headings]) -> None:
        """Let the process place its slides, with the titles that their pages have."""
        self._send(headings)

    def _send(self, value: object) -> None:
        try:
            self._pipe.send_bytes(self._shared.dumps(value))
        except OSError as error:
            raise LostHelperError from error

    def place(self) -> Placed:
        """Return the slides that the process has placed."""
        placed: Placed = self._received()
        return placed

    def _received(self) -> Any:  # noqa: ANN401 - whatever was sent
        try:
            return self._shared.loads(self._pipe.recv_bytes())
        except (EOFError, OSError) as error:
            raise LostHelperError from error

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._process.stop()


def _process(
    slides: tuple[LogicalSlide, ...], desk: Desk, shared: Shared, finish: Finish
) -> Forked | Started:
    """Return a process that lays out slides."""
    try:
        if may_fork():
            bench = Bench(slides, desk, finish=finish)
            return Forked(lambda pipe: _work(bench, shared, pipe))
        return Started(_work_elsewhere, _task(slides, desk, shared, finish))
    except (OSError, TypeError, AttributeError, pickle.PicklingError) as error:
        raise LostHelperError from error


def _work(bench: Bench, shared: Shared, pipe: Pipe) -> None:
    """Lay out slides in this process."""
    import gc

    gc.disable()  # what is made here lives as long as the process
    pipe.send_bytes(shared.dumps(bench.plan()))
    asked = shared.loads(pipe.recv_bytes())
    if isinstance(asked, _Leveling):
        bench.level(asked.largest)
        pipe.send_bytes(shared.dumps(bench.leveled()))
        asked = shared.loads(pipe.recv_bytes())
    bench.head(asked)
    pipe.send_bytes(shared.dumps(bench.place()))


def _work_elsewhere(task: Task, pipe: Pipe) -> None:
    """Lay out the slides of a task in a process that shares no memory with ours."""
    shared = Shared(task.template, task.others)
    desk = Desk(task.template, Typesetter(task.fonts), task.settings)
    bench = Bench(shared.loads(task.slides), desk, finish=task.finish)
    try:
        _work(bench, shared, pipe)
    except (EOFError, OSError):  # who has asked for it has ended
        return


def _task(slides: tuple[LogicalSlide, ...], desk: Desk, shared: Shared, finish: Finish) -> Task:
    bare = tuple(_bare(each) for each in shared.others)
    fonts, pickled = desk.typesetter.source, shared.dumps(slides)
    return Task(desk.template, desk.settings, fonts, bare, pickled, finish)


@contextmanager
def helpers(
    parts: Sequence[Sequence[LogicalSlide]], desk: Desk, finish: Finish
) -> Iterator[tuple[Helper, ...]]:
    """Give a helper for each run of slides, until the block is left."""
    shared = Shared(desk.template, _in_slides(chain.from_iterable(parts)))
    started: list[Helper] = []
    try:
        started += (Helper(tuple(part), desk, shared, finish) for part in parts)
        yield tuple(started)
    finally:
        for helper in started:
            helper.stop()


def _bare(shared: _Apart) -> _Apart:
    """Return what of a shared object a process needs: of a picture no more than its size."""
    if isinstance(shared, Source):
        return shared
    if isinstance(shared, Recording):
        return replace(shared, content=_NOTHING)
    return replace(shared, shown=_NOTHING, whole=_NOTHING, vector=None)


def _of_template(template: Template) -> Iterator[object]:
    """Yield what pages refer to of a template, in an order that is the same in all processes."""
    yield template
    for base in template.bases:
        yield from (base.title, base.body)
    for layout in template.layouts:
        yield layout
        yield from layout.slots


def _in_slides(slides: Iterable[LogicalSlide]) -> Iterator[_Apart]:
    """Yield the sources and pictures in slides, each once.

    The runs of a paragraph are of one source, but for those that `--set` and the like put there:
    what is not found here is sent as it is.
    """
    seen: set[int] = set()
    waiting: list[object] = [*slides]
    while waiting:
        value = waiting.pop()
        if isinstance(value, _Apart):
            if id(value) not in seen:
                seen.add(id(value))
                yield value
        elif isinstance(value, Span):
            waiting.append(value.source)
        elif isinstance(value, Paragraph):
            waiting.append(value.span)
        elif isinstance(value, tuple):
            waiting += value[:1] if value and isinstance(value[0], Run) else value
        elif isinstance(value, Struct):
            waiting += [getattr(value, name) for name in value.__struct_fields__]
