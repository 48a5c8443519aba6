"""A place on the floor of a hall -> the things on a stand, each in the stand's colour."""

from illustration import cloud
from illustration.canvas import Canvas
from illustration.geometry import Point, arc, disc, trace
from illustration.isometric import Block, View, draw_block, on_left, on_right, quad
from illustration.palette import (
    AMBER,
    CORAL,
    MINT,
    ORANGE,
    WHITE,
    darker,
    lighter,
)


def giveaways(canvas: Canvas, view: View, place: Point, colour: str) -> None:
    """Draw a table with piles of shirts and boxes."""
    x, y = place
    draw_block(canvas, view, Block((x, y, 0), (2.6, 1.0, 0.95)), lighter(colour, 0.15))
    draw_block(canvas, view, Block((x, y, 0.95), (2.6, 1.0, 0.06)), "#F4F8FC")
    for index, shade in enumerate((CORAL, "#F4F8FC", AMBER, "#0B2545")):
        for layer in range(3):
            block = Block((x + 0.15 + index * 0.6, y + 0.25, 1.02 + layer * 0.11), (0.46, 0.5, 0.1))
            draw_block(canvas, view, block, shade if layer % 2 else lighter(shade, 0.25))


def round_counter(canvas: Canvas, view: View, place: Point, colour: str) -> None:
    """Draw a drum-shaped desk with a column of screens rising from it."""
    _drum(canvas, view.at(*place), (view.unit * 1.5, view.unit * 1.0), "#F4F8FC")
    x, y = view.at(*place)
    band = view.unit * 1.5
    level = y - view.unit * 0.25
    rim = trace("M", (x - band, level)) + arc((band, band / 2), (x + band, level), clockwise=False)
    canvas.stroke(rim, colour, 9)
    _drum(canvas, view.at(*place, 1.0), (view.unit * 1.05, view.unit * 0.05), "#9DB4CE")
    column = Block((place[0] - 0.55, place[1] - 0.55, 1.0), (1.1, 1.1, 2.2))
    draw_block(canvas, view, column, lighter(colour, 0.1))
    for face in (on_left, on_right):
        canvas.polygon(
            quad(face, view, column, (0.1, 0.08, 0.9, 0.6)),
            "#123B74",
            stroke="#0A1830",
            stroke_width=3,
        )
        canvas.path(cloud.outline(face(view, column, (0.5, 0.34)), view.unit * 0.26), MINT)
        canvas.polygon(quad(face, view, column, (0.16, 0.7, 0.84, 0.76)), WHITE)
        canvas.polygon(quad(face, view, column, (0.16, 0.82, 0.6, 0.88)), AMBER)


def _drum(canvas: Canvas, foot: Point, size: Point, colour: str) -> None:
    x, y = foot
    radius, height = size
    wall = trace("M", (x - radius, y - height), "L", (x - radius, y))
    wall += arc((radius, radius / 2), (x + radius, y), clockwise=False)
    wall += trace("L", (x + radius, y - height), "Z")
    canvas.path(
        wall,
        canvas.horizontal(
            x - radius, x + radius, colour, darker(colour, 0.08), darker(colour, 0.4)
        ),
    )
    canvas.ellipse((x, y - height), (radius, radius / 2), lighter(colour, 0.4))


def counter(canvas: Canvas, view: View, place: Point, colour: str) -> None:
    """Draw a welcome desk with a screen and leaflets on it."""
    body = Block((*place, 0), (0.9, 2.4, 1.05))
    draw_block(canvas, view, body, "#F2F6FB")
    canvas.polygon(quad(on_right, view, body, (0.0, 0.72, 1.0, 0.9)), colour)
    canvas.polygon(quad(on_left, view, body, (0.0, 0.72, 1.0, 0.9)), lighter(colour, 0.2))
    emblem = on_right(view, body, (0.5, 0.42))
    canvas.path(cloud.outline(emblem, view.unit * 0.26), darker(colour, 0.1))
    draw_block(
        canvas, view, Block((place[0] + 0.3, place[1] + 0.5, 1.05), (0.08, 0.62, 0.42)), "#2A3B57"
    )
    draw_block(
        canvas, view, Block((place[0] + 0.3, place[1] + 1.6, 1.05), (0.3, 0.4, 0.08)), ORANGE
    )


def cabinet(canvas: Canvas, view: View, place: Point, colour: str) -> None:
    """Draw a server cabinet, its lights in the colour of the stand where all is well."""
    body = Block((*place, 0), (0.95, 0.9, 2.05))
    draw_block(canvas, view, body, "#3C5273")
    for row in range(9):
        top = 0.06 + row * 0.1
        canvas.polygon(quad(on_left, view, body, (0.1, top, 0.9, top + 0.07)), "#101D34")
        canvas.circle(
            on_left(view, body, (0.76, top + 0.035)),
            view.unit * 0.035,
            lighter(colour, 0.4) if row % 4 else AMBER,
        )


def pod(canvas: Canvas, view: View, place: Point, colour: str) -> None:
    """Draw a pedestal with a screen to try things on."""
    x, y = place
    draw_block(canvas, view, Block((x, y, 0), (0.7, 0.7, 1.0)), lighter(colour, 0.6))
    monitor = Block((x + 0.28, y - 0.15, 1.12), (0.1, 1.0, 0.68))
    draw_block(canvas, view, monitor, "#22314C")
    canvas.polygon(quad(on_right, view, monitor, (0.06, 0.1, 0.94, 0.9)), "#2C7FC4")
    canvas.polygon(quad(on_right, view, monitor, (0.14, 0.5, 0.6, 0.62)), WHITE)
    canvas.polygon(quad(on_right, view, monitor, (0.14, 0.24, 0.8, 0.36)), MINT)


def sofa(canvas: Canvas, view: View, place: Point, colour: str) -> None:
    """Draw a couch with its back to the left wall."""
    x, y = place
    shade = darker(colour, 0.1)
    draw_block(canvas, view, Block((x, y, 0), (0.3, 2.4, 0.85)), shade)
    draw_block(canvas, view, Block((x + 0.3, y, 0), (0.75, 2.4, 0.45)), lighter(colour, 0.1))
    draw_block(canvas, view, Block((x + 0.3, y + 2.2, 0), (0.75, 0.22, 0.66)), shade)


def table(canvas: Canvas, view: View, place: Point, colour: str) -> None:
    """Draw a round bar table with a cup on it."""
    foot, top = view.at(*place), view.at(*place, 1.05)
    canvas.ellipse(foot, (view.unit * 0.34, view.unit * 0.17), "#51678A")
    canvas.line([foot, top], "#7D93B2", view.unit * 0.08)
    canvas.ellipse((top[0], top[1] + 4), (view.unit * 0.52, view.unit * 0.26), "#93A9C4")
    canvas.ellipse(top, (view.unit * 0.52, view.unit * 0.26), "#F4F8FC")
    canvas.path(disc((top[0] - 5, top[1] - 3), view.unit * 0.07), colour)


def bush(canvas: Canvas, view: View, place: Point, colour: str) -> None:
    """Draw a shrub in a pot with a band of the stand's colour."""
    foot = view.at(*place)
    unit = view.unit
    canvas.rectangle(
        (foot[0] - unit * 0.2, foot[1] - unit * 0.36, unit * 0.4, unit * 0.42),
        "#E6EDF5",
        unit * 0.08,
    )
    band = (foot[0] - unit * 0.2, foot[1] - unit * 0.12, unit * 0.4, unit * 0.08)
    canvas.rectangle(band, colour)
    for across, up, size in (
        (-0.22, 0.6, 0.24),
        (0.22, 0.62, 0.24),
        (0, 0.56, 0.28),
        (-0.08, 0.92, 0.24),
        (0.1, 0.84, 0.22),
    ):
        centre = (foot[0] + across * unit, foot[1] - up * unit)
        paint = canvas.radial(
            (centre[0] - unit * 0.08, centre[1] - unit * 0.1),
            size * unit * 1.3,
            "#5FC79A",
            "#1F7A5E",
        )
        canvas.circle(centre, size * unit, paint)
