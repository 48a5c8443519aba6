"""Registries are read with places; a deck's own marks come before those that deckgen knows."""

from __future__ import annotations

import json

import jsonschema
import yaml

from deckgen.blocks import block_set
from deckgen.compiler import Options, build_text
from deckgen.spec.schema import registry_schema
from deckgen.trademarks.attributions import attribution
from deckgen.trademarks.registry import marks_of
from deckgen.world import MemoryWorld

DECK = (
    "deck: {language: en, trademarks: {registry: marks.yaml}}\nslides:\n  - title: x\n    body: y\n"
)


def build(registry, deck=DECK):
    data = registry if isinstance(registry, bytes) else registry.encode()
    return build_text(deck, world=MemoryWorld({"marks.yaml": data}))


def registry(text):
    run = build(text)
    deck = run.resolved()
    assert run.sink.sorted() == ()
    return deck.trademarks.registry[0].registry


def said(text):
    run = build(text)
    run.deck()
    return [(str(d.span), d.code.slug, d.message, d.hints) for d in run.sink.sorted()]


def test_mistakes_are_reported_at_the_lines_of_the_registry():
    text = "marks:\n  - mark: Orinoco\n    onwer: River Systems\n    symbol: (R)\n"
    places = {place: (code, hints) for place, code, _, hints in said(text)}
    assert places["marks.yaml:3:5"] == ("unknown-key", ("did you mean `owner`?",))
    assert places["marks.yaml:4:13"][0] == "invalid-value"


def test_a_registry_that_is_absent_is_reported_in_the_deck():
    run = build_text(
        DECK.replace("marks.yaml", "mark.yaml"), world=MemoryWorld({"marks.yaml": b""})
    )
    run.deck()
    (item,) = run.sink.sorted()
    assert item.span is not None
    assert (item.span.text, item.hints) == ("mark.yaml", ("did you mean `marks.yaml`?",))


def test_a_registry_that_is_no_text_is_reported():
    run = build(b"\xff\xfe\x00")
    run.deck()
    assert [d.code.slug for d in run.sink.sorted()] == ["file-unreadable"]


def test_an_empty_registry_holds_nothing():
    assert registry("").marks == ()


def test_marks_may_be_a_plain_list_of_words():
    assert [entry.mark.text for entry in registry("[Orinoco, Delta]").marks] == ["Orinoco", "Delta"]


def test_a_text_alone_is_no_registry():
    (mistake,) = said("Some words of\na letter\n")
    assert mistake[:2] == ("marks.yaml:1:1", "wrong-type")
    assert "expected a list of marks" in mistake[2]


def test_the_decks_own_entry_comes_before_the_known_one():
    own = registry("marks:\n  - {mark: openstack, owner: Us, symbol: none}\n")
    (mark,) = [m for m in marks_of([own]) if m.name.casefold() == "openstack"]
    assert (mark.owner, mark.symbol) == ("Us", "")


def test_a_known_mark_may_be_ignored():
    own = registry("marks:\n  - {mark: Delta}\n  - {mark: OpenStack, ignore: true}\n")
    names = {mark.name for mark in marks_of([own])}
    assert "OpenStack" not in names
    assert {"Delta", "Kubernetes"} <= names


def test_known_marks_may_be_left_out():
    own = registry("marks: [Delta]\nknown: false\n")
    assert [mark.name for mark in marks_of([own])] == ["Delta"]


def test_a_mark_that_is_not_registered_where_the_deck_is_shown_gets_a_tm():
    (entry,) = registry("marks: [{mark: Delta, symbol: ®, regions: [JP]}]\nknown: false\n").marks
    (mark,) = marks_of(
        [registry("marks: [{mark: Delta, symbol: ®, regions: [JP]}]\nknown: false\n")]
    )
    assert entry.regions[0].text == "JP"
    assert [mark.sign(region) for region in ("", "JP", "US")] == ["®", "®", "™"]


def test_an_owner_and_a_sentence_may_differ_by_language():
    text = (
        "marks:\n"
        "  - mark: Delta\n"
        "    owner: {ja: デルタ社, en: Delta Works}\n"
        "    attribution: {ja-JP: デルタ社のもの}\n"
        "known: false\n"
    )
    (mark,) = marks_of([registry(text)])
    owners = [mark.owner_in(language) for language in ("en-GB", "ja", "de")]
    assert owners == ["Delta Works", "デルタ社", "デルタ社"]
    sentences = [attribution(mark, language, "") for language in ("ja-JP", "ja", "en")]
    assert sentences == [
        "デルタ社のもの",
        "Deltaは、デルタ社の商標です。",
        "Delta is a trademark of Delta Works.",
    ]


def test_a_text_by_language_needs_tags_and_words():
    text = "marks:\n  - mark: Delta\n    owner: {Japanese: a, en: [b]}\n"
    places = {place: code for place, code, _, _ in said(text)}
    assert places == {"marks.yaml:3:13": "invalid-value", "marks.yaml:3:30": "wrong-type"}


USUAL = "assets/trademarks.yaml"
OPEN = "slides:\n  - title: orinoco\n    body: y\n"


def found(settings, files, **options):
    run = build_text(
        f"deck: {{language: en, trademarks: {settings}}}\n{OPEN}",
        world=MemoryWorld({name: data.encode() for name, data in files.items()}),
        options=Options(**options),
    )
    run.deck()
    return [d.code.slug for d in run.sink.sorted()]


def test_a_registry_in_the_usual_place_needs_no_naming():
    files = {USUAL: "[Orinoco]\n", "own.yaml": "[Delta]\n"}
    assert found("{check: true}", files) == ["trademark-spelling"]
    assert found("{check: true, registry: own.yaml}", files) == []
    assert found("{check: true, registry: []}", files) == []
    assert found("{check: true}", {}) == []


def test_mistakes_in_the_usual_place_are_reported_at_their_lines():
    run = build("", DECK.replace("registry: marks.yaml", "first_use: deck"))
    run.world.files[USUAL] = b"marks:\n  - {mark: Delta, onwer: Us}\n"
    run.deck()
    assert [str(d.span) for d in run.sink.sorted()] == [f"{USUAL}:2:19"]


def test_a_registry_that_nobody_asks_for_is_not_read():
    assert found("{}", {USUAL: "marks: [{}]\n"}) == []


def test_spellings_are_checked_by_a_thorough_run_or_where_a_registry_is_named():
    files = {USUAL: "[Orinoco]\n"}
    wrong = ["trademark-spelling"]
    assert found("{}", files) == []
    assert found("{}", files, thorough=True) == wrong
    assert found("{check: false}", files, thorough=True) == []
    assert found(f"{{registry: {USUAL}}}", files) == wrong


def test_the_schema_takes_what_binding_takes():
    schema = registry_schema(block_set())
    json.dumps(schema)
    good = "marks:\n  - Delta\n  - {mark: Orinoco, also: [オリノコ], symbol: ®, never: [verb]}\n"
    good += "  - {mark: NEC, owner: {ja: 日本電気株式会社, en: NEC Corporation}}\n"
    jsonschema.validate(yaml.safe_load(good), schema)
    bad = yaml.safe_load("marks:\n  - {mark: Orinoco, symbl: ®}\n")
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(bad))
