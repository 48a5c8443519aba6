"""Slots with the roles of their types -> slots with the roles that name and place give them.

A placeholder of type `body` is a designer's text box with a prompt: it may be the content, but also
a column's heading, a caption, an author's name or a legal notice. Content must not land in those.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from deckgen.geometry import Rect, Size
from deckgen.records import Struct, replace
from deckgen.template.model import Role, Slot
from deckgen.template.purposes import is_numeral, plain
from deckgen.units import Emu

_NAMES: Final = {
    Role.QUOTE: "quot 引用 zitat citat citaç citazione 인용",
    Role.ORDINAL: (
        "sectionnumber chapternumber セクション番号 章番号 abschnittsnummer kapitelnummer"
        " numérodesection númerodesección númerodaseção numerosezione avsnittsnummer"
        " 章节编号 章節編號"
    ),
    Role.NOTICE: (
        "notice legal disclaim copyright trademark footnote 注記 脚注 商標 免責 著作権 注意書"
        " hinweis fussnote rechtlich mentionslégales aviso 脚註 각주 版权 版權"
    ),
    Role.LABEL: (
        "confidential classification sensitivity 社外秘 機密 取扱区分 vertraulich klassifizierung"
        " confidentialité confidencial riservatezza 密级 機密等級 대외비"
    ),
    Role.AUTHOR: (
        "author presenter speaker attribution 発表者 作成者 著者 氏名 所属 講演者 登壇者 出典 autor"
        " auteur referent vortragend présentat 作者 演讲人 演講者 发言人 발표자 저자"
    ),
    Role.SUBTITLE: (
        "subtitle subhead サブタイトル 副題 untertitel soustitre subtítulo 副标题 副標題 부제"
    ),
}
"""Words in the names and prompts of placeholders that tell their use, the surest first."""

_WORDS: Final = {role: tuple(words.split()) for role, words in _NAMES.items()}
_CONTENT: Final = frozenset({Role.BODY, Role.PICTURE, Role.TABLE, Role.CHART})
_SMALL_LINES: Final = 2.2
_SMALL_AREA: Final = 0.04
_LARGE_AREA: Final = 0.2
_NEAR: Final = 0.08
_SMALL_HEIGHT: Final = 0.125
_ABOUT: Final = 0.7
_WIDE: Final = 0.4
_TOP: Final = 0.25
_BOTTOM: Final = 0.8
_UPPER: Final = 0.35
"""How far down the heading of a page of text reaches, as a share of the slide's height."""
_PAGE: Final = 0.4
"""The share of the slide from which text below a heading is the content of a page."""
_TITLE_LINES: Final = 4
_LEADING: Final = 1.15
"""How much larger than all other text a line on top is that serves as the title."""
_LEFT: Final = 0.25
"""Where it starts at the most, as a share of the slide's width: beyond it is something else."""
_TEXT_TYPES: Final = frozenset({"body", "subTitle"})
_COVER_LAYOUTS: Final = frozenset({"title", "secHead"})
_COVER_TYPES: Final = frozenset({"body", "subTitle", "obj", None})
_HEADING: Final = 1.5
"""How much larger than a cover's title its text must be to be what is read first."""


def assign_roles(
    slots: tuple[Slot, ...], layout_type: str | None, slide_size: Size, *, is_cover: bool = False
) -> tuple[Slot, ...]:
    """Return the slots of a layout, each with the role that it has among the others.

    `is_cover` says that the layout's name speaks of a cover, a divider or a last page.
    """
    slots = _with_one_title(slots)
    heading = _heading(slots, slide_size) if is_cover else None
    if heading is not None:
        slots = tuple(_titled(slot, heading) for slot in slots)
    headed = heading is not None or (is_cover and _has_low_title(slots, slide_size))
    scene = _Scene(slots, layout_type, slide_size, headed=headed)
    slots = tuple(_as(slot, scene.role(slot)) for slot in slots)
    if any(slot.role is Role.TITLE for slot in slots):
        return slots
    heading = _title_in_effect(slots, slide_size)
    if heading is not None:
        return tuple(_as(slot, Role.TITLE) if slot is heading else slot for slot in slots)
    heading = _largest_on_top(slots, slide_size)
    return tuple(_across(slot, slide_size) if slot is heading else slot for slot in slots)


def _as(slot: Slot, role: Role) -> Slot:
    return slot if slot.role is role else replace(slot, role=role)


def _with_one_title(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the slots with one title, others as text of no known use, or for a number.

    A page's title has no index (19.3.1.36). Dividers of some galleries declare the place for their
    number, which is set larger, to be a title as well.
    """
    titles = [slot for slot in slots if slot.role is Role.TITLE]
    if len(titles) < 2:
        return slots
    chosen = max(
        titles,
        key=lambda slot: (
            not is_numeral(slot.prompt),
            slot.placeholder.idx is None,
            slot.levels[0].size,
        ),
    )
    numbers = [slot for slot in titles if slot is not chosen and is_numeral(slot.prompt)]
    other = {id(slot): Role.OTHER for slot in titles if slot is not chosen}
    if len(numbers) == 1:
        other[id(numbers[0])] = Role.ORDINAL
    return tuple(_as(slot, other.get(id(slot), slot.role)) for slot in slots)


def _titled(slot: Slot, heading: Slot) -> Slot:
    """Return a slot of a cover whose heading is the title, whatever was declared to be that."""
    if slot is heading:
        return _as(slot, Role.TITLE)
    return _as(slot, Role.OTHER) if slot.role is Role.TITLE else slot


def _heading(slots: tuple[Slot, ...], slide_size: Size) -> Slot | None:
    """Return the text of a cover that is set so large that it, and no title, is its heading.

    Large numbers of chapters are set in narrow boxes.
    """
    texts = [
        slot
        for slot in slots
        if slot.placeholder.type in _COVER_TYPES and slot.box.width > slide_size.width * _WIDE
    ]
    largest = max(texts, key=lambda slot: slot.levels[0].size, default=None)
    title = next((slot for slot in slots if slot.role is Role.TITLE), None)
    if largest is None or title is None:
        return largest
    return largest if largest.levels[0].size > title.levels[0].size * _HEADING else None


def _has_low_title(slots: tuple[Slot, ...], slide_size: Size) -> bool:
    """Tell whether a title starts below the upper part of a slide, where headings are."""
    return any(
        slot.role is Role.TITLE and slot.box.y > slide_size.height * _UPPER for slot in slots
    )


def _title_in_effect(slots: tuple[Slot, ...], slide_size: Size) -> Slot | None:
    """Return the strip of text on top of a layout without a title, if there is one."""
    texts = [slot for slot in slots if slot.placeholder.type in _TEXT_TYPES]
    top = min(texts, key=lambda slot: slot.box.y, default=None)
    if top is None or top.box.bottom > slide_size.height * _TOP:
        return None
    below = [slot for slot in slots if slot.role in _CONTENT and slot.box.y > top.box.y]
    is_strip = top.box.width > slide_size.width * _WIDE and _lines(top) <= _TITLE_LINES
    return top if below and is_strip else None


def _largest_on_top(slots: tuple[Slot, ...], slide_size: Size) -> Slot | None:
    """Return the line on top that is set larger than all other text of a layout, if there is one.

    Some designers make all places for text alike, and leave the kinds aside.
    """
    texts = sorted(
        (slot for slot in slots if slot.placeholder.type in _TEXT_TYPES),
        key=lambda slot: slot.levels[0].size,
    )
    if len(texts) < 2:
        return None
    *_, next_largest, largest = texts
    leads = largest.levels[0].size >= next_largest.levels[0].size * _LEADING
    is_upper = largest.box.bottom <= slide_size.height * _TOP
    at_left = largest.box.x < slide_size.width * _LEFT
    return largest if leads and is_upper and at_left and _lines(largest) <= _TITLE_LINES else None


def _across(slot: Slot, slide_size: Size) -> Slot:
    """Return a line on top as a title, which goes across the page however few words were tried."""
    width = max(slot.box.width, slide_size.width - slot.box.x * 2)
    box = replace(slot.box, width=width)
    return replace(slot, role=Role.TITLE, box=box, inherited=slot.inherited or slot.box)


class _Scene(Struct, frozen=True, dict=True):
    """The slots of a layout, among which one of them is judged.

    One that is `headed` is a cover on which a text was found to be the title, or that is named as
    one and has its title where no page of text has it.
    """

    slots: tuple[Slot, ...]
    layout_type: str | None
    slide_size: Size
    headed: bool = False

    @cached_property
    def is_divider(self) -> bool:
        """Whether this is a cover or divider on which one place is for a number."""
        is_cover = self.headed or self.layout_type in _COVER_LAYOUTS
        return is_cover and sum(is_numeral(slot.prompt) for slot in self.slots) == 1

    def role(self, slot: Slot) -> Role:
        """Return the role of a slot: its own, unless it is text of a special use."""
        if slot.role is not Role.BODY:
            return slot.role
        if self.is_divider and is_numeral(slot.prompt):
            return Role.ORDINAL
        if self.headed and self._share(slot.box) <= _LARGE_AREA:
            return self._by_name(slot) or self._on_cover(slot)
        if slot.placeholder.type == "body":
            return self._by_name(slot) or self._by_layout(slot) or self._by_place(slot)
        return Role.OTHER if _lines(slot) < 1 else Role.BODY

    def _by_name(self, slot: Slot) -> Role | None:
        words = f"{plain(slot.name)}\n{plain(slot.prompt)}"
        is_large = self._share(slot.box) > _LARGE_AREA
        for role, known in _WORDS.items():
            if any(word in words for word in known) and (role is Role.QUOTE or not is_large):
                return role
        return None

    def _by_layout(self, slot: Slot) -> Role | None:
        match self.layout_type:
            case "title" | "secHead":
                return None if self._fills_page(slot) else self._on_cover(slot)
            case "objTx" | "picTx":
                return Role.CAPTION
            case "twoTxTwoObj":
                return Role.HEADING if self._below(slot) else None
            case _ if any(other.placeholder.type == "ctrTitle" for other in self.slots):
                return self._on_cover(slot)
            case _:
                return None

    def _fills_page(self, slot: Slot) -> bool:
        """Tell whether text takes up most of a page below a heading, whatever it is a copy of."""
        titles = [other.box for other in self.slots if other.role is Role.TITLE]
        below = any(
            title.bottom <= min(slot.box.y, self.slide_size.height * _UPPER) for title in titles
        )
        return below and self._share(slot.box) > _PAGE

    def _on_cover(self, slot: Slot) -> Role:
        """Return the role of text on a cover: the largest is the subtitle, if there is no other."""
        if any(other.role is Role.SUBTITLE for other in self.slots):
            return Role.OTHER
        return Role.SUBTITLE if slot is self._largest_free else Role.OTHER

    @property
    def _text_types(self) -> frozenset[str | None]:
        return _COVER_TYPES if self.headed else frozenset({"body"})

    @cached_property
    def _largest_free(self) -> Slot | None:
        """The largest text of which no name tells another use."""
        texts = [
            other
            for other in self.slots
            if other.placeholder.type in self._text_types and other.role is not Role.TITLE
        ]
        free = [text for text in texts if self._by_name(text) in (None, Role.SUBTITLE)]
        return max(free, key=lambda text: text.box.area, default=None)

    def _by_place(self, slot: Slot) -> Role:
        if not self._is_small(slot):
            return Role.CAPTION if self._is_beside_larger_picture(slot) else Role.BODY
        if slot.box.y > self.slide_size.height * _BOTTOM:
            return Role.NOTICE
        if self._is_under_title(slot):
            return Role.SUBTITLE
        if self._below(slot):
            return Role.HEADING
        return Role.CAPTION if self._touches_picture(slot) else Role.OTHER

    def _share(self, box: Rect) -> float:
        return box.area / self.slide_size.area

    def _is_small(self, slot: Slot) -> bool:
        """Tell whether a slot is too small for content: a line or two, or a strip."""
        return (
            _lines(slot) < _SMALL_LINES
            or self._share(slot.box) < _SMALL_AREA
            or slot.box.height < self.slide_size.height * _SMALL_HEIGHT
        )

    def _below(self, slot: Slot) -> bool:
        """Tell whether a larger slot for content starts right below and is about as wide."""
        return any(
            other is not slot
            and other.role in _CONTENT
            and other.box.height > slot.box.height * 1.5
            and _gap(slot.box, other.box) + slot.box.height // 4 >= 0
            and _gap(slot.box, other.box) < self.slide_size.height * _NEAR
            and _common_width(slot.box, other.box) > _ABOUT
            for other in self.slots
        )

    def _pictures(self) -> list[Slot]:
        return [other for other in self.slots if other.role is Role.PICTURE]

    def _is_beside_larger_picture(self, slot: Slot) -> bool:
        """Tell whether the only text is small beside the picture: a caption, not the content."""
        texts = [other for other in self.slots if other.role is Role.BODY]
        return len(texts) == 1 and any(
            picture.box.area > 2 * slot.box.area for picture in self._pictures()
        )

    def _touches_picture(self, slot: Slot) -> bool:
        near = self.slide_size.height * _NEAR
        around = Rect(
            slot.box.x - near,
            slot.box.y - near,
            slot.box.width + near * 2,
            slot.box.height + near * 2,
        )
        return any(around.overlaps(picture.box) for picture in self._pictures())

    def _is_under_title(self, slot: Slot) -> bool:
        """Tell whether a slot starts right under the title and is about as wide."""
        titles = [other.box for other in self.slots if other.role is Role.TITLE]
        return any(
            abs(_gap(title, slot.box)) < self.slide_size.height * _NEAR
            and slot.box.width > title.width * _ABOUT
            and _common_width(title, slot.box) > _ABOUT
            for title in titles
        )


def _lines(slot: Slot) -> float:
    """Return how many lines of its own text a slot has room for."""
    leading = slot.levels[0].leading
    return slot.content.height / leading if leading > 0 else 0.0


def _gap(upper: Rect, lower: Rect) -> Emu:
    return lower.y - upper.bottom


def _common_width(one: Rect, other: Rect) -> float:
    """Return what share of the narrower box's width both boxes have in common."""
    common = min(one.right, other.right) - max(one.x, other.x)
    return common / max(1, min(one.width, other.width))
