"""`Deck` and `Template` -> `Pages`: slides are drafted, then titled, numbered and footed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen import codes
from deckgen.content import on_one_line
from deckgen.deck import SlideKind
from deckgen.internal import Boundary
from deckgen.layout.foot.footers import place_footers
from deckgen.layout.plan.arrange import draft_slide
from deckgen.layout.plan.credits import has_foot
from deckgen.layout.surroundings import Surroundings
from deckgen.layout.titles.frames import place_title, titled, unique
from deckgen.pages import Page, Pages, Picture, Properties, TextFrame
from deckgen.records import replace
from deckgen.template.model import Role
from deckgen.template.purposes import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deckgen.deck import Deck, Runs
    from deckgen.diagnostics import Sink
    from deckgen.layout.plan.draft import Draft
    from deckgen.spec.kinds import Word
    from deckgen.template.model import Template
    from deckgen.template.own import OwnSlide
    from deckgen.text.typesetter import Typesetter


def lay_out(
    deck: Deck,
    template: Template,
    typesetter: Typesetter,
    sink: Sink,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Pages:
    """Return the pages of a deck on a template. What does not fit is reported and left out."""
    around = Surroundings(
        template, typesetter, sink, deck.smallest, named=_named(deck), common=_common(deck)
    )
    drafts: list[Draft] = []
    for number, slide in enumerate(deck.slides):
        progress(number, len(deck.slides))
        with Boundary(sink, slide.span):
            drafts.extend(draft_slide(slide, around))
    _report_lacking(around)
    titles = titled(deck, drafts)
    names = unique(
        [_name(d, title, n) for n, (d, title) in enumerate(zip(drafts, titles, strict=True), 1)]
    )
    around = replace(around, pages=len(drafts))
    pages: list[Page] = []
    for number, (draft, title, name) in enumerate(zip(drafts, titles, names, strict=True), 1):
        with Boundary(sink, draft.slide.span):
            pages.append(_page(draft, title, name, number, around))
    for family in typesetter.missing():
        message = f"`{family}` is not known here; its text is measured with a stand-in"
        sink.report(codes.MISSING_FONT, None, message)
    return Pages(tuple(pages), template, _properties(deck), _targets(drafts))


def _report_lacking(around: Surroundings) -> None:
    """Say once for which kinds of slides the template has no layout, and what is used instead."""
    if around.lacking:
        kinds = " or ".join(purpose.value for purpose in around.lacking)
        used = ", ".join(f"`{name}`" for name in dict.fromkeys(around.lacking.values()))
        message = f"the template has no layout for {kinds} slides; they are composed on {used}"
        around.sink.report(codes.MISSING_LAYOUT, None, message)


def _named(deck: Deck) -> dict[Purpose, Word]:
    """Return the layouts that the author has set, by what they are for."""
    return {Purpose[kind.upper()]: name for kind, name in deck.layouts}


def _common(deck: Deck) -> frozenset[Role]:
    """Return which footers slides with content have."""
    slides = [slide.footers for slide in deck.slides if slide.kind is SlideKind.CONTENT]
    shown = {
        Role.FOOTER: any(footers.text for footers in slides),
        Role.DATE: any(footers.date for footers in slides),
        Role.NUMBER: any(footers.number for footers in slides),
    }
    return frozenset(role for role, is_shown in shown.items() if is_shown)


def _page(draft: Draft, title: Runs, name: str, number: int, around: Surroundings) -> Page:
    if draft.copied is not None:
        return _copy(draft, draft.copied, name)
    frame = place_title(title, draft, around)
    head = (frame,) if frame is not None else ()
    foot = (*place_footers(draft, number, around), *_foot(draft, number, around))
    return Page(
        layout=draft.layout,
        items=(*head, *draft.items, *foot),
        title=name,
        slide=draft.slide.id,
        number=draft.number,
        count=draft.count,
        span=draft.slide.span,
        section=draft.slide.section,
        notes=draft.slide.notes if draft.number == 1 else (),
        hidden=draft.slide.hidden,
    )


def _foot(draft: Draft, number: int, around: Surroundings) -> tuple[TextFrame, ...]:
    if not has_foot(draft.slide, draft.layout):
        return ()
    from deckgen.layout.foot.footnotes import place_footnotes

    return tuple(place_footnotes(draft, number, around))


def _copy(draft: Draft, copied: OwnSlide, name: str) -> Page:
    """Return the page that is a slide of the template."""
    return Page(
        layout=draft.layout,
        items=(),
        title=name,
        slide=draft.slide.id,
        number=draft.number,
        count=draft.count,
        span=draft.slide.span,
        section=draft.slide.section,
        copied=copied.part,
    )


def _name(draft: Draft, title: Runs, number: int) -> str:
    """Return what a page is called in lists of slides: its title, else what it shows."""
    name = draft.copied.title if draft.copied is not None else on_one_line(title)
    if name:
        return name
    for item in draft.items:
        text = (
            item.text
            if isinstance(item, TextFrame)
            else item.alt
            if isinstance(item, Picture)
            else ""
        )
        if text.strip():
            return " ".join(text.split())[:60]
    return f"Slide {number}"


def _targets(drafts: Sequence[Draft]) -> dict[str, int]:
    """Return the index of the first page of each slide."""
    targets: dict[str, int] = {}
    for index, draft in enumerate(drafts):
        targets.setdefault(draft.slide.id, index)
    return targets


def _properties(deck: Deck) -> Properties:
    info = deck.info
    return Properties(
        title=info.title,
        subject=info.subject,
        author=info.author,
        keywords=info.keywords,
        category=info.category,
        language=deck.language,
        company=info.company,
        whole_pictures=info.whole_pictures,
    )
