"""Points and lengths in pixels -> SVG path data and simple plane geometry."""

import math
from collections.abc import Iterator, Sequence

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, width, height."""


def lerp(start: Point, end: Point, share: float) -> Point:
    """Return the point `share` of the way from `start` to `end`."""
    return (
        start[0] + (end[0] - start[0]) * share,
        start[1] + (end[1] - start[1]) * share,
    )


def polar(centre: Point, radius: float, degrees: float) -> Point:
    """Return the point at `radius` from `centre`, the angle clockwise from three o'clock."""
    angle = math.radians(degrees)
    return (centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle))


def scatter(seed: int) -> Iterator[float]:
    """Endless repeatable values in [0, 1), the same on every machine."""
    state = seed * 2654435761 % 2**32 or 1
    while True:
        state = (1664525 * state + 1013904223) % 2**32
        yield state / 2**32


def polygon(points: Sequence[Point]) -> str:
    """Path data of a closed straight-sided outline."""
    return polyline(points) + "Z"


def polyline(points: Sequence[Point]) -> str:
    """Path data of an open straight-sided line."""
    return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points)


def smooth(points: Sequence[Point], *, closed: bool = True) -> str:
    """Path data of a curve through all the points (Catmull-Rom)."""
    count = len(points)

    def at(index: int) -> Point:
        return points[index % count] if closed else points[min(max(index, 0), count - 1)]

    data = [f"M{points[0][0]:.2f} {points[0][1]:.2f}"]
    for index in range(count if closed else count - 1):
        before, start, end, after = (at(index + step) for step in (-1, 0, 1, 2))
        data.append(
            f"C{start[0] + (end[0] - before[0]) / 6:.2f} {start[1] + (end[1] - before[1]) / 6:.2f} "
            f"{end[0] - (after[0] - start[0]) / 6:.2f} {end[1] - (after[1] - start[1]) / 6:.2f} "
            f"{end[0]:.2f} {end[1]:.2f}"
        )
    return "".join(data) + ("Z" if closed else "")


def capsule(start: Point, end: Point, radii: tuple[float, float]) -> str:
    """Path data of two discs and the band tangent to both: one segment of a limb."""
    first, second = radii
    length = math.dist(start, end)
    if length <= abs(first - second):
        widest = max((first, start), (second, end))
        return disc(widest[1], widest[0])
    heading = math.atan2(end[1] - start[1], end[0] - start[0])
    spread = math.acos((first - second) / length)
    corners = [
        (centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle))
        for centre, radius, angle in (
            (start, first, heading + spread),
            (end, second, heading + spread),
            (end, second, heading - spread),
            (start, first, heading - spread),
        )
    ]
    return (
        f"M{corners[0][0]:.3f} {corners[0][1]:.3f}L{corners[1][0]:.3f} {corners[1][1]:.3f}"
        f"A{second:.3f} {second:.3f} 0 {int(spread > math.pi / 2)} 0"
        f" {corners[2][0]:.3f} {corners[2][1]:.3f}"
        f"L{corners[3][0]:.3f} {corners[3][1]:.3f}"
        f"A{first:.3f} {first:.3f} 0 {int(spread < math.pi / 2)} 0"
        f" {corners[0][0]:.3f} {corners[0][1]:.3f}Z"
    )


def rectangle(box: Box) -> str:
    """Path data of an upright rectangle."""
    x, y, width, height = box
    return polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])


def disc(centre: Point, radius: float) -> str:
    """Path data of a full circle."""
    x, y = centre
    return (
        f"M{x - radius:.3f} {y:.3f}A{radius:.3f} {radius:.3f} 0 1 0 {x + radius:.3f} {y:.3f}"
        f"A{radius:.3f} {radius:.3f} 0 1 0 {x - radius:.3f} {y:.3f}Z"
    )


def bend(start: Point, end: Point, lengths: tuple[float, float], side: int) -> Point:
    """Return the middle joint of a two-bone limb from `start` to `end`, bent to one side (1 or -1).

    A target out of reach gives the joint on the straight line.
    """
    upper, lower = lengths
    reach = min(max(math.dist(start, end), 1e-6), upper + lower)
    heading = math.atan2(end[1] - start[1], end[0] - start[0])
    cosine = (upper**2 + reach**2 - lower**2) / (2 * upper * reach)
    angle = heading + side * math.acos(min(1.0, max(-1.0, cosine)))
    return (start[0] + upper * math.cos(angle), start[1] + upper * math.sin(angle))


def trace(*steps: str | Point) -> str:
    """Path data from SVG command letters, each followed by the points it takes."""
    return "".join(
        step if isinstance(step, str) else f" {step[0]:.2f} {step[1]:.2f}" for step in steps
    )


def arc(radii: Point, end: Point, *, clockwise: bool) -> str:
    """Path data of the shorter elliptical arc to `end`."""
    return f"A{radii[0]:.2f} {radii[1]:.2f} 0 0 {int(clockwise)} {end[0]:.2f} {end[1]:.2f}"
