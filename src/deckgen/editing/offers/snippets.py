"""A key and what may stand at it -> the lines with which an editor begins it, with their stops."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from deckgen.editing.forms import ListForm, scalars_of, words_of
from deckgen.editing.telling import is_mapping
from deckgen.patterns import lazy
from deckgen.spec.nested import Blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.editing.forms import KeyForm

_STEP: Final = "  "
_PLAIN: Final = lazy(r"[\w./€$£¥][^\n:#{}\[\],&*?|<>=!%@`\"']*")
"""Text that needs no quotation marks, whatever is around it."""
_SPECIAL: Final = lazy(r"([$}\\])")
_MOST_ON_A_LINE: Final = 60


def snippet(field: KeyForm, *, in_brackets: bool) -> str:
    """Return the text that begins a key; in brackets it stays on its line."""
    words = choices(field)
    if words:
        return f"{field.name}: ${{1|{','.join(words)}|}}"
    if in_brackets:
        return f"{field.name}: $0"
    if field.block is not None and field.example is not None:
        return "\n".join(_Lines().pair(field.name, field.example))
    if Blocks in field.forms or _is_list(field):
        return f"{field.name}:\n{_STEP}- $0"
    if is_mapping(field.forms):
        return f"{field.name}:\n{_STEP}$0"
    return f"{field.name}: $0"


def choices(field: KeyForm) -> tuple[str, ...]:
    """Return the words of which one is the value of a key, none where there are others."""
    forms = [form for form in scalars_of(field.forms) if form is not type(None)]
    words = [words_of(form) for form in forms]
    alone = [word for each in words for word in each]
    closed = bool(forms) and all(words) and not _is_list(field)
    simple = all(word.replace("-", "").replace("_", "").isalnum() for word in alone)
    return tuple(dict.fromkeys(alone)) if closed and simple else ()


def _is_list(field: KeyForm) -> bool:
    return any(isinstance(form, ListForm) and is_mapping(form.items) for form in field.forms)


class _Lines:
    """Writes an example as YAML whose texts are stops."""

    def __init__(self) -> None:
        self.number = 0

    def pair(self, key: str, value: Any) -> Iterator[str]:  # noqa: ANN401 - what JSON can hold
        """Yield the lines of a key and its value."""
        written = escaped(key)
        short = self.short(value)
        if short is not None:
            yield f"{written}: {short}"
        elif isinstance(value, str):
            yield f"{written}: |"
            yield from (_STEP + escaped(line) for line in value.strip("\n").split("\n"))
        else:
            yield f"{written}:"
            yield from (_STEP + line for line in self.lines(value))

    def lines(self, value: Any) -> Iterator[str]:  # noqa: ANN401 - what JSON can hold
        """Yield the lines of a list or mapping."""
        if isinstance(value, dict):
            for key, inner in value.items():
                yield from self.pair(str(key), inner)
            return
        for item in value:
            short = self.short(item)
            below = [short] if short is not None else [*self.lines(item)]
            yield f"- {below[0]}"
            yield from (_STEP + line for line in below[1:])

    def short(self, value: Any) -> str | None:  # noqa: ANN401 - what JSON can hold
        """Return a value on one line; None for one that takes several."""
        if isinstance(value, dict | list):
            simple = not any(isinstance(each, dict) for each in _inner(value))
            if not value or (simple and len(str(value)) <= _MOST_ON_A_LINE):
                return self.on_a_line(value)
            return None
        return None if isinstance(value, str) and "\n" in value.strip("\n") else self.stop(value)

    def on_a_line(self, value: Any) -> str:  # noqa: ANN401 - what JSON can hold
        """Return a value in brackets."""
        if isinstance(value, list):
            return "[" + ", ".join(map(self.on_a_line, value)) + "]"
        if isinstance(value, dict):
            pairs = (f"{escaped(str(k))}: {self.on_a_line(v)}" for k, v in value.items())
            return "{" + ", ".join(pairs) + "}"
        return self.stop(value)

    def stop(self, value: Any) -> str:  # noqa: ANN401 - what JSON can hold
        """Return a text as the next stop, other values as they are."""
        if isinstance(value, bool):
            return str(value).lower()
        if not isinstance(value, str):
            return str(value)
        self.number += 1
        text = value.strip()
        if _PLAIN.fullmatch(text):
            return f"${{{self.number}:{escaped(text)}}}"
        quoted = json.dumps(text, ensure_ascii=False)[1:-1]
        return f'"${{{self.number}:{escaped(quoted)}}}"'


def _inner(value: Any) -> list[Any]:  # noqa: ANN401 - what JSON can hold
    items = list(value.values()) if isinstance(value, dict) else value
    return [each for item in items for each in (_inner(item) if isinstance(item, list) else [item])]


def escaped(text: str) -> str:
    """Return a text as snippets have it: `$`, `}` and backslashes are letters."""
    return _SPECIAL.sub(r"\\\1", text)
