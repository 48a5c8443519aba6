"""Boxes of which corners are round, snipped or scooped, and frames of boxes."""

from __future__ import annotations

from typing import Final

from deckgen.draw.figures.form import (
    DARKER,
    LESS_DARK,
    LESS_LIGHT,
    LIGHTER,
    Contour,
    Contours,
    Maker,
    ShapeSize,
    plain,
    polygon,
)
from deckgen.draw.figures.pencil import Pencil

_SIXTH: Final = 1 / 6
_HALF: Final = 0.5


def box(form: ShapeSize) -> Contours:
    """Return the box itself."""
    return plain(Pencil().box(0, 0, form.width, form.height))


def _cornered(form: ShapeSize, shares: tuple[float, ...], kinds: str) -> Contours:
    """Return a box with corners of a kind each: `r`ound, `s`nipped or scooped (`c`).

    Shares are those of the shorter side that corners take, from the top left one clockwise.
    """
    width, height, pencil = form.width, form.height, Pencil()
    corners = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]
    for number, ((x, y), share, kind) in enumerate(zip(corners, shares, kinds, strict=True)):
        size = form.short * share
        inward = (1 if x == 0 or number in {0, 3} else -1, 1 if number in {0, 1} else -1)
        upright = (x, y + inward[1] * size)
        level = (x + inward[0] * size, y)
        first, last = (upright, level) if number in {0, 2} else (level, upright)
        if number:
            pencil.lines(first)
        else:
            pencil.move(*first)
        if not size:
            continue
        if kind == "r":
            pencil.quarter(size, size, 2 + number)
        elif kind == "c":
            pencil.quarter(size, size, 1 + number, -1)
        else:
            pencil.lines(last)
    return plain(pencil.close())


def _rounded(form: ShapeSize) -> Contours:
    share = form.share("adj", _SIXTH, _HALF)
    return _cornered(form, (share,) * 4, "rrrr")


def _one(kind: str) -> Maker:
    return lambda form: _cornered(
        form, (0.0, form.share("adj", _SIXTH, _HALF), 0.0, 0.0), f"r{kind}rr"
    )


def _pairs(kind: str, usual: tuple[float, float], *, same: bool) -> Maker:
    """Return the maker of a box with two pairs of like corners: above and below, or across."""

    def make(form: ShapeSize) -> Contours:
        one, other = form.share("adj1", usual[0], _HALF), form.share("adj2", usual[1], _HALF)
        shares = (one, one, other, other) if same else (one, other, one, other)
        return _cornered(form, shares, kind * 4)

    return make


def _snipped_and_round(form: ShapeSize) -> Contours:
    one, other = form.share("adj1", _SIXTH, _HALF), form.share("adj2", _SIXTH, _HALF)
    return _cornered(form, (one, other, 0.0, 0.0), "rsrr")


def _plaque(form: ShapeSize) -> Contours:
    return _cornered(form, (form.share("adj", _SIXTH, _HALF),) * 4, "cccc")


def _octagon(form: ShapeSize) -> Contours:
    return _cornered(form, (form.share("adj", 0.29289, _HALF),) * 4, "ssss")


def _frame(form: ShapeSize) -> Contours:
    edge = form.short * form.share("adj1", 0.125, _HALF)
    width, height = form.width - 2 * edge, form.height - 2 * edge
    inner = [
        (edge, edge),
        (edge, edge + height),
        (edge + width, edge + height),
        (edge + width, edge),
    ]
    return plain(Pencil().box(0, 0, form.width, form.height).polygon(inner))


def _half_frame(form: ShapeSize) -> Contours:
    width, height, short = form.width, form.height, form.short
    across = short * form.share("adj2", 1 / 3, form.reach(width))
    slope = height / width if width else 0.0
    room = form.reach(height - across * slope)
    down = short * form.share("adj1", 1 / 3, max(0.0, room))
    return polygon(
        [
            (0, 0),
            (width, 0),
            (width - (down / slope if slope else 0.0), down),
            (across, down),
            (across, height - across * slope),
            (0, height),
        ]
    )


def _corner(form: ShapeSize) -> Contours:
    width, height = form.width, form.height
    down = form.short * form.share("adj1", _HALF, form.reach(height))
    across = form.short * form.share("adj2", _HALF, form.reach(width))
    return polygon(
        [
            (0, 0),
            (across, 0),
            (across, height - down),
            (width, height - down),
            (width, height),
            (0, height),
        ]
    )


def _diagonal_stripe(form: ShapeSize) -> Contours:
    share = form.share("adj", _HALF)
    width, height = form.width, form.height
    return polygon([(0, height * share), (width * share, 0), (width, 0), (0, height)])


def _plus(form: ShapeSize) -> Contours:
    width, height = form.width, form.height
    edge = form.short * form.share("adj", 0.25, _HALF)
    right, low = width - edge, height - edge
    return polygon(
        [
            *((0, edge), (edge, edge), (edge, 0), (right, 0), (right, edge), (width, edge)),
            *((width, low), (right, low), (right, height), (edge, height), (edge, low), (0, low)),
        ]
    )


def _bevel(form: ShapeSize) -> Contours:
    width, height = form.width, form.height
    edge = form.short * form.share("adj", 0.125, _HALF)
    right, low = width - edge, height - edge
    outer = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]
    inner = [(edge, edge), (right, edge), (right, low), (edge, low)]
    sides = []
    for at, shade in enumerate((LESS_LIGHT, DARKER, LESS_DARK, LIGHTER)):
        to = (at + 1) % 4
        side = Pencil().polygon([outer[at], outer[to], inner[to], inner[at]])
        sides.append(Contour(side.drawn, shade=shade))
    return (Contour(Pencil().polygon(inner).drawn), *sides)


def _folded(form: ShapeSize) -> Contours:
    width, height = form.width, form.height
    size = form.short * form.share("adj", _SIXTH, _HALF)
    left, top, nick = width - size, height - size, size / 5
    sheet = Pencil().polygon([(0, 0), (width, 0), (width, top), (left, height), (0, height)])
    flap = Pencil().polygon([(left, height), (left + nick, top + nick), (width, top)])
    return Contour(sheet.drawn), Contour(flap.drawn, shade=LESS_DARK)


def _cube(form: ShapeSize) -> Contours:
    width, height = form.width, form.height
    deep = form.short * form.share("adj", 0.25)
    right = width - deep
    top = Pencil().polygon([(0, deep), (deep, 0), (width, 0), (right, deep)])
    side = Pencil().polygon([(right, deep), (width, 0), (width, height - deep), (right, height)])
    return (
        Contour(Pencil().box(0, deep, right, height - deep).drawn),
        Contour(top.drawn, shade=LESS_LIGHT),
        Contour(side.drawn, shade=LESS_DARK),
    )


CORNERS: Final[dict[str, Maker]] = {
    "rect": box,
    "flowChartProcess": box,
    "actionButtonBlank": box,
    "roundRect": _rounded,
    "flowChartAlternateProcess": lambda form: _cornered(form, (_SIXTH,) * 4, "rrrr"),
    "round1Rect": _one("r"),
    "round2SameRect": _pairs("r", (_SIXTH, 0.0), same=True),
    "round2DiagRect": _pairs("r", (_SIXTH, 0.0), same=False),
    "snip1Rect": _one("s"),
    "snip2SameRect": _pairs("s", (_SIXTH, 0.0), same=True),
    "snip2DiagRect": _pairs("s", (0.0, _SIXTH), same=False),
    "snipRoundRect": _snipped_and_round,
    "plaque": _plaque,
    "octagon": _octagon,
    "frame": _frame,
    "halfFrame": _half_frame,
    "corner": _corner,
    "diagStripe": _diagonal_stripe,
    "plus": _plus,
    "bevel": _bevel,
    "foldedCorner": _folded,
    "cube": _cube,
}
"""The boxes by the names that files give them."""
