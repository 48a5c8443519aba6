"""Paragraphs of a list stand below one another, and headings nearer to what they head."""

from deckgen.colors import contrast
from deckgen.pages import TextFrame
from tests.support.building import build_pages


def paragraphs(body):
    lines = "\n".join(f"      {line}" for line in body.splitlines())
    (page,) = build_pages(f"slides:\n  - title: A\n    body: |\n{lines}\n").pages
    (text,) = [item for item in page.items if isinstance(item, TextFrame) and item.name != "Title"][
        :1
    ]
    return text.paragraphs


def test_texts_of_a_numbered_list_are_flush_however_long_its_numbers_are():
    placed = paragraphs("98. a\n99. b\n100. c\n101. d")
    assert len({paragraph.style.margin_left for paragraph in placed}) == 1


def test_a_heading_is_nearer_to_what_it_heads():
    above, heading, below = paragraphs("text\n\n### heading\n\ntext")
    over = heading.top - above.top - above.height
    under = below.top - heading.top - heading.height
    assert over > under


def test_link_wider_than_a_line_is_several_so_that_each_fits_one():
    (placed,) = paragraphs(f"See [{'all of this and that ' * 12}](https://example.org/) there")
    links = [run for run in placed.runs if run.link is not None]
    assert len(links) > 2
    assert {run.link for run in links} == {links[0].link}
    assert "".join(run.text for run in links).strip() == ("all of this and that " * 12).strip()


def test_link_that_fits_a_line_is_one():
    (placed,) = paragraphs("See [all of this and that](https://example.org/) there")
    assert [run.text for run in placed.runs if run.link is not None] == ["all of this and that"]


def test_lines_of_an_agenda_look_like_other_text_and_links_in_text_do_not():
    deck = "slides:\n  - agenda: true\n  - {title: A, body: '[a](https://a.example) b'}"
    agenda, page = build_pages(deck).pages
    for shown, is_plain in ((agenda, True), (page, False)):
        (frame,) = [item for item in shown.items if item.name.startswith(("Content", "Text"))]
        (paragraph,) = frame.paragraphs
        color = paragraph.runs[0].color
        assert (color == paragraph.style.color) == is_plain


def test_lines_of_a_text_with_a_mark_stand_clear_of_the_mark():
    first, second = paragraphs(f"・{'これは長い文です。' * 20}\n（12）確認する")
    assert first.style.margin_left == -first.style.indent > 0
    assert second.style.margin_left > first.style.margin_left
    assert first.text.startswith("・これは")


def test_box_of_a_task_is_its_bullet_and_has_room():
    task, plain = paragraphs("- [x] done\n- plain")
    assert (task.bullet.text, task.text) == ("☑", "done")
    assert -task.style.indent >= task.style.size.emu
    assert plain.bullet.text != "☑"


def test_scripts_are_measured_small_and_stay_in_the_size_of_the_text():
    (placed,) = paragraphs("x^2^")
    (plain,) = paragraphs("x2")
    assert placed.lines[0].width < plain.lines[0].width
    assert placed.runs[1].font.size == placed.runs[0].font.size


def test_marked_words_are_read_on_the_highlight():
    (placed,) = paragraphs("==x==")
    (run,) = placed.runs
    assert run.highlight is not None
    assert contrast(run.color, run.highlight) >= 4.5


def test_numbers_of_a_list_have_room_for_the_widest_and_a_space():
    from deckgen.shown_text import font_of
    from deckgen.text import NoFonts, StyledText, Typesetter

    for last in (9, 99, 999):
        placed = paragraphs("\n".join(f"{number}. a" for number in range(last - 1, last + 1)))
        style = placed[-1].style
        number = StyledText(f"{last}.", font_of(style))
        width = Typesetter(NoFonts()).width([number])
        assert -style.indent >= width + style.size.emu * 0.3
        assert -style.indent <= max(width + style.size.emu * 0.5, style.size.emu * 1.5)
        assert style.margin_left + style.indent >= 0


def test_link_wider_than_its_cell_is_several():
    from deckgen.pages import TableFrame

    words = "all of this and that " * 12
    text = (
        f"slides:\n  - title: A\n    table:\n      - [a, b]\n      - ['[{words}](#x)', {words}]\n"
    )
    (page,) = build_pages(text + "  - {id: x, title: B}\n").pages[:1]
    (table,) = [item for item in page.items if isinstance(item, TableFrame)]
    runs = table.rows[1].cells[0].paragraphs[0].runs
    assert len(runs) > 2
    assert "".join(run.text for run in runs).split() == words.split()
