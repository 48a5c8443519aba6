"""A deck's file -> what there is to see of it, again and again; what has not changed is kept."""

from __future__ import annotations

from time import thread_time
from typing import TYPE_CHECKING, Final

from deckgen.compiler import build_file
from deckgen.diagnostics import Sink
from deckgen.garbage import uncollected
from deckgen.internal import Boundary
from deckgen.memory import Memory
from deckgen.preview.places import origin_of
from deckgen.preview.problems import problems_of
from deckgen.preview.proof import ProofSource
from deckgen.preview.show import Show
from deckgen.preview.views import ViewMemory
from deckgen.records import replace

_Sound = tuple["Build", "Pages", tuple["SlideView", ...]]

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.compiler import Build, Options
    from deckgen.diagnostics import Diagnostic
    from deckgen.pages import Pages
    from deckgen.preview.editors import Editor
    from deckgen.preview.show import SlideView
    from deckgen.preview.watched import WatchedWorld
    from deckgen.preview.writing import SlideWriter


class Workshop:
    """Builds and draws one deck. It serves one thread."""

    def __init__(self, deck: Path, options: Options, world: WatchedWorld, editor: Editor) -> None:
        """Take what a build takes, and the editor to whose addresses messages lead.

        All is laid out by one process: others could not be started beside the server's threads.
        """
        self._deck: Final = deck
        self._options: Final = replace(options, jobs=1)
        self._world: Final = world
        self._editor: Final = editor
        self._memory: Final = Memory()
        self._views: Final = ViewMemory()
        self._sound: _Sound | None = None

    def proof_source(self) -> ProofSource | None:
        """Return the file of what was seen last and was sound, for another program to draw.

        Any thread may ask.
        """
        sound = self._sound
        if sound is None:
            return None
        build, pages, views = sound
        file = replace(build, memory=None, made={}, sink=Sink()).written(pages)
        if file is None:
            return None
        return ProofSource(file, tuple(v.facts.key for v in views if not v.facts.hidden))

    @property
    def writer(self) -> SlideWriter:
        """What knows the fonts and pictures that slides show."""
        return self._views.writer

    def show(self, before: Show) -> tuple[Show, tuple[Diagnostic, ...]]:
        """Return what there is to see now, and what there is to say of the deck.

        Where it is broken, slides are those of before.
        """
        start = thread_time()
        self._world.begin()
        build = replace(build_file(self._deck, self._options, self._world), memory=self._memory)
        seen: Show | None = None
        with uncollected(), Boundary(build.sink):
            seen = self._seen(build)
        self._world.end()
        shown = self._kept(seen, before, is_broken=build.sink.has_errors)
        diagnostics = build.sink.sorted()
        told = replace(
            shown,
            version=before.version + 1,
            problems=problems_of(diagnostics, shown.origins, self._editor),
            milliseconds=round((thread_time() - start) * 1000, 1),
        )
        return told, diagnostics

    def _seen(self, build: Build) -> Show | None:
        """Return the slides of a build, None where nothing can be laid out."""
        pages = build.pages()
        deck = build.deck()
        if pages is None or deck is None:
            return None
        drawn = build.drawings(pages)
        if drawn is None:
            return None
        planned = {slide.id: slide.seconds for slide in deck.slides if slide.seconds}
        views = self._views.views(pages.pages, drawn.pages, planned)
        if not build.sink.has_errors:
            self._sound = build, pages, views
        return Show(
            title=deck.info.title or self._deck.name,
            language=deck.language,
            width=drawn.pages[0].width,
            height=drawn.pages[0].height,
            slides=views,
            origins=tuple(origin_of(page.span) for page in pages.pages),
            fonts=self.writer.fonts.pieces(),
        )

    def _kept(self, seen: Show | None, before: Show, *, is_broken: bool) -> Show:
        """Return what was seen last and was sound, else what there is."""
        if not is_broken and seen is not None:
            return seen
        kept = before if self._sound is not None or seen is None else seen
        return replace(kept, is_broken=True)
