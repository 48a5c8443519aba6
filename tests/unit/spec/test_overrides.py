"""Settings of one run are laid over those of the deck."""

import pytest

from deckgen.diagnostics import Sink
from deckgen.source import Source
from deckgen.spec.nodes import Mapping
from deckgen.spec.overrides import override
from deckgen.spec.reader import read_yaml
from tests.unit.spec.conftest import plain

DECK = "deck:\n  language: ja\n  trademarks: {notice: x}\ntitle: {title: t}\n"


def overridden(*settings, deck=DECK):
    root, sink = tree(*settings, deck=deck)
    return plain(root), sink


def tree(*settings, deck=DECK):
    sink = Sink()
    root = read_yaml(Source("deck.yaml", deck), sink)
    assert isinstance(root, Mapping)
    return override(root, settings, sink), sink


@pytest.mark.parametrize(
    ("key", "value", "settings"),
    [
        ("language", "en", {"language": "en", "trademarks": {"notice": "x"}}),
        ("footer", "足元", {"footer": "足元", "language": "ja", "trademarks": {"notice": "x"}}),
        ("trademarks.notice", "y", {"language": "ja", "trademarks": {"notice": "y"}}),
        ("trademarks", "[1, {a: b}]", {"language": "ja", "trademarks": ["1", {"a": "b"}]}),
        ("language", "", {"language": None, "trademarks": {"notice": "x"}}),
        ("language.tag", "en", {"language": {"tag": "en"}, "trademarks": {"notice": "x"}}),
    ],
)
def test_a_setting_replaces_that_of_the_deck(key, value, settings):
    values, sink = overridden((key, value))
    assert values["deck"] == settings
    assert values["title"] == {"title": "t"}
    assert not sink.has_errors


def test_a_deck_without_settings_gets_them():
    values, _ = overridden(("a.b", "c"), ("a.d", "e"), deck="title: {title: t}\n")
    assert values["deck"] == {"a": {"b": "c", "d": "e"}}


def test_the_last_of_several_settings_holds():
    values, _ = overridden(("language", "en"), ("language", "de"))
    assert values["deck"]["language"] == "de"


def test_other_parts_keep_their_order():
    values, _ = overridden(("language", "en"), deck="title: {title: t}\nslides: []\n")
    assert [name for name in values if name != "deck"] == ["title", "slides"]


def test_a_mistake_in_a_setting_is_told_of_the_setting():
    _, sink = overridden(("footer", "[a"))
    (item,) = sink.sorted()
    assert item.span.source.name == "--set footer"


def test_a_mistake_in_a_value_points_at_it_in_the_whole_setting():
    _, sink = overridden(("footer", '"a" "b"'))
    (item,) = sink.sorted()
    assert item.span.source.text == 'footer="a" "b"'
    assert str(item.span) == "--set footer:1:12"


def test_labels_point_into_the_whole_setting_too():
    _, sink = overridden(("trademarks", "{a: 1, a: 2}"))
    (item,) = sink.sorted()
    places = [item.span, *(label.span for label in item.labels)]
    assert [(str(span), span.text) for span in places] == [
        ("--set trademarks:1:19", "a"),
        ("--set trademarks:1:13", "a"),
    ]


def test_what_a_value_holds_points_into_the_whole_setting():
    root, _ = tree(("trademarks", "{notice: [x, 'y']}"), deck="title: {title: t}\n")
    settings = root.entries[0].value
    (notice,) = settings.entries[0].value.entries
    assert [node.span.text for node in (notice.key, *notice.value.items)] == ["notice", "x", "'y'"]


@pytest.mark.parametrize("value", ["null", "~", "# nothing"])
def test_nothing_is_a_value(value):
    values, sink = overridden(("language", value))
    assert values["deck"]["language"] is None
    assert not sink.has_errors


def test_a_quoted_value_is_text():
    values, _ = overridden(("footer", '"null"'))
    assert values["deck"]["footer"] == "null"


def test_the_part_of_the_settings_is_left_out_of_their_keys():
    values, sink = overridden(("deck.footer", "x"))
    assert "footer" not in values["deck"]
    (item,) = sink.sorted()
    assert (item.code.slug, item.message) == ("unknown-key", "unknown key `deck`")
    assert item.hints == ("leave out `deck.`",)


def test_a_value_points_into_the_setting():
    root, _ = tree(("language", "en"), deck="title: {title: t}\n")
    settings = root.entries[0].value
    assert isinstance(settings, Mapping)
    assert str(settings.entries[0].value.span) == "--set language:1:10"
