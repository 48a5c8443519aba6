"""A deck and rows of data, and what a run of both leaves in its folder."""

from __future__ import annotations

import json

from deckgen.cli.program import run

DECK = """\
variables: {name: Nobody, amount: 0, member: false}
slides:
  - title: Hello ${name}
    body: You gave ${amount:,.0f} euros
  - {when: member, title: For members, body: Welcome}
"""
ROWS = 'name,amount,member\nAnn,"1,200",yes\nBob,5,no\nC*li* ${amount},7,no\n'


def merge(*words, rows="people.csv", jobs=1):
    """Build a file for each row, in this process unless there are to be several."""
    given = ["--rows", rows, "-o", "out/{name}.pptx", "-j", str(jobs)]
    return run(["build", "card.yaml", *given, *words])


def files(folder):
    return sorted(path.name for path in folder.joinpath("out").iterdir())


def said(path):
    from pptx import Presentation

    slides = Presentation(path).slides
    return [
        shape.text_frame.text
        for slide in slides
        for shape in slide.shapes
        if shape.has_text_frame and shape.text_frame.text
    ]


def results(folder, *words, rows="people.csv", jobs=1):
    code = merge("--report", "report.json", *words, rows=rows, jobs=jobs)
    return code, json.loads(folder.joinpath("report.json").read_text(encoding="utf-8"))
