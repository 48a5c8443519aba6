"""A run is marked with the language of the slide, or with that of its own letters."""

from __future__ import annotations

import pytest

from deckgen.layout.typeset.runs import language_of


@pytest.mark.parametrize(
    ("text", "language", "marked"),
    [
        ("OpenStack", "ja-JP", "en-US"),
        ("OpenStack の話", "ja-JP", "ja-JP"),
        ("ジャスト", "en-US", "ja-JP"),
        ("安全な更新", "de-DE", "ja-JP"),
        ("안녕하세요", "en-US", "ko-KR"),
        ("東京", "en-US", "en-US"),
        ("Our word for it is カイゼン", "en-US", "en-US"),
        ("plain", "fr", "fr"),
    ],
)
def test_a_run_has_the_language_of_its_letters_where_they_tell(text, language, marked):
    assert language_of(text, language) == marked
