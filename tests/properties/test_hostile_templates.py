"""Whatever bytes a template has, reading them ends in a template or in a word to the author."""

from __future__ import annotations

import contextlib
import time
from importlib import resources

from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.template.choose import Purpose, choose
from deckgen.template.model import BadTemplateError
from deckgen.template.read import read_template
from tests.support.packages import (
    TITLE_AND_BODY,
    Master,
    layout,
    parts_of,
    placeholder,
    shape,
    solid,
    zipped,
)

STYLE = (
    '<a:lvl1pPr marL="342900" indent="-342900" algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc>'
    '<a:buSzPct val="70000"/><a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
    f'<a:defRPr sz="2800" kern="1200" spc="-10">{solid("accent1")}<a:latin typeface="+mn-lt"/>'
    "</a:defRPr></a:lvl1pPr>"
)
PARTS = parts_of(
    Master(
        layouts=(
            layout(*TITLE_AND_BODY, shape((0, 0, 100, 5), attributes='rot="5400000"'), kind="obj"),
            layout(placeholder("pic", 3, (5, 5, 90, 90)), override='bg1="dk1" tx1="lt1"'),
        ),
        styles=f"<p:titleStyle>{STYLE}</p:titleStyle><p:bodyStyle>{STYLE}</p:bodyStyle>",
    ),
    defaults=STYLE,
)
BYTES = zipped(PARTS)
BUILT_IN = (resources.files("deckgen.templates") / "plain.pptx").read_bytes()

MOST_SECONDS = 2.0
"""Of a processor for any of these templates, of which most take some milliseconds. Seconds that a
clock tells would be those of whatever else the machine does as well."""
many = settings(max_examples=150)
edits = st.lists(st.tuples(st.integers(0, 2**20), st.integers(0, 255)), min_size=1, max_size=6)


def attempt(data: bytes) -> None:
    """Read a template and choose from it, soon; only the one error may be raised."""
    assert any(_seconds(data) < MOST_SECONDS for _ in range(3))


def _seconds(data: bytes) -> float:
    """Return the time of the processor that it takes."""
    start = time.process_time()
    with contextlib.suppress(BadTemplateError):
        template = read_template(data, "t")
        for purpose in Purpose:
            choose(template, purpose)
    return time.process_time() - start


def edited(data: bytes, changes: list[tuple[int, int]]) -> bytes:
    result = bytearray(data)
    for at, value in changes:
        result[at % len(result)] = value
    return bytes(result)


@many
@given(changes=edits)
def test_changed_bytes_of_a_zip(changes):
    attempt(edited(BYTES, changes))


@many
@given(changes=edits)
def test_changed_bytes_in_the_directory_of_a_zip(changes):
    start = BYTES.index(b"PK\x01\x02")
    attempt(BYTES[:start] + edited(BYTES[start:], changes))


@many
@given(at=st.integers(0, len(BUILT_IN)), rest=st.binary(max_size=40))
def test_a_file_that_breaks_off(at, rest):
    attempt(BUILT_IN[:at] + rest)


@many
@given(name=st.sampled_from(sorted(PARTS)), changes=edits)
def test_changed_bytes_inside_a_part(name, changes):
    attempt(zipped(PARTS | {name: edited(PARTS[name].encode(), changes)}))


WORDS = ("", "-1", "NaN", "1e99", "99999999999999999999", "title", "../../x", "rId0", "%", "\u4e00")


@many
@given(data=st.data())
def test_changed_attributes(data):
    name = data.draw(st.sampled_from(sorted(PARTS)))
    pieces = PARTS[name].split('"')
    values = range(1, len(pieces), 2)
    for at in data.draw(st.lists(st.sampled_from(values), min_size=1, max_size=5)):
        pieces[at] = data.draw(st.sampled_from(WORDS))
    attempt(zipped(PARTS | {name: '"'.join(pieces)}))


@many
@given(names=st.sets(st.sampled_from(sorted(PARTS)), max_size=4))
def test_missing_parts(names):
    attempt(zipped({name: data for name, data in PARTS.items() if name not in names}))


@many
@given(data=st.binary(max_size=200))
def test_arbitrary_bytes(data):
    attempt(data)
    attempt(b"PK\x03\x04" + data)


def test_deep_groups_end_in_an_error_not_in_a_crash():
    depth = 5_000
    groups = "<p:grpSp><p:nvGrpSpPr/><p:grpSpPr/>" * depth + "</p:grpSp>" * depth
    attempt(zipped(PARTS | {"ppt/slideLayouts/slideLayout0.xml": layout(groups)}))


def test_a_master_that_is_its_own_layout_is_read():
    rels = PARTS["ppt/slideMasters/_rels/slideMaster0.xml.rels"]
    looped = rels.replace("../slideLayouts/slideLayout0.xml", "slideMaster0.xml")
    attempt(zipped(PARTS | {"ppt/slideMasters/_rels/slideMaster0.xml.rels": looped}))
