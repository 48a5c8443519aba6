"""Text is marked with its language as PowerPoint marks it."""

import pytest

from deckgen.emit.language import language_attributes


@pytest.mark.parametrize(
    ("language", "deck", "written"),
    [
        ("ja", "ja", ' lang="ja-JP" altLang="en-US"'),
        ("zh-Hant", "ja", ' lang="zh-TW" altLang="en-US"'),
        ("en-US", "ja", ' lang="en-US" altLang="ja-JP"'),
        ("en-GB", "en-GB", ' lang="en-GB"'),
        ("en", "", ' lang="en-US"'),
        ("", "ja", ""),
    ],
)
def test_text_names_its_language_and_the_one_to_type_otherwise(language, deck, written):
    assert language_attributes(language, deck) == written
