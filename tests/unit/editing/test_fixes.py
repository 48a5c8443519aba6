"""Quick fixes: a deck before and after what a hint says is done."""

import pytest

from deckgen.compiler import Options, build_text
from deckgen.editing.fixes import fixes
from deckgen.world import MemoryWorld
from tests.support.pictures import picture

FIXED = [
    ("- titel: A", "- title: A"),
    ("- {title: A, transition: mrph}", "- {title: A, transition: morph}"),
    ('- {title: A, transition: "mrph"}', '- {title: A, transition: "morph"}'),
    ("- {title: A, image: phto.png}", "- {title: A, image: photo.png}"),
    ("- {title: A, image: Photo.png}", "- {title: A, image: photo.png}"),
    ("- {title: A, id: costs, body: '[x](#cots)'}", "- {title: A, id: costs, body: '[x](#costs)'}"),
    ("- title: Costs of ${prduct}", "- title: Costs of ${product}"),
    ("- {title: A, language: jp}", "- {title: A, language: ja}"),
    ("- {title: A, body: [{tabel: [[a]]}]}", "- {title: A, body: [{table: [[a]]}]}"),
    ("- {title: A, body: [Note: x]}", '- {title: A, body: ["Note: x"]}'),
    (
        "- {title: A, body: '[x](www.example.org)'}",
        "- {title: A, body: '[x](https://www.example.org)'}",
    ),
]


def fixed(text):
    """Return a deck after the first fix for each of its diagnostics."""
    files = {"photo.png": picture(8, 8)}
    build = build_text(text, world=MemoryWorld(files), options=Options(thorough=True))
    build.pages()
    found = [fix for item in build.sink.sorted() for fix in fixes(item)[:1]]
    for fix in sorted(found, key=lambda fix: -fix.change.spot.start):
        spot = fix.change.spot
        text = text[: spot.start] + fix.change.text + text[spot.stop :]
    return text


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_a_fix_does_what_a_hint_says(before, after):
    deck = "variables: {product: Aurora}\nslides:\n  - body: ${product}\n  "
    assert fixed(deck + before + "\n") == deck + after + "\n"


def test_a_key_that_is_missing_is_written_before_the_others():
    text = "slides:\n  - title: A\n    qr:\n      caption: x\n"
    assert fixed(text) == "slides:\n  - title: A\n    qr:\n      url: …\n      caption: x\n"
    text = "slides:\n  - {title: A, qr: {caption: x}}\n"
    assert fixed(text) == "slides:\n  - {title: A, qr: {url: …, caption: x}}\n"


def test_the_line_that_ends_a_document_is_removed():
    text = "slides:\n  - title: A\n---\nsummary: {title: B}\n"
    assert fixed(text) == text.replace("---\n", "")


def test_a_mark_is_written_as_its_owner_does():
    text = "deck: {trademarks: {place: title}}\ntitle: {title: About Openstack}\n"
    assert fixed(text) == text.replace("Openstack", "OpenStack")
