"""Slides -> the same with links that lead somewhere; what leads nowhere or is unsafe is told."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.codes.reuse import LEFT_OUT
from deckgen.diagnostics import Label
from deckgen.patterns import lazy
from deckgen.records import replace
from deckgen.resolve.addresses import PROGRAMS, SHARES, as_uri, fault_of, needed_for
from deckgen.spec.nodes import shorten
from deckgen.wording import addresses, reworded, wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from deckgen.content import Link, Run
    from deckgen.deck import LogicalSlide, Runs
    from deckgen.diagnostics import Sink
    from deckgen.resolve.titles import ByTitle
    from deckgen.spec.kinds import Identifier
    from deckgen.spec.reuse import LeftOut

_SCHEME: Final = lazy(r"([A-Za-z][A-Za-z0-9+.-]*):")
_MOST_LABELS: Final = 4
"""So many slides of one title are shown."""
_LEADS_TO: Final = {PROGRAMS: "a program", SHARES: "another machine"}
_SAFE: Final = {"http", "https", "mailto", "tel", "ftp"}


def check_ids(ids: Iterable[Identifier], sink: Sink) -> None:
    """Report ids that are given twice."""
    seen: dict[str, Identifier] = {}
    for identifier in ids:
        first = seen.setdefault(identifier.text, identifier)
        if first is not identifier:
            label = Label(first.span, "first given here")
            message = f"id `{identifier.text}` is given twice"
            sink.report(codes.DUPLICATE_ID, identifier.span, message, labels=[label])


def linked(  # noqa: PLR0913 - what links may lead to is of several kinds
    slides: tuple[LogicalSlide, ...],
    given: Mapping[str, str],
    sink: Sink,
    *,
    notice: Runs = (),
    allowed: Collection[str] = (),
    left_out: Iterable[LeftOut] = (),
) -> tuple[tuple[LogicalSlide, ...], Runs]:
    """Return slides, and the notice that is to stand on some, with links to the ids of slides.

    `given` are the ids, and the slides that have them or hold what has them. Links to slides that
    do not exist, and schemes that can run programs, are reported. What is no address, or one that
    is not `allowed`, is told and is no link any more.
    """
    links = [*chain.from_iterable(map(_links, slides)), *_links_in(notice)]
    ids = dict.fromkeys(given)
    if all(link.slide_id is None or link.slide_id in ids for link in links):
        titles: ByTitle = {}
    else:
        from deckgen.resolve.titles import by_title  # few decks need it

        titles = by_title(slides)

    def led_to(link: Link) -> Sequence[LogicalSlide]:
        is_id = link.slide_id is None or link.slide_id in ids
        return () if is_id else titles.get(str(link.slide_id).lower(), ())

    names = {**ids, **dict.fromkeys(titles, None)}
    absent = {one.id: one for one in left_out if one.id not in ids}
    changed: dict[int, Link | None] = {}
    for link in links:
        if link.slide_id in absent and not led_to(link):
            _report_left_out(link, absent[str(link.slide_id)], sink)
            changed[id(link)] = None
            continue
        _check(link, led_to(link), names, sink)
        if link.slide_id is None:
            settled = _settled(link, allowed, sink)
            if settled is not link:
                changed[id(link)] = settled
        elif link.slide_id != (slide := given.get(link.slide_id, link.slide_id)):
            changed[id(link)] = replace(link, target=f"#{slide}")
        elif len(found := led_to(link)) == 1:
            changed[id(link)] = replace(link, target=f"#{found[0].id}")
    return with_links(slides, changed) if changed else slides, _led(notice, changed)


def _report_left_out(link: Link, absent: LeftOut, sink: Sink) -> None:
    message = f"the slide `{absent.id}` is left out, and this is not made a link"
    labels = [Label(absent.span, "this does not hold")]
    sink.report(LEFT_OUT, link.span, message, labels=labels)


def _settled(link: Link, allowed: Collection[str], sink: Sink) -> Link | None:
    """Return a link as it is written to the file, None where it is none."""
    needed, fault = needed_for(link.target), fault_of(link.target)
    if needed and needed not in allowed:
        hints = [f"`--allow-links {needed}` makes it one, where whoever gets the deck expects that"]
        if needed == PROGRAMS:
            hints.insert(0, "if a web page is meant, start its address with `https://`")
        message = f"`{shorten(link.target)}` leads to {_LEADS_TO[needed]}, and is not made a link"
        sink.report(codes.LINK_NOT_ALLOWED, link.span, message, hints=hints)
        return None
    if fault:
        message = f"`{shorten(link.target)}` is no address, and not made a link: {fault}"
        sink.report(codes.BAD_ADDRESS, link.span, message)
        return None
    uri = as_uri(link.target)
    return link if uri == link.target else replace(link, target=uri)


def with_links(
    slides: tuple[LogicalSlide, ...], changed: Mapping[int, Link | None]
) -> tuple[LogicalSlide, ...]:
    """Return slides in which links, by their identities, are replaced or are no more."""

    def relinked(slide: LogicalSlide) -> LogicalSlide:
        kept = [wording.runs for wording in wordings(slide)]
        runs_of = (runs for runs in kept if any(id(run.link) in changed for run in runs))
        changes: dict[int, object] = {id(runs): _led(runs, changed) for runs in runs_of}
        for address in addresses(slide):
            if id(address.link) in changed:
                changes[id(address)] = replace(address, link=changed[id(address.link)])
        return reworded(slide, changes)

    return tuple(relinked(slide) for slide in slides)


def _led(runs: Runs, changed: Mapping[int, Link | None]) -> Runs:
    return tuple(
        replace(run, link=changed[id(run.link)]) if id(run.link) in changed else run for run in runs
    )


def _check(link: Link, found: Sequence[LogicalSlide], names: Collection[str], sink: Sink) -> None:
    """Report a link that leads nowhere; `found` are the slides of the title that it names."""
    if link.slide_id is not None:
        if link.slide_id not in names and not found:
            near = sink.guesses.closest(link.slide_id, names)
            hint = f"did you mean `#{near}`?" if near else "give the slide an `id`"
            message = f"no slide has the id `{link.slide_id}`, or a title that gives this name"
            sink.report(codes.BROKEN_LINK, link.span, message, hints=[hint])
        elif len(found) > 1:
            labels = [Label(slide.title[0].span, "one of them") for slide in found[:_MOST_LABELS]]
            message = f"{len(found)} slides have the title `{found[0].title_text}`"
            hints = ["give the slide that is meant an `id`, and link to that"]
            sink.report(codes.BROKEN_LINK, link.span, message, labels=labels, hints=hints)
        return
    scheme = _SCHEME.match(link.target)
    if scheme is None and (not link.target or link.target.startswith(("www.", "//"))):
        hint = f"write `https://{link.target.lstrip('/') or '…'}`, or `#` and the id of a slide"
        sink.report(codes.BROKEN_LINK, link.span, "the link leads nowhere", hints=[hint])
    if scheme and scheme[1].lower() not in _SAFE:
        message = f"links with `{scheme[1]}:` are not allowed"
        sink.report(codes.UNSAFE_LINK, link.span, message)


def _links(slide: LogicalSlide) -> list[Link]:
    said = chain.from_iterable([wording.runs for wording in wordings(slide)])
    found = _links_in(said)
    if any(block.KEY for block in slide.content):
        found += [address.link for address in addresses(slide) if address.link is not None]
    return found


def _links_in(runs: Iterable[Run]) -> list[Link]:
    return [run.link for run in runs if run.link is not None]
