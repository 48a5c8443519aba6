"""Lists become paragraphs with levels and markers, as CommonMark nests them."""

import pytest

from deckgen.content import plain
from deckgen.markdown.model import Fence, Prose


def test_items_are_as_deep_as_they_are_indented(paragraphs):
    assert paragraphs("- a\n  - b\n    - c\n- d\n") == ["0 * a", "1 * b", "2 * c", "0 * d"]


def test_four_spaces_are_one_level_too(paragraphs):
    assert paragraphs("- a\n    - b\n- c\n") == ["0 * a", "1 * b", "0 * c"]


def test_numbered_items_keep_their_first_number(paragraphs):
    assert paragraphs("3. a\n3. b\n9. c\n") == ["0 3. a", "0 4. b", "0 5. c"]


def test_numbers_start_again_in_each_list(paragraphs):
    text = "1. a\n   1. b\n   2. c\n2. d\n   1. e\n"
    assert paragraphs(text) == ["0 1. a", "1 1. b", "1 2. c", "0 2. d", "1 1. e"]


def test_loose_items_are_items_all_the_same(paragraphs):
    assert paragraphs("- a\n\n- b\n\n\n- c\n") == ["0 * a", "0 * b", "0 * c"]


def test_a_second_paragraph_stands_under_its_item(paragraphs):
    text = "- a\n\n  more\n  - b\n\n    more\n\n  last\n"
    assert paragraphs(text) == ["0 * a", "0 > more", "1 * b", "1 > more", "0 > last"]


def test_markers_of_other_kinds_start_other_lists_on_the_same_level(paragraphs):
    assert paragraphs("- a\n* b\n+ c\n1) d\n") == ["0 * a", "0 * b", "0 * c", "0 1. d"]


def test_text_around_a_list_stands_on_the_outermost_level(paragraphs):
    assert paragraphs("before\n\n- a\n\nafter\n") == ["0 - before", "0 * a", "0 - after"]


def test_a_list_may_follow_its_introduction_at_once(paragraphs):
    assert paragraphs("before:\n- a\n") == ["0 - before:", "0 * a"]


def test_levels_beyond_the_ninth_are_the_ninth(paragraphs):
    text = "".join(f"{'  ' * depth}- {depth}\n" for depth in range(12))
    assert [line.split()[0] for line in paragraphs(text)] == [*map(str, range(9)), "8", "8", "8"]


def test_headings_in_and_out_of_lists_are_headings(paragraphs):
    assert paragraphs("# a\n\n- ## b\n\nc\n---\n") == ["0 # a", "0 # b", "0 # c"]


def test_an_item_without_text_takes_no_room(paragraphs):
    assert paragraphs("- a\n-\n- b\n") == ["0 * a", "0 * b"]


def test_an_item_of_items_only_has_no_line_of_its_own(paragraphs):
    assert paragraphs("- - a\n  - b\n") == ["1 * a", "1 * b"]


def test_code_within_an_item_follows_it(body):
    prose, fence, rest = body("- a\n\n  ```\n  code\n  ```\n\n  more\n")
    assert isinstance(prose, Prose)
    assert isinstance(fence, Fence)
    assert fence.text == "code"
    assert rest.paragraphs[0].indented


@pytest.mark.parametrize("text", ["-a\n", "1.a\n", "1a. b\n"])
def test_a_marker_without_a_space_is_text(paragraphs, text):
    assert paragraphs(text) == [f"0 - {text.strip()}"]


def test_a_task_has_its_box_for_a_bullet(paragraphs):
    text = "- [ ] open\n- [x] **done**\n  - [X] too\n- [y] none\n- [ ]\n"
    assert paragraphs(text) == ["0 ☐ open", "0 ☑ done", "1 ☑ too", "0 * [y] none", "0 * [ ]"]


def test_a_numbered_task_has_its_box_behind_the_number(paragraphs):
    assert paragraphs("1. [ ] open\n2. [x] done\n") == ["0 1. ☐ open", "0 2. ☑ done"]


def test_code_in_brackets_is_no_box(paragraphs):
    assert paragraphs("- [`x`] a\n- `[x] a`\n") == ["0 * [x] a", "0 * [x] a"]


def test_a_definition_list_has_terms_and_what_defines_them(body):
    (listed,) = body("Nova\n: compute\n\nCinder\n: storage\n\n  of blocks\n")
    assert [
        (plain(one.term), [paragraph.text for paragraph in one.paragraphs])
        for one in listed.definitions
    ] == [("Nova", ["compute"]), ("Cinder", ["storage", "of blocks"])]


def test_a_definition_list_that_holds_code_is_paragraphs(paragraphs):
    text = "Nova\n: compute\n\n  ```\n  x\n  ```\n\n  more\n"
    assert paragraphs(text) == ["0 = Nova", "0 > compute", "0 > more"]


def test_each_paragraph_knows_where_it_is_written(body):
    (prose,) = body("- 一\n  - 二\n\n三\n四\n")
    places = [(p.span.line, p.span.column, p.span.text) for p in prose.paragraphs]
    assert places == [(1, 1, "- 一"), (2, 3, "- 二"), (4, 1, "三\n四")]
