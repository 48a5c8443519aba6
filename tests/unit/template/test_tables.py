"""What colours a template's tables have, by its own table style or one of PowerPoint's."""

import pytest

from deckgen.colors import contrast
from deckgen.template.read import read_template
from tests.support.packages import Master, layout, parts_of, relationships, zipped

STYLE = """
<a:tblStyle styleId="{MINE}" styleName="Mine">
  <a:wholeTbl><a:tcTxStyle><a:schemeClr val="tx1"/></a:tcTxStyle><a:tcStyle/></a:wholeTbl>
  <a:band1H><a:tcStyle><a:fill><a:solidFill><a:srgbClr val="EEEEEE"/></a:solidFill></a:fill>
  </a:tcStyle></a:band1H>
  <a:firstRow><a:tcTxStyle b="on"><a:fontRef idx="minor"/><a:srgbClr val="FFFFFF"/></a:tcTxStyle>
  <a:tcStyle><a:fill><a:solidFill><a:srgbClr val="123456"/></a:solidFill></a:fill></a:tcStyle>
  </a:firstRow>
</a:tblStyle>"""


def tables(name, styles=""):
    """Return what is known of the tables of a template whose default style has a name."""
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    parts = parts_of(Master(layouts=(layout(name="One"),)))
    parts["ppt/tableStyles.xml"] = f'<a:tblStyleLst {space} def="{name}">{styles}</a:tblStyleLst>'
    parts["ppt/_rels/presentation.xml.rels"] = relationships(
        ("slideMaster", "slideMasters/slideMaster0.xml"), ("tableStyles", "tableStyles.xml")
    )
    return read_template(zipped(parts), "t").themes[0].table


def test_a_style_that_the_file_describes_is_read():
    found = tables("{MINE}", STYLE)
    assert found.header.rgb == "FFFFFF"
    assert found.header_fill.rgb == "123456"
    assert [fill and fill.rgb for fill in found.fills] == ["EEEEEE", None]


def test_powerpoints_own_default_is_known_without_a_description():
    found = tables("{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}")
    assert found.header_fill.scheme == "accent1"
    first, second = found.fills
    assert contrast(found.text, second) > contrast(found.text, first) > 4.5


@pytest.mark.parametrize("name", ["{5940675A-B579-460E-94D1-54222C63F5DA}"])
def test_a_style_without_fills_shows_the_slide(name):
    found = tables(name)
    assert found.header_fill is None
    assert found.fills == (None, None)


def test_nothing_is_known_of_a_style_that_is_neither():
    assert tables("{UNKNOWN}") is None


def test_without_a_style_tables_have_the_text_of_text_boxes():
    template = read_template(zipped(parts_of(Master(layouts=(layout(name="One"),)))), "t")
    assert template.themes[0].table.text == template.bases[0].free_text[0].color
