"""What is shown of a deck as it changes."""

import pytest

from deckgen.compiler import Options
from deckgen.preview.editors import editor_of
from deckgen.preview.places import slide_at, source_lines
from deckgen.preview.show import Show
from deckgen.preview.watched import WatchedWorld
from deckgen.preview.workshop import Workshop
from deckgen.world import DiskWorld
from tests.support.growth import assert_level


class Author:
    """Someone who writes a deck, and what they see of it."""

    def __init__(self, path):
        self.path = path
        self.shop = Workshop(path, Options(), WatchedWorld(DiskWorld()), editor_of("code"))
        self.seen = Show()
        self.look()

    def look(self):
        self.seen, self.told = self.shop.show(self.seen)
        return self.seen

    def edit(self, old, new):
        text = self.path.read_text(encoding="utf-8")
        assert old in text
        self.path.write_text(text.replace(old, new), encoding="utf-8")
        return self.look()

    @property
    def keys(self):
        return [view.facts.key for view in self.seen.slides]

    @property
    def titles(self):
        return [view.facts.title for view in self.seen.slides]


@pytest.fixture
def author(deck):
    return Author(deck)


def test_a_slide_tells_what_the_page_needs(author):
    first, second = (view.facts for view in author.seen.slides)
    assert (first.title, first.id, first.notes) == ("Costs", "costs/1", "Say why.")
    assert (first.seconds, second.seconds) == (0, 90)
    assert author.seen.slides[0].svg.startswith(b"<svg ")


def test_only_the_slide_that_changes_is_another(author):
    before = author.keys
    author.edit("They rose", "They soared")
    assert author.keys[0] != before[0]
    assert author.keys[1] == before[1]


def test_a_line_above_changes_no_slide(author):
    before, views = author.keys, author.seen.slides
    author.edit("deck: {language: en}", "# a remark\ndeck: {language: en}")
    assert author.keys == before
    assert author.seen.slides[0].svg is views[0].svg


def test_what_is_undone_is_as_it_was(author):
    before = author.keys
    author.edit("They rose", "They soared")
    author.edit("They soared", "They rose")
    assert author.keys == before


def test_a_broken_deck_keeps_what_was_seen_last(author):
    views = author.seen.slides
    seen = author.edit("    body: Soon.", "    bodi: Soon.")
    assert seen.is_broken
    assert seen.slides == views
    (problem,) = seen.problems
    assert (problem.code, problem.line, problem.column, problem.slide) == ("unknown-key", 11, 5, 1)
    assert (problem.lines, problem.marked) == (("    bodi: Soon.",), (5, 9))
    assert problem.hints == ("did you mean `body`?",)
    assert not author.edit("    bodi: Soon.", "    body: Soon.").is_broken
    assert author.seen.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        *("", "slides: [", "- a\n- b", "deck.yaml", "\0", "slides: []", '"', "a: b: c", "?"),
        *("# Hello\n\n- there", "&a *a", "slides: {title: x}"),
        "deck: {template: nowhere.pptx}\nslides: [{title: A}]",
    ],
)
def test_whatever_breaks_a_deck_is_told_and_the_slides_stay(author, text):
    views = author.seen.slides
    author.path.write_text(text, encoding="utf-8")
    seen = author.look()
    assert seen.is_broken
    assert seen.slides == views
    assert any(problem.severity == "error" for problem in seen.problems)


@pytest.mark.parametrize("text", ["", "slides: [", "\0"])
def test_a_deck_that_is_broken_from_the_start_says_why(tmp_path, text):
    path = tmp_path / "deck.yaml"
    path.write_text(text)
    author = Author(path)
    assert author.seen.is_broken
    assert author.seen.slides == ()
    assert author.seen.problems
    path.write_text("slides: [{title: At last}]")
    author.look()
    assert (author.titles, author.seen.is_broken) == (["At last"], False)


def test_a_deck_with_a_mistake_from_the_start_shows_what_can_be_read(tmp_path):
    path = tmp_path / "deck.yaml"
    path.write_text("slides:\n  - title: One\n  - titel: Two\n  - title: Three\n")
    author = Author(path)
    assert author.seen.is_broken
    assert author.titles[0] == "One"


def test_a_deck_that_is_gone_keeps_its_slides(author):
    author.path.unlink()
    assert author.look().is_broken
    assert author.titles == ["Costs", "Plans"]


def test_a_problem_below_an_edit_stands_beside_its_slide(author):
    seen = author.edit("  - title: Plans", "\n\n\n  - titel: Plans")
    assert {problem.slide for problem in seen.problems} <= {0, 1}
    seen = author.edit("    body: Soon.", "    body: Soon.\n    tabel: [[x]]")
    assert [problem.slide for problem in seen.problems if problem.line > 13] == [1]


def test_an_item_is_found_where_it_is_written_now(author):
    def lines_of(word):
        for view, origin in zip(author.seen.slides, author.seen.origins, strict=True):
            for item in view.items:
                found = source_lines(origin, item)
                text = found.lines[found.line - found.first : found.last - found.first + 1]
                if len(text) == 1 and word in text[0]:
                    return found.line
        return None

    assert lines_of("They fell") == 8
    author.edit("deck: {language: en}", "# a\n# b\ndeck: {language: en}")
    assert lines_of("They fell") == 10


def test_a_line_of_the_deck_leads_to_its_slide(author):
    def slide(line, file=author.path):
        return slide_at(str(file), line, author.seen.origins, author.seen.slides)

    assert [slide(line) for line in (1, 3, 8, 9, 11, 99)] == [0, 0, 0, 1, 1, 1]
    assert slide(3, "elsewhere.yaml") is None


def test_a_line_leads_to_the_page_of_its_slide_that_shows_it(tmp_path):
    path = tmp_path / "deck.yaml"
    many = "".join(
        f"      - Point {n} is made at some length, so that it fills its line\n" for n in range(40)
    )
    path.write_text(f"slides:\n  - title: Much\n    body:\n{many}")
    author = Author(path)
    assert len(author.seen.slides) > 1
    pages = [slide_at(str(path), line, author.seen.origins, author.seen.slides) for line in (4, 43)]
    assert pages == [0, len(author.seen.slides) - 1]


def test_letters_that_are_new_come_in_a_font_piece_of_their_own(tmp_path):
    path = tmp_path / "deck.yaml"
    kanji = "".join(map(chr, range(0x4E00, 0x4E00 + 500)))
    path.write_text(
        f"deck: {{language: ja}}\nslides: [{{title: A, body: {kanji}}}]", encoding="utf-8"
    )
    author = Author(path)
    before = set(author.seen.fonts)
    author.edit(kanji, f"{kanji}龍")
    new = set(author.seen.fonts) - before
    assert before <= set(author.seen.fonts)
    assert [piece.characters for piece in new] == ["U+9F8D"]
    assert author.edit("龍", "").fonts == author.seen.fonts


def test_a_preview_takes_no_more_memory_from_edit_to_edit(author):
    author.edit("They rose", "They rose -01")
    assert_level(lambda edit: author.edit(f"They rose {edit - 1:03}", f"They rose {edit:03}"))
