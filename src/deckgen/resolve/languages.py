"""The parts of a deck -> the language that they are most likely written in, by its scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Run
from deckgen.patterns import lazy
from deckgen.records import Struct
from deckgen.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LATIN: Final = "en-US"
_SCRIPTS: Final = (
    (lazy("[\u3040-\u30ff]"), "ja-JP"),
    (lazy("[\uac00-\ud7ff]"), "ko-KR"),
    (lazy("[\u4e00-\u9fff]"), "zh-CN"),
)
"""Letters of a script, and the language that they tell of, surest first."""
_MAY_TELL: Final = lazy(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7ff\\]|include|\$\{")
"""What a source holds in which such letters are written: as they are, with escapes, elsewhere."""


def guess_language(written: str, parts: Iterable[object]) -> str:
    """Return the language of what parts of a deck say, which is written in a source.

    It is `ja-JP` where there are kana, `ko-KR` with Hangul, `zh-CN` with Han alone, else `en-US`.
    Comments and names of files say nothing.
    """
    if not _MAY_TELL.search(written):
        return _LATIN
    found = len(_SCRIPTS)
    for text in _said(tuple(parts)):
        if not text.isascii():
            scripts = enumerate(_SCRIPTS[:found])
            found = next((rank for rank, (script, _) in scripts if script.search(text)), found)
            if found == 0:
                break
    return _SCRIPTS[found][1] if found < len(_SCRIPTS) else _LATIN


def _said(value: object) -> Iterator[str]:
    if isinstance(value, Run):
        yield value.text
    elif isinstance(value, tuple):
        for item in value:
            yield from _said(item)
    elif isinstance(value, Struct) and not isinstance(value, Span):
        for name in value.__struct_fields__:
            held = getattr(value, name)
            if name == "alt" and isinstance(held, str):
                yield held
            elif isinstance(held, tuple | Struct):
                yield from _said(held)
