"""Mentions of marks and the notice of a deck -> warnings: wrong forms, missing attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.content import plain
from deckgen.diagnostics import Label
from deckgen.trademarks.forms import Form
from deckgen.trademarks.notice import PLACE
from deckgen.trademarks.phrases import GENERAL

if TYPE_CHECKING:
    from deckgen.diagnostics import Sink
    from deckgen.spec.small_print import Trademarks
    from deckgen.trademarks.search import Found, Mention

_FORBIDDEN: Final = {
    Form.VERB: ("as a verb", "write it as an adjective before a noun: `a search with {mark}`"),
    Form.PLURAL: ("in the plural", "put a noun behind it and that in the plural"),
    Form.POSSESSIVE: ("in the possessive", "write `the … of {mark}`"),
}


def check(found: Found, settings: Trademarks, sink: Sink) -> None:
    """Report mentions in forms that are wrong, and marks and attributions that do not match."""
    for mention in found.mentions:
        _check_form(mention, sink)
    _check_attributions(found, settings, sink)


def _check_form(mention: Mention, sink: Sink) -> None:
    mark = mention.mark
    if mention.form is Form.WRONG:
        message = f"`{mention.text}` is not how the mark is written"
        sink.report(codes.TRADEMARK_SPELLING, mention.span, message, hints=[f"write `{mark.name}`"])
    elif mention.form in _FORBIDDEN and mention.form.value in mark.never:
        how, advice = _FORBIDDEN[mention.form]
        message = f"`{mention.text}` uses the mark `{mark.name}` {how}"
        hint = advice.format(mark=mark.name)
        sink.report(codes.TRADEMARK_USE, mention.span, message, hints=[hint])


def _check_attributions(found: Found, settings: Trademarks, sink: Sink) -> None:
    """Report marks that the notice leaves out, and marks that only the notice names.

    A notice in general words (`各社の商標`) covers all marks; so do slides that list them all.
    """
    notice = settings.notice
    if notice is None or PLACE in notice.text or settings.place == "last":
        return
    named = {hit.mark.name: hit for hit in found.lexicon.find([plain(notice.runs)])}
    first: dict[str, Mention] = {}
    for mention in found.counted(notes=settings.notes):
        first.setdefault(mention.mark.name, mention)
    for name in named.keys() - first.keys():
        message = f"the notice names `{name}`, but the deck does not mention it"
        hint = "take it out of the notice, or let `{marks}` list what is mentioned"
        sink.report(codes.TRADEMARK_UNMENTIONED, notice.span, message, hints=[hint])
    if any(word in notice.text.casefold() for word in GENERAL):
        return
    for name in first.keys() - named.keys():
        message = f"nothing says whose mark `{name}` is"
        hint = "name it in the notice, or let `{marks}` list what is mentioned"
        labels = [Label(notice.span, "the notice")] if notice.runs else []
        sink.report(
            codes.TRADEMARK_UNATTRIBUTED, first[name].span, message, labels=labels, hints=[hint]
        )
