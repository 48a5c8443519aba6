"""A template and a purpose, or a name -> the layout to use.

Layouts are chosen by what they hold and where. Types and names only break ties: more than a quarter
of the layouts found in the wild declare no type, exporters declare wrong ones, and names are in any
language, or say nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from deckgen.records import Struct, replace
from deckgen.template.compose import composed, fitted, has_body, roomiest, stand_in, untitled_cover
from deckgen.template.costs import Wish, cost_of
from deckgen.template.model import Layout, Role, Template
from deckgen.template.purposes import COVERS, OTHER_KINDS, Purpose, plain
from deckgen.template.traits import Traits, traits_of

__all__ = ["Choice", "Purpose", "choose", "find"]

_LEAST_PICTURE: Final = 0.08
_GOOD_WIDTH: Final = 0.6
"""The share of the slide's width from which a body is made for text, and not for half a page."""
_DIVIDER: Final = 0.2
"""Where the middle of a divider's title is at the highest, as a share of the slide's height."""
_INSTEAD: Final = {
    Purpose.TITLE: (Purpose.SECTION, Purpose.TITLE_ONLY, Purpose.CONTENT),
    Purpose.SECTION: (Purpose.TITLE, Purpose.TITLE_ONLY, Purpose.CONTENT),
    Purpose.CONTENT: (Purpose.TITLE_ONLY,),
    Purpose.TWO_CONTENTS: (Purpose.CONTENT,),
    Purpose.COMPARISON: (Purpose.TWO_CONTENTS, Purpose.CONTENT),
    Purpose.THREE_CONTENTS: (Purpose.CONTENT,),
    Purpose.PICTURE_CAPTION: (Purpose.CONTENT,),
    Purpose.PICTURES: (Purpose.TITLE_ONLY, Purpose.CONTENT),
    Purpose.TITLE_ONLY: (Purpose.CONTENT,),
    Purpose.QUOTE: (Purpose.TITLE_ONLY, Purpose.CONTENT),
    Purpose.STATEMENT: (Purpose.CONTENT, Purpose.TITLE_ONLY),
    Purpose.BIG_NUMBER: (Purpose.CONTENT, Purpose.TITLE_ONLY),
    Purpose.AGENDA: (Purpose.CONTENT, Purpose.TITLE_ONLY),
    Purpose.CLOSING: (Purpose.TITLE, Purpose.SECTION, Purpose.TITLE_ONLY, Purpose.CONTENT),
    Purpose.BLANK: (Purpose.TITLE_ONLY, Purpose.CONTENT),
}
"""What serves next best; the slots that stay empty are left out of the slide."""


class Choice(Struct, frozen=True):
    """A layout, and whether it was made for the purpose.

    One that was not, but serves for it, has the slots that are needed where it lacks them.
    """

    layout: Layout
    exact: bool


@lru_cache(maxsize=64)
def choose(template: Template, purpose: Purpose, pictures: int = 4) -> Choice | None:
    """Return the layout for a purpose; None only for a template that has no layouts.

    `pictures` says how many there are to show, which matters to `PICTURES`. The layouts of one
    master go together, so those are preferred of the master on which most of the template's own
    slides are made, else of the first. Pages of content look like the layout for content. Asking
    again for the same template costs nothing.
    """
    candidates = [traits_of(layout, template.slide_size) for layout in template.layouts]
    if not candidates:
        return None
    home = _home(candidates)
    native = [traits for traits in candidates if traits.layout.master == home]
    wish = Wish(purpose, pictures, _best(native, Wish(Purpose.CONTENT)))
    # pages that templates may keep under another master than the content
    reach = [t for t in candidates if _is_of_the_brand(t, native)] if purpose in COVERS else native
    exact = _best(native, wish)
    if exact is None and untitled_cover(native, purpose) is None:
        exact = _best(reach, wish)
    if exact is not None:
        return Choice(fitted(exact, purpose, template, wish.beside), exact=True)
    for other in (purpose, *_INSTEAD[purpose]):
        found = None if other is purpose else _best(native, replace(wish, purpose=other))
        if found is not None and (purpose in COVERS) == (other in COVERS):
            return Choice(stand_in(found, purpose, other, template, wish.beside), exact=False)
        if purpose in COVERS:
            found = untitled_cover(native, other) or untitled_cover(reach, other) or found
        if found is not None:
            return Choice(composed(found, purpose, template), exact=False)
    return Choice(composed(roomiest(native, purpose), purpose, template), exact=False)


def find(template: Template, name: str) -> Layout | None:
    """Return the layout of a name, compared exactly, then without case, width and spaces."""
    for layout in template.layouts:
        if layout.name == name:
            return layout
    wanted = plain(name)
    return next((layout for layout in template.layouts if plain(layout.name) == wanted), None)


def _home(candidates: list[Traits]) -> int:
    """Return the master to stay with: one with a layout for content, the most used of those.

    One with a body across the page goes before those that have but narrow ones, and one on whose
    pages text is on one ground before those where it is across the edge of a picture.
    """
    masters = sorted({traits.layout.master for traits in candidates})
    content = [traits for traits in candidates if _fits(traits, Purpose.CONTENT)]
    wide = {traits.layout.master for traits in content if traits.body_width >= _GOOD_WIDTH}
    whole = {traits.layout.master for traits in content if not traits.is_parted}
    able = wide & whole or wide or {traits.layout.master for traits in content} or set(masters)
    uses = dict.fromkeys(masters, 0)
    for traits in candidates:
        uses[traits.layout.master] += traits.layout.uses
    return max((master for master in masters if master in able), key=lambda master: uses[master])


def _is_of_the_brand(traits: Traits, native: list[Traits]) -> bool:
    """Tell whether a layout shows as much of a design as those of the master to stay with.

    A background in a colour of its own is a design, as that of a divider often is.
    """
    color = traits.layout.background.rgb
    own = all(other.layout.background.rgb != color for other in native)
    return traits.is_drawn or own or not any(other.is_drawn for other in native)


def _best(candidates: Iterable[Traits], wish: Wish) -> Traits | None:
    place = wish.beside if wish.purpose is Purpose.TITLE_ONLY else None
    fitting = [t for t in candidates if _fits(t, wish.purpose) and t.has_room_for(place)]
    return min(fitting, key=lambda traits: cost_of(traits, wish), default=None)


def _fits(traits: Traits, purpose: Purpose) -> bool:
    """Tell whether a layout's structure is that of the purpose."""
    return _TESTS[purpose](traits)


def _is_title(traits: Traits) -> bool:
    if traits.title is None:
        return False
    if traits.contents:
        # a cover with a place for a picture is one without it, too
        pictured = traits.contents == len(traits.pictures) and not traits.title_is_upper
        return pictured and Purpose.TITLE in traits.hints
    subtitled = any(slot.placeholder.type == "subTitle" for slot in traits.layout.slots)
    named = Purpose.TITLE in traits.hints and not traits.title_is_a_line
    return traits.is_cover or subtitled or named


def _is_section(traits: Traits) -> bool:
    if traits.title_is_page:
        return False
    named = Purpose.SECTION in traits.hints or traits.declared is Purpose.SECTION
    if traits.title is None or (traits.is_cover and not named):
        return False
    if traits.hints & {Purpose.CLOSING, Purpose.AGENDA} and not named:
        return False
    if traits.contents:
        return named and not traits.title_is_upper
    return named or not traits.title_is_upper or _is_divider(traits)


def _is_divider(traits: Traits) -> bool:
    """Tell whether nothing but a title and a line below it stand well down the page."""
    subtitled = traits.count(Role.SUBTITLE) > 0
    return subtitled and traits.title_middle > _DIVIDER


def _is_body_page(traits: Traits) -> bool:
    return traits.title is not None and traits.contents == len(traits.bodies)


def _is_content(traits: Traits) -> bool:
    return (
        _is_body_page(traits)
        and len(traits.bodies) == 1
        and has_body(traits)
        and _is_titled(traits)
        and not traits.is_vertical
        and traits.count(Role.HEADING, Role.CAPTION, Role.QUOTE) == 0
        and (Purpose.CONTENT in traits.hints or not traits.hints & OTHER_KINDS)
    )


def _is_titled(traits: Traits) -> bool:
    """Tell whether the title is above the content, or beside or below it where that is said."""
    headed = traits.title_is_above and traits.title_is_upper
    beside = traits.title_is_beside and traits.declared in {None, Purpose.CONTENT}
    return headed or beside or traits.is_titled_below(Purpose.CONTENT)


def _is_two_contents(traits: Traits) -> bool:
    return _is_body_page(traits) and traits.is_two_columns and traits.count(Role.HEADING) == 0


def _is_comparison(traits: Traits) -> bool:
    return _is_body_page(traits) and traits.is_two_columns and traits.count(Role.HEADING) == 2


def _is_three_contents(traits: Traits) -> bool:
    in_three = len(traits.bodies) == 3 and traits.is_side_by_side
    return _is_body_page(traits) and in_three and traits.count(Role.HEADING) in {0, 3}


def _is_picture_with_text(traits: Traits) -> bool:
    return (
        traits.title is not None
        and len(traits.pictures) == 1
        and traits.contents - len(traits.bodies) == 1
        and traits.count(Role.CAPTION, Role.BODY) == 1
        and traits.share(traits.pictures) >= _LEAST_PICTURE
        and traits.text_is_clear_of_pictures
    )


def _is_pictures(traits: Traits) -> bool:
    return len(traits.pictures) > 1 and traits.title is not None and not traits.bodies


def _is_title_only(traits: Traits) -> bool:
    return (
        traits.contents == 0
        and (traits.title_is_upper or traits.is_titled_below(Purpose.TITLE_ONLY))
        and not traits.is_cover
        and traits.declared is not Purpose.SECTION
        and traits.count(Role.HEADING, Role.CAPTION, Role.QUOTE) == 0
        and not traits.hints & OTHER_KINDS
    )


def _is_quote(traits: Traits) -> bool:
    return traits.count(Role.QUOTE) > 0 or Purpose.QUOTE in traits.hints


def _is_closing(traits: Traits) -> bool:
    named = Purpose.CLOSING in traits.hints
    return named and traits.title is not None and traits.contents == 0


def _is_display(purpose: Purpose) -> Callable[[Traits], bool]:
    """Return a test for a page of a title and a few words as display type, which a name tells."""
    return lambda traits: (
        purpose in traits.hints
        and _is_body_page(traits)
        and len(traits.bodies) == 1
        and traits.title_is_above
        and not traits.title_is_display
        and not traits.is_vertical
    )


def _is_agenda(traits: Traits) -> bool:
    return Purpose.AGENDA in traits.hints and traits.title is not None


def _is_blank(traits: Traits) -> bool:
    texts = traits.count(Role.TITLE, Role.SUBTITLE, Role.CAPTION, Role.HEADING, Role.QUOTE)
    return traits.contents + texts == 0 and Purpose.CLOSING not in traits.hints


_TESTS: Final[dict[Purpose, Callable[[Traits], bool]]] = {
    Purpose.TITLE: _is_title,
    Purpose.SECTION: _is_section,
    Purpose.CONTENT: _is_content,
    Purpose.TWO_CONTENTS: _is_two_contents,
    Purpose.COMPARISON: _is_comparison,
    Purpose.THREE_CONTENTS: _is_three_contents,
    Purpose.PICTURE_CAPTION: _is_picture_with_text,
    Purpose.PICTURES: _is_pictures,
    Purpose.TITLE_ONLY: _is_title_only,
    Purpose.QUOTE: _is_quote,
    Purpose.STATEMENT: _is_display(Purpose.STATEMENT),
    Purpose.BIG_NUMBER: _is_display(Purpose.BIG_NUMBER),
    Purpose.CLOSING: _is_closing,
    Purpose.AGENDA: _is_agenda,
    Purpose.BLANK: _is_blank,
}
