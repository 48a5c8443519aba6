"""Files that a deck includes: where they are found, what they stand for, where they are wrong."""

import json
from pathlib import Path

import pytest

from deckgen.compiler import NO_OPTIONS, Options, build_file, build_text
from deckgen.limits import DEFAULT
from deckgen.records import replace
from deckgen.report.machine import machine
from deckgen.world import DiskWorld, MemoryWorld, SourceFileError
from tests.support.pictures import picture

PART = "- title: One\n  body: first\n- title: Two\n  body: second\n"


def run(deck, *, options=NO_OPTIONS, **files):
    data = {
        name.replace("__", "/"): text if isinstance(text, bytes) else text.encode()
        for name, text in {"deck.yaml": deck, **files}.items()
    }
    data = {name if "." in name else f"{name}.yaml": text for name, text in data.items()}

    return build_file(Path("deck.yaml"), options, MemoryWorld(data))


def titles(build):
    deck = build.deck()
    assert deck is not None, build.sink.sorted()
    return [slide.title_text for slide in deck.slides]


def told(build):
    build.deck()
    return [(item.code.slug, str(item.span), item.message) for item in build.sink.sorted()]


def test_a_list_of_slides_stands_where_it_is_included():
    build = run("slides:\n- title: Zero\n- include: part.yaml\n- title: Three\n", part=PART)
    assert titles(build) == ["Zero", "One", "Two", "Three"]
    assert told(build) == []


def test_a_single_slide_or_all_of_them_may_be_included():
    assert titles(run("slides:\n- include: a.yaml\n", a="{title: A}")) == ["A"]
    assert titles(run("slides: {include: part.yaml}\n", part=PART)) == ["One", "Two"]
    several = run("slides: {include: [part.yaml, a.yaml]}\n", part=PART, a="title: A")
    assert titles(several) == ["One", "Two", "A"]


def test_parts_are_included_at_the_top():
    build = run("include: common.yaml\nslides: [{title: B}]\n", common="title: {title: A}\n")
    assert titles(build) == ["A", "B"]


def test_keys_beside_it_come_before_those_of_the_file():
    build = run("closing: {include: end.yaml, title: Mine}", end="{title: Theirs, subtitle: s}")
    deck = build.deck()
    assert deck.slides[0].title_text == "Mine"
    assert deck.slides[0].subtitle[0].text == "s"


def test_settings_are_included_and_still_set_by_the_command():
    options = Options(settings=(("footer", "mine"),))
    build = run("include: c.yaml\nslides: [{title: B}]", c="deck: {footer: x}", options=options)
    assert build.deck().slides[0].footers.text[0].text == "mine"


def test_bullets_and_blocks_are_included_in_a_body():
    deck = "slides:\n- title: T\n  body:\n  - zero\n  - include: b.yaml\n  - three\n"
    build = run(deck, b="- one\n- table: [[a]]\n- two\n")
    content = build.deck().slides[0].content
    assert [type(block).__name__ for block in content] == ["Text", "Table", "Text"]


def test_paths_in_a_file_are_relative_to_it():
    build = run(
        "slides:\n- include: parts/a.yaml\n",
        parts__a="- include: more/b.yaml\n- {title: x, image: {src: p.png, alt: p}}\n",
        parts__more__b="title: B\n",
        **{"parts/p.png": picture(10, 10)},
    )
    assert titles(build) == ["B", "x"]
    assert told(build) == []


def test_the_language_of_a_deck_is_also_that_of_what_it_includes():
    assert run("slides:\n- include: a.yaml\n", a="title: ひらがな").deck().language == "ja-JP"


def test_a_key_in_quotation_marks_is_a_word():
    assert told(run('slides:\n- title: x\n  "include": y\n'))[0][0] == "unknown-key"


def test_mistakes_in_a_file_have_places_in_it_in_every_report():
    build = run("slides:\n- include: parts/a.yaml\n", parts__a="# first\n- titel: x\n")
    assert told(build) == [("unknown-key", "parts/a.yaml:2:3", "unknown key `titel`")]
    (item,) = json.loads(machine(build.sink.sorted()))
    assert item["place"]["file"] == "parts/a.yaml"
    assert (item["place"]["start"]["line"], item["place"]["start"]["column"]) == (2, 3)


@pytest.mark.parametrize(
    ("files", "slug", "place", "words"),
    [
        ({}, "file-not-found", "deck.yaml:2:12", "no file `a.yaml`"),
        ({"a": ""}, "invalid-value", "deck.yaml:2:12", "nothing to include"),
        ({"a": "- x: ["}, "yaml-syntax", "a.yaml:1:7", ""),
        ({"a": b"\xff\xfe\xff"}, "file-unreadable", "deck.yaml:2:12", "not UTF-8"),
        ({"a": "include: a.yaml"}, "cyclic-include", "a.yaml:1:10", "includes itself"),
        ({"a": "include: b.yaml", "b": "include: a.yaml"}, "cyclic-include", "b.yaml:1:10", ""),
        ({"a": "include: deck.yaml"}, "cyclic-include", "a.yaml:1:10", "`deck.yaml`"),
        ({"a": "include: [x]\ntitle: y"}, "file-not-found", "a.yaml:1:11", "no file `x`"),
        ({"a": "include: {x: y}"}, "wrong-type", "a.yaml:1:10", "expected the path of a file"),
    ],
)
def test_what_cannot_be_included_is_told_once(files, slug, place, words):
    (found,) = told(run("slides:\n- include: a.yaml\n- title: x\n", **files))
    assert found[:2] == (slug, place)
    assert words in found[2]


@pytest.mark.parametrize("name", ["part.md", "Part.MD", "part.markdown", "part.qmd"])
def test_a_file_of_markdown_is_told_as_its_headings_would_be_comments(name):
    files = {name: "Words of it.\n\n# A heading\n"}
    build = run(f"slides:\n- title: x\n  body: {{include: {name}}}\n", **files)
    message = f"`{name}` is Markdown, and what is included is YAML"
    assert told(build) == [("markdown-deck", "deck.yaml:3:19", message)]
    (hint,) = build.sink.sorted()[0].hints
    assert "body: |" in hint


def test_files_nest_within_a_bound():
    def chain(length):
        files = {f"f{n}": f"include: f{n + 1}.yaml" for n in range(1, length)}
        return run("slides: [{include: f1.yaml}]", **files, **{f"f{length}": "title: End"})

    assert titles(chain(16)) == ["End"]
    (found,) = told(chain(17))
    assert (found[0], found[1]) == ("deck-too-large", "f16.yaml:1:10")


def test_what_is_included_is_bounded_together():
    part = "- title: " + "x" * 500 + "\n"
    options = Options(limits=replace(DEFAULT, deck_size=2_000))
    deck = "slides:\n" + "- include: part.yaml\n" * 5
    (found,) = told(run(deck, part=part, options=options))[:1]
    assert (found[0], found[1]) == ("deck-too-large", "deck.yaml:5:12")


def test_files_that_double_each_other_end_soon():
    files = {
        f"f{n}": f"[{{include: f{n + 1}.yaml}}, {{include: f{n + 1}.yaml}}]" for n in range(15)
    }
    build = run("slides: {include: f0.yaml}", **files, f15="title: x")
    assert told(build)[0][0] == "deck-too-large"


def test_what_has_a_condition_that_does_not_hold_is_not_read():
    deck = "slides:\n- include: none.yaml\n  when: false\n- title: x\n"
    assert told(run(deck)) == []


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "talk").mkdir()
    (tmp_path / "common.yaml").write_text("- title: secret: words\n")
    (tmp_path / "good.yaml").write_text("- title: Shared\n")
    return tmp_path


def deck_in(folder, text):
    path = folder / "talk" / "deck.yaml"
    path.write_text(text)
    return path


def test_what_lies_outside_of_the_folder_is_read_and_not_quoted(folder):
    assert titles(build_file(deck_in(folder, "slides:\n- include: ../good.yaml\n"))) == ["Shared"]
    build = build_file(deck_in(folder, "slides:\n- include: ../common.yaml\n"))
    ((slug, place, message),) = told(build)
    assert slug == "yaml-syntax"
    assert place.endswith("deck.yaml:2:12")
    assert "line 1 of what is named here is wrong" in message
    assert "secret" not in machine(build.sink.sorted())


def test_what_lies_outside_of_the_root_is_refused(folder):
    path = deck_in(folder, "slides:\n- include: ../good.yaml\n")
    ((slug, _, _),) = told(build_file(path, world=DiskWorld(folder / "talk")))
    assert slug == "outside-root"


def test_no_output_takes_the_place_of_an_included_file(folder):
    world = DiskWorld()
    build_file(deck_in(folder, "slides:\n- include: ../good.yaml\n"), world=world).deck()
    with pytest.raises(SourceFileError):
        world.write(folder / "good.yaml", b"x")


def test_variables_come_from_the_command_then_files_then_the_deck():
    files = {"vars.yaml": b"a: file\nb: file\n", "more.yaml": b"a: more\nb: more\nc: more\n"}
    deck = "variables: {include: more.yaml, d: deck}\nslides: [{title: '${a} ${b} ${c} ${d}'}]"
    options = Options(settings=(("a", "set"),), variables=("vars.yaml",))
    build = build_text(deck, options=options, world=MemoryWorld(files))
    assert titles(build) == ["set file more deck"]
    assert told(build) == []


def test_a_variable_that_nothing_uses_is_warned_of():
    deck = "variables: {audience: x}\nslides: [{title: '${audience}'}]"
    build = build_text(deck, options=Options(settings=(("audiense", "y"),)))
    ((slug, place, _),) = told(build)
    assert (slug, place) == ("unused-variable", "--set audiense:1:1")
    assert build.sink.sorted()[0].hints == ("did you mean `audience`?",)


def test_a_variable_with_the_name_of_a_setting_is_set_by_its_part():
    deck = "variables: {language: x}\nslides: [{title: '${language}'}]"
    build = build_text(deck, options=Options(settings=(("variables.language", "y"),)))
    assert titles(build) == ["y"]


def test_variables_that_double_each_other_end_soon():
    names = "\n".join(f"  v{n}: '${{v{n + 1}}}${{v{n + 1}}}'" for n in range(40))
    deck = f"variables:\n{names}\n  v40: ''\nslides: [{{title: '${{v0}}'}}]"
    build = build_text(deck, options=Options(limits=replace(DEFAULT, deck_size=20_000)))
    assert {slug for slug, _, _ in told(build)} == {"bad-variable"}
