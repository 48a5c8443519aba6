"""What authors name and what slides are for -> layouts of the template, and what it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.diagnostics import diagnose
from deckgen.guesses import Guesses
from deckgen.template.choose import choose, find
from deckgen.template.compose import composed
from deckgen.template.model import FURNITURE, Role
from deckgen.template.purposes import Purpose
from deckgen.template.traits import looks_like, traits_of

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostic
    from deckgen.geometry import Rect, Size
    from deckgen.layout.desk import Desk
    from deckgen.spec.kinds import Word
    from deckgen.template.model import Layout, Slot
    from deckgen.template.own import OwnSlide

_EXPECTED: Final = frozenset({Purpose.TITLE, Purpose.SECTION, Purpose.CONTENT})
"""What every template should have a layout for; for the rest others serve as well."""

_NEAR: Final = 0.02
"""The share of the slide up to which what stands at the foot of two pages is in one place."""
_ALIKE: Final = 0.15
"""The share by which texts may differ in size that are taken for alike."""


class LayoutChoice:
    """Chooses layouts for a slide, and notes what there is to say of that.

    `lacking` has what the template has no layout for, and which serves instead.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk: Final = desk
        self._template: Final = desk.template
        self._settings: Final = desk.settings
        self.told: Final[list[Diagnostic]] = []
        self.lacking: Final[dict[Purpose, str]] = {}

    def named(self, name: Word | None) -> Layout | None:
        """Return the layout that the author names, or None; an unknown name is reported."""
        if name is None:
            return None
        found = find(self._template, name.text)
        if found is None:
            names = [layout.name for layout in self._template.layouts]
            near = Guesses().closest(name.text, names)
            hints = [f"did you mean `{near}`?"] if near else []
            hints.append("its layouts are " + ", ".join(f"`{one}`" for one in names))
            message = f"the template has no layout `{name.text}`"
            self.told.append(diagnose(codes.UNKNOWN_LAYOUT, name.span, message, hints=hints))
            return None
        return self._desk.shaped(found)

    def set_for(self, purpose: Purpose) -> Layout | None:
        """Return the layout that the author has set for a purpose."""
        return self.named(self._settings.named.get(purpose))

    def own(self, purpose: Purpose) -> Layout | None:
        """Return the layout that the template has for just this purpose."""
        choice = choose(self._template, purpose)
        if choice is None or not choice.exact:
            return None
        return self._desk.shaped(choice.layout)

    def of(self, purpose: Purpose) -> Layout:
        """Return the layout that the author wants for a purpose, else the one that suits it best.

        Where the template has none of its own for what every deck needs, that is noted.
        """
        named = self.set_for(purpose)
        if named is not None:
            return named
        choice = choose(self._template, purpose)
        assert choice is not None, "templates without layouts are given one"
        if not choice.exact and purpose in _EXPECTED:
            self.lacking.setdefault(purpose, choice.layout.name)
        return self._desk.shaped(choice.layout)

    def for_title_alone(self) -> Layout:
        """Return the layout for a title without anything below it: that of dividers.

        A template without one lacks it only if there are dividers in the deck.
        """
        named, choice = self.set_for(Purpose.SECTION), choose(self._template, Purpose.SECTION)
        assert choice is not None, "templates without layouts are given one"
        return named or self._desk.shaped(choice.layout)

    def of_two(self) -> Layout | None:
        """Return the layout that the author has set for two contents, else the template's own.

        One with titles or text that look otherwise than on the pages around it is not taken.
        """
        named, own = self.set_for(Purpose.TWO_CONTENTS), self.own(Purpose.TWO_CONTENTS)
        if named is not None or own is None:
            return named
        content = self.of(Purpose.CONTENT)
        alike = _alike(own.first(Role.BODY), content.first(Role.BODY))
        return own if alike and self._is_like(own, content) else None

    def of_pictures(self) -> Layout:
        """Return the layout for pictures that have all the room below a title."""
        found, content = self.of(Purpose.TITLE_ONLY), self.of(Purpose.CONTENT)
        return found if self._is_like(found, content) else content

    def untitled(self) -> Layout | None:
        """Return the template's blank layout where it looks like that for content, but the title.

        Where it does not, content without a title stands on the layout for content as well.
        """
        blank = self.own(Purpose.BLANK)
        return blank if blank is not None and self._looks_like_content(blank) else None

    def _is_like(self, one: Layout, content: Layout) -> bool:
        """Tell whether a layout looks like that for content, drawings, titles and footers."""
        footed = _footed_alike(one, content, self._template.slide_size)
        return _titled_alike(one, content) and footed and self._looks_like_content(one)

    def _looks_like_content(self, one: Layout) -> bool:
        """Tell whether what is drawn is the same, on a page without a title but for its bar."""
        content, size = self.of(Purpose.CONTENT), self._template.slide_size
        untitled = one.first(Role.TITLE) is None
        key = ("looks like", one.part, content.part)
        return self._desk.once(key, lambda: looks_like(one, content, size, untitled=untitled))

    def across(self) -> Layout | None:
        """Return the blank layout with a title on top of it, None where the template has none."""
        choice = choose(self._template, Purpose.BLANK)
        if choice is None or not choice.exact:
            return None
        blank = traits_of(choice.layout, self._template.slide_size)
        return self._desk.shaped(composed(blank, Purpose.TITLE_ONLY, self._template))

    def for_columns(self, count: int, *, titled: bool) -> Layout | None:
        """Return the template's own layout for so many columns, with places for titles or not."""
        if count == 2:
            return self.own(Purpose.COMPARISON) if titled else self.of_two()
        return self.own(Purpose.THREE_CONTENTS) if count == 3 else None

    def used(self, wanted: Word) -> OwnSlide | None:
        """Return the slide of the template that is taken over; one that it lacks is reported."""
        from deckgen.template.own import find_own, own_slides  # few decks use any

        found = find_own(self._template, wanted.text)
        if found is None:
            titles = [own.title or "without a title" for own in own_slides(self._template)]
            listed = ", ".join(f"{number} (`{title}`)" for number, title in enumerate(titles, 1))
            hint = f"its slides are {listed}" if titles else "the template carries no slides"
            message = f"the template has no slide `{wanted.text}`"
            code = codes.UNKNOWN_TEMPLATE_SLIDE
            self.told.append(diagnose(code, wanted.span, message, hints=[hint]))
        return found


def _titled_alike(one: Layout, other: Layout) -> bool:
    """Tell whether titles look alike on two layouts, as far as that is seen from page to page."""
    return _alike(one.first(Role.TITLE), other.first(Role.TITLE))


def _footed_alike(one: Layout, content: Layout, size: Size) -> bool:
    """Tell whether what a layout has places for at its foot has them where content has it.

    What it has no place for stands where it does below content.
    """
    near = (size.width + size.height) * _NEAR
    pairs = ((one.first(role), content.first(role)) for role in FURNITURE)
    return all(
        slot is None or (other is not None and _apart(slot.box, other.box) <= near)
        for slot, other in pairs
    )


def _apart(one: Rect, other: Rect) -> int:
    """Return how far the middles of two boxes are from each other, across and down together."""
    across = abs((one.x + one.right) - (other.x + other.right))
    return (across + abs((one.y + one.bottom) - (other.y + other.bottom))) // 2


def _alike(one: Slot | None, other: Slot | None) -> bool:
    """Tell whether text looks alike in two places, as far as there are both."""
    if one is None or other is None:
        return True
    first, second = one.levels[0], other.levels[0]
    return (
        abs(first.size - second.size) <= second.size * _ALIKE
        and first.color == second.color
        and first.bold is second.bold
        and first.align is second.align
    )
