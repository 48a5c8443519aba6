"""What a build takes on has limits, for every way in, that only whoever runs it can raise."""

import io

import pytest
from click.testing import CliRunner

import deckgen
from deckgen.cli.program import program
from deckgen.compiler import Options, build_file, build_stream, build_text
from deckgen.diagnostics import Diagnostic
from deckgen.limits import DEFAULT, Limits, limits, raised, sized
from deckgen.templates import built_in
from deckgen.world import MemoryWorld

DECK = "slides: [{title: A}]\n"
MEBIBYTE = 1 << 20


def said(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(item.code.slug, item.message, item.hints) for item in diagnostics]


def too_large(name: str, size: str = "4 MiB") -> list[tuple[str, str, tuple[str, ...]]]:
    hint = "if it is meant, raise the limit: `--limit deck-size=…`"
    return [("deck-too-large", f"`{name}` is larger than {size}", (hint,))]


class Endless(io.RawIOBase):
    """A stream of zeros that counts how many of them were read."""

    def __init__(self) -> None:
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        self.given += len(buffer)
        return len(buffer)


@pytest.mark.parametrize("read", [build_text, build_stream, build_file, deckgen.compile])
def test_a_deck_has_a_limit_to_its_size_whichever_way_it_comes_in(read, tmp_path):
    text = DECK + "#" * (DEFAULT.deck_size - len(DECK))
    file = tmp_path / "deck.yaml"
    for more, is_large in (("", False), ("#", True)):
        file.write_text(text + more, encoding="utf-8")
        if read is build_text:
            found = read(text + more).check()
        elif read is build_stream:
            found = read(io.BytesIO((text + more).encode()), "<deck>").check()
        elif read is build_file:
            found = read(file).check()
        else:
            found = read(file).diagnostics
        name = "<deck>" if read in {build_text, build_stream} else str(file)
        assert said(found) == (too_large(name) if is_large else [])


def test_the_size_of_a_text_is_that_of_its_bytes():
    options = Options(limits=Limits(deck_size=99))
    text = "title: {title: " + "報" * 30 + "}\n"
    assert len(text) < 99 < len(text.encode())
    assert said(build_text(text, options=options).check()) == too_large("<deck>", "99 bytes")


def test_a_stream_without_an_end_is_read_to_the_limit():
    stream = Endless()
    build = build_stream(io.BufferedReader(stream), "<stdin>")
    assert said(build.check()) == too_large("<stdin>")
    assert stream.given <= DEFAULT.deck_size + MEBIBYTE


def test_a_file_beyond_the_limit_is_not_opened_for_reading(tmp_path):
    with (tmp_path / "deck.yaml").open("wb") as file:
        file.truncate(1 << 40)
    found = build_file(tmp_path / "deck.yaml").check()
    assert said(found) == too_large(str(tmp_path / "deck.yaml"))


def test_a_registry_of_trademarks_has_the_limit_of_a_deck():
    deck = "deck: {trademarks: {registry: marks.yaml}}\n" + DECK
    world = MemoryWorld({"marks.yaml": b"#" * (DEFAULT.deck_size + 1)})
    ((code, message, (hint,)),) = said(build_text(deck, world=world).check())
    assert (code, message) == (
        "file-unreadable",
        "cannot read `marks.yaml`: it is larger than 4 MiB",
    )
    assert "`--limit deck-size=…`" in hint


def test_a_template_beyond_the_limit_is_not_read():
    options = Options(limits=Limits(template_size=10))
    world = MemoryWorld({"brand.pptx": b"x" * 11})
    found = build_text("deck: {template: brand.pptx}\n" + DECK, options=options, world=world)
    ((_, message, (hint,)),) = said(found.check())
    assert message == "cannot read `brand.pptx`: it is larger than 10 bytes"
    assert "`--limit template-size=…`" in hint


@pytest.mark.parametrize(
    ("limit", "why"),
    [
        ("template_parts", "parts; at most 2 are read"),
        ("template_unpacked", "unpacks to"),
        ("template_layouts", "more than 2 layouts"),
        ("template_xml", "more than 2 bytes of XML"),
        ("template_elements", "far too many shapes"),
    ],
)
def test_a_limit_that_a_template_meets_is_named(limit, why):
    data = built_in("plain") or b""
    options = Options(template="t.pptx", limits=Limits(**{limit: 2}))
    found = build_text(DECK, options=options, world=MemoryWorld({"t.pptx": data})).check()
    ((code, message, (hint,)),) = said(found)
    assert code == "bad-template"
    assert why in message
    assert f"`--limit {limit.replace('_', '-')}=…`" in hint


def test_aliases_cost_what_the_bytes_of_the_deck_deserve():
    words = ", ".join("y" * 1000)
    many = f"slides: [{{title: A, body: &a [{words}]}}, {{body: [{'*a, ' * 30}]}}]\n"
    few = f"slides: [{{title: A, body: &a [x, y]}}, {{body: [{'*a, ' * 900}]}}]\n"
    assert [code for code, *_ in said(build_text(many).check())] == ["deck-too-large"]
    assert [code for code, *_ in said(build_text(few).check())] == []


def test_a_title_just_below_the_limit_of_a_deck_is_refused_at_once():
    text = 'title: {title: "' + "x " * (DEFAULT.deck_size // 2 - 20) + '"}\n'
    ((code, message, _),) = said(build_text(text).check())
    assert code == "deck-too-large"
    assert message == "a text of 4,194,264 characters starts here; 250,000 characters are allowed"


def test_many_broken_links_to_like_ids_are_all_told_and_few_are_guessed():
    slides = "\n".join(
        f"  - {{title: T{n}, id: section-number-{n}, body: '[x](#section-nmber-{n})'}}"
        for n in range(300)
    )
    found = build_text(f"slides:\n{slides}\n").check()
    broken = [item for item in found if item.code.slug == "broken-link"]
    guessed = [item for item in broken if "did you mean" in item.hints[0]]
    assert len(broken) == 300
    assert 5 < len(guessed) < 20


@pytest.mark.parametrize(
    ("amount", "size"),
    [("500", 500), ("64K", 64 << 10), ("50m", 50 << 20), ("2G", 2 << 30)],
)
def test_amounts_of_bytes_are_written_with_powers_of_1024(amount, size):
    assert raised(DEFAULT, "pictures", amount).pictures == size


def test_counts_are_written_with_powers_of_1000():
    assert raised(DEFAULT, "values", "2M").values == 2_000_000


@pytest.mark.parametrize("amount", ["", "x", "-1", "1.5M", "1T", "K", "²", "1" * 16])
def test_what_is_no_amount_is_refused(amount):
    with pytest.raises(ValueError, match="write 500, 64K, 50M or 2G"):
        raised(DEFAULT, "pictures", amount)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [(99, "99 bytes"), (4 << 20, "4 MiB"), (1 << 30, "1 GiB"), (1500 << 10, "1.5 MiB")],
)
def test_amounts_are_shown_for_people(amount, shown):
    assert sized(amount) == shown


def test_every_limit_says_what_it_counts_and_has_a_default():
    assert all(limit.what.endswith(".") and limit.unit for limit in limits().values())
    assert all(DEFAULT.of(name) > 0 for name in limits())


def run(*words: str, stdin: str | bytes = "", **environment: str):
    return CliRunner().invoke(program, [*words], input=stdin, env=environment)


def test_the_command_raises_limits():
    deck = DECK + "#" * 2000
    low = run("check", "-", "--limit", "deck-size=1K", stdin=deck)
    assert "`<stdin>` is larger than 1 KiB" in low.output
    high = run("check", "-", "--limit", "deck-size=1K", "--limit", "deck-size=4K", stdin=deck)
    assert "deck-too-large" not in high.output


def test_limits_may_stand_in_the_environment():
    found = run("check", "-", stdin=DECK * 2, DECKGEN_LIMITS="deck-size=10 values=3")
    assert "`<stdin>` is larger than 10 bytes" in found.output


@pytest.mark.parametrize("word", ["pictures", "pictures=", "picture=4G", "=4G"])
def test_a_limit_that_is_not_understood_is_a_mistake_of_usage(word):
    found = run("check", "-", "--limit", word, stdin=DECK)
    assert found.exit_code == 2


def test_a_deck_raises_no_limit():
    text = "deck: {limits: {deck_size: 1}}\n" + DECK
    assert [code for code, *_ in said(build_text(text).check())] == ["unknown-key"]
