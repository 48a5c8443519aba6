"""The pipeline: source -> spec -> deck -> pages -> .pptx; `Build` has a method for each stage.

Each stage is a pure function from one frozen tree to another. Mistakes of the author are reported
to the sink; a stage goes on with the next sibling, and nothing is written where there are errors.
A bug ends its stage, and is reported as well (`internal`).
"""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec, TypeVar, cast

from deckgen.diagnostics import Diagnostic, Sink
from deckgen.garbage import uncollected
from deckgen.guesses import Guesses
from deckgen.internal import Boundary, Stopped, WorkingOn
from deckgen.limits import DEFAULT, Limits
from deckgen.records import Struct, field, replace
from deckgen.world import DiskWorld, World

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import BinaryIO

    from deckgen.blobs import Blob
    from deckgen.cache import Cache
    from deckgen.deck import Deck
    from deckgen.draw.model import PageDrawing
    from deckgen.export.model import ExportChoice, ExportedFile, Exports
    from deckgen.memory import Memory
    from deckgen.pages import Pages
    from deckgen.source import Source
    from deckgen.spec.files import Files
    from deckgen.spec.given import DataRow
    from deckgen.spec.language import Spec
    from deckgen.spec.registries import Registry
    from deckgen.stages.drawing import Drawings
    from deckgen.template.model import Template
    from deckgen.timings import Timings

P = ParamSpec("P")
Made = TypeVar("Made")


class Options(Struct, frozen=True):
    """What a run may override: the template, and settings or variables as `(key, YAML value)`.

    `variables` are names of YAML files of variables, which come before those that the deck has.
    `progress` is told the stage, how much of it is done, and how much there is. A `thorough` run
    also reports what does not matter to whether the deck can be built. `limits` bound its work.
    `allowed_links` are what links may lead to besides the web: `programs`, `shares`. `strip_active`
    leaves out what a template holds that does more than show. `jobs` is the number of processes
    that lay out slides, 0 for one on each core; if it is absent, that is so for long decks where
    processes are forked. The columns of a `row` of data are variables.
    `timings` are told what takes how long. A `cache` has what runs before have read of a template.
    """

    template: str | None = None
    settings: tuple[tuple[str, str], ...] = ()
    variables: tuple[str, ...] = ()
    progress: Callable[[str, int, int], None] | None = None
    thorough: bool = False
    limits: Limits = DEFAULT
    allowed_links: tuple[str, ...] = ()
    strip_active: bool = False
    jobs: int | None = None
    row: DataRow | None = None
    timings: Timings | None = None
    cache: Cache | None = None


NO_OPTIONS: Final = Options()


class Compiled(Struct, frozen=True):
    """The file, None where the deck has errors, and all diagnostics.

    `file` has the pictures still in their own files, so that a deck of many takes little memory.
    """

    file: Blob | None
    diagnostics: tuple[Diagnostic, ...]
    pages: int

    @property
    def output(self) -> bytes | None:
        """The bytes of the file, put together; `OSError` where a picture is no longer there."""
        return None if self.file is None else self.file.read()

    @property
    def ok(self) -> bool:
        """Whether the deck has no errors."""
        return not any(diagnostic.is_error for diagnostic in self.diagnostics)


class DrawnDeck(Struct, frozen=True):
    """What a deck looks like, and all diagnostics.

    `drawings` are those of its pages, in order; without errors in the deck there is one for each.
    `pages` is what was drawn, with notes and sections, None where nothing could be laid out.
    `replaced` tells which families are drawn with which others, as this machine lacks them, and
    `lacking` the letters that none of its fonts has.
    """

    drawings: tuple[PageDrawing, ...]
    diagnostics: tuple[Diagnostic, ...]
    pages: Pages | None
    replaced: tuple[tuple[str, str], ...] = ()
    lacking: str = ""

    @property
    def ok(self) -> bool:
        """Whether the deck has no errors."""
        return not any(diagnostic.is_error for diagnostic in self.diagnostics)


def kept(method: Callable[Concatenate[Build, P], Made]) -> Callable[Concatenate[Build, P], Made]:
    """Return a method that makes the same of the same once in a run."""

    @wraps(method)
    def remembered(build: Build, /, *args: P.args, **named: P.kwargs) -> Made:
        key = (method.__name__, *map(id, args), *named.items())
        if key not in build.made:
            # what it was made of is kept with it, so that nothing else gets its id
            build.made[key] = (args, method(build, *args, **named))
        return cast("Made", build.made[key][1])

    return remembered


def stage(
    method: Callable[Concatenate[Build, P], Made | None],
) -> Callable[Concatenate[Build, P], Made | None]:
    """Return a method whose bugs are reported; it makes nothing then. What it makes is kept."""

    @kept
    @wraps(method)
    def bounded(build: Build, /, *args: P.args, **named: P.kwargs) -> Made | None:
        try:
            with Boundary(build.sink):
                timings = build.options.timings
                if timings is None:
                    return method(build, *args, **named)
                return timings.stage(method.__name__, lambda: method(build, *args, **named))
        except Stopped as stopped:
            raise stopped.error from None
        return None

    return bounded


class Build(Struct, frozen=True):
    """One run of the compiler: a source, what surrounds it, and the stages in order."""

    source: Source | None
    base: Path
    options: Options
    world: World
    sink: Sink
    made: dict[tuple[object, ...], tuple[object, object]] = field(default_factory=dict)
    """What the stages have made so far, by what they made it of."""
    memory: Memory | None = None
    """What a session has made in builds before."""
    used: set[str] = field(default_factory=set)
    """The names of variables that the deck has asked for."""

    @stage
    def spec(self) -> Spec | None:
        """Read the source into the typed language."""
        from deckgen.stages.reading import read_spec

        return None if self.source is None else read_spec(self)

    @stage
    def resolved(self) -> Deck | None:
        """Settle everything about the slides but their trademarks and their layout."""
        from deckgen.resolve import resolve

        spec = self.spec()
        return None if spec is None else resolve(spec, self.sink, self.options.allowed_links)

    def deck(self) -> Deck | None:
        """Settle everything about the slides but their layout."""
        deck = self.resolved()
        return None if deck is None else self.signed(deck) or deck

    @stage
    def signed(self, deck: Deck) -> Deck | None:
        """Set the signs of trademarks and their notice, where the deck asks for them."""
        if deck.trademarks is None:
            return deck
        from deckgen.trademarks import settle

        with WorkingOn(deck.trademarks.span):
            return settle(
                deck,
                deck.trademarks,
                lambda: self.registries(deck),
                self.sink,
                thorough=self.options.thorough,
            )

    @kept
    def registries(self, deck: Deck) -> tuple[Registry, ...]:
        """Read the files of trademarks that hold for the deck."""
        from deckgen.stages.registries import load_registries

        return load_registries(self, deck)

    @stage
    def template(self, deck: Deck) -> Template | None:
        """Read the template that the deck is to be set on."""
        from deckgen.stages.templates import load_template

        return load_template(self, deck)

    def pages(self, *, to_file: bool = False) -> Pages | None:
        """Measure, fit, divide and place; some pages that go `to_file` alone may be written."""
        deck = self.deck()
        return None if deck is None else self.laid_out(deck, to_file=to_file)

    @stage
    def laid_out(self, deck: Deck, *, to_file: bool = False) -> Pages | None:
        """Set a deck on its template."""
        template = self.template(deck)
        if template is None or not deck.slides:
            return None
        from deckgen.stages.setting import set_pages

        return set_pages(self, deck, template, to_file=to_file)

    @stage
    def written(self, pages: Pages) -> Blob | None:
        """Write the pages down."""
        from deckgen.stages.writing import write_pages

        return write_pages(self, pages)

    @stage
    def drawings(self, pages: Pages) -> Drawings | None:
        """Draw the pages as they will be seen."""
        from deckgen.stages.drawing import draw_pages

        return draw_pages(self, pages)

    @stage
    def exported(
        self, pages: Pages, forms: Sequence[str], choice: ExportChoice
    ) -> dict[str, tuple[ExportedFile, ...]] | None:
        """Write the pages down in forms that show them without PowerPoint."""
        from deckgen.stages.exporting import export_pages

        return export_pages(self, pages, forms, choice)

    def export(self, forms: Sequence[str], choice: ExportChoice) -> Exports:
        """Run all stages, and write the deck in some forms: `pptx`, `pdf`, `png`, `svg`, `html`."""
        from deckgen.stages.exporting import export

        with uncollected():
            return export(self, forms, choice)

    def draw(self) -> DrawnDeck:
        """Run all stages up to pages, and draw these; with errors, what could be laid out."""
        with uncollected():
            pages = self.pages()
            made = None if pages is None else self.drawings(pages)
        found = self.sink.sorted()
        if made is None:
            return DrawnDeck((), found, pages)
        return DrawnDeck(made.pages, found, pages, made.replaced, made.lacking)

    def run(self) -> Compiled:
        """Run all stages; nothing is written down where there are errors."""
        with uncollected():
            pages = self.pages(to_file=True)
            file = None if pages is None or self.sink.has_errors else self.written(pages)
        count = 0 if pages is None or file is None else len(pages.pages)
        return Compiled(file, self.sink.sorted(), count)

    def schedule(self) -> tuple[str, ...]:
        """Return how long the sections take, a line each; nothing where no slide says its time."""
        if self.source is None or not any(w in self.source.text for w in ("timing", "include")):
            return ()
        from deckgen.resolve.schedule import schedule

        deck = replace(self, sink=_sink(self.options), made={}).deck()
        return () if deck is None else tuple(schedule(deck))

    def check(self) -> tuple[Diagnostic, ...]:
        """Run all stages but the last, thoroughly, and return what there is to say."""
        replace(self, options=replace(self.options, thorough=True), made={}).pages()
        return self.sink.sorted()


def build_file(path: Path, options: Options = NO_OPTIONS, world: World | None = None) -> Build:
    """Return the run for a deck file; a file that cannot be read is reported."""
    from deckgen.stages.reading import open_source

    world, sink = world or DiskWorld(), _sink(options)
    source = _read(lambda: open_source(path, world, sink, options.limits), sink)
    return Build(source, path.parent, options, world, sink)


def build_stream(
    stream: BinaryIO, name: str, options: Options = NO_OPTIONS, world: World | None = None
) -> Build:
    """Return the run for a deck that a stream holds; files are beside where we are."""
    from deckgen.stages.reading import read_stream

    sink = _sink(options)
    source = _read(lambda: read_stream(stream, name, sink, options.limits), sink)
    return Build(source, Path(), options, world or DiskWorld(), sink)


def template_file(name: str, files: Files) -> bytes | None:
    """Return the bytes of a template that a user names; what is absent is reported."""
    from deckgen.stages.templates import find_template

    return find_template(name, None, files)


def build_text(
    text: str,
    *,
    name: str = "<deck>",
    base: Path = Path(),
    options: Options = NO_OPTIONS,
    world: World | None = None,
) -> Build:
    """Return the run for a deck that is at hand as text; files it names are relative to `base`."""
    from deckgen.stages.reading import take_text

    sink = _sink(options)
    source = _read(lambda: take_text(text, name, sink, options.limits), sink)
    return Build(source, base, options, world or DiskWorld(), sink)


def _read(read: Callable[[], Source | None], sink: Sink) -> Source | None:
    """Return the source that is read, None where that brings a bug to light."""
    with Boundary(sink):
        return read()
    return None


def _sink(options: Options) -> Sink:
    return Sink(Guesses(options.limits.guesses))
