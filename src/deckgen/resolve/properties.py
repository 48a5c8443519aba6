"""Settings and slides of a deck -> what its file says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.deck import Info

if TYPE_CHECKING:
    from deckgen.deck import LogicalSlide
    from deckgen.spec.kinds import Word
    from deckgen.spec.language import Settings, Spec


def info_of(spec: Spec, settings: Settings, slides: tuple[LogicalSlide, ...]) -> Info:
    """Return what programs list of the file; its authors are those of the title, if none is set."""
    authors = [word.text for word in settings.author]
    if not authors and spec.title is not None:
        authors = [inline.text for inline in spec.title.authors]
    return Info(
        title=slides[0].title_text if slides else "",
        subject=_text(settings.subject),
        author="; ".join(authors),
        keywords=", ".join(word.text for word in settings.keywords),
        category=_text(settings.category),
        company=_text(settings.company),
        whole_pictures=settings.pictures is not None and settings.pictures.metadata == "keep",
        dpi=settings.pictures.dpi if settings.pictures is not None else None,
    )


def _text(word: Word | None) -> str:
    return word.text if word else ""
