"""Any text becomes well-formed XML that says the same, without what XML cannot hold."""

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from deckgen.emit.xml import attribute, element, encode, text

ANYTHING = st.text(st.characters(exclude_categories=()))


def _legal(value):
    return "".join(
        character
        for character in value
        if character in "\t\n"
        or "\x20" <= character <= "\ud7ff"
        or "\ue000" <= character <= "\ufffd"
        or character > "\uffff"
    )


@given(ANYTHING)
@example("a\r\nb\x00\x0b\ud800\ufffe<&>\"'")
def test_text_reads_back_as_it_was_without_what_xml_cannot_hold(value):
    root = etree.fromstring(encode(f"<x>{text(value)}</x>"))
    assert (root.text or "") == _legal(value)


@given(ANYTHING)
@example('line\nline\ttab"quote"')
def test_attributes_read_back_as_they_were_line_feeds_and_tabs_included(value):
    root = etree.fromstring(encode(f'<x y="{attribute(value)}"/>'))
    assert root.get("y") == _legal(value)


def test_an_element_without_content_is_empty():
    assert element("a:p", "", "") == "<a:p/>"
    assert element("a:p", ' b="1"', "<c/>") == '<a:p b="1"><c/></a:p>'
