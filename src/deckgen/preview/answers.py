"""A request that may be answered -> the answer."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

from deckgen.preview.assets import asset
from deckgen.preview.places import slide_at, source_lines
from deckgen.preview.stock import NOT_FOUND, Answer
from deckgen.records import Struct, to_builtins

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from email.message import Message

    from deckgen.preview.editors import Editor
    from deckgen.preview.hub import Hub
    from deckgen.preview.places import SourceLines
    from deckgen.preview.stock import Stock

_JSON: Final = "application/json; charset=utf-8"


class Query(Struct, frozen=True):
    """What is asked for: the path below the token, as its steps, and what stands behind `?`."""

    steps: tuple[str, ...]
    words: Mapping[str, str]

    @classmethod
    def of(cls, target: str) -> Query:
        """Return the query of the target of a request; steps are taken as they are written."""
        path, _, words = target.partition("?")
        found = parse_qs(words, keep_blank_values=True, max_num_fields=_MOST_WORDS)
        return cls(tuple(path.split("/")[1:]), {key: each[0] for key, each in found.items()})

    def number(self, name: str) -> int | None:
        """Return a word that is a number of few digits, else None."""
        word = self.words.get(name, "")
        return int(word) if word.isascii() and word.isdigit() and len(word) <= _DIGITS else None


BAD_REQUEST: Final = Answer(b"this is not understood\n", status=400)

_MOST_WORDS: Final = 8
_DIGITS: Final = 7


class Answers:
    """Answers what the page asks, from what is shown now."""

    def __init__(
        self, hub: Hub, stock: Stock, editor: Editor, launch: Callable[[list[str]], bool]
    ) -> None:
        """Take what is shown, and how the author's editor is opened: by `launch`, if by command."""
        self._hub: Final = hub
        self._stock: Final = stock
        self._editor: Final = editor
        self._launch: Final = launch

    def get(self, query: Query) -> Answer:
        """Return the answer to a request that changes nothing."""
        match query.steps:
            case ("",):
                return _page("index.html")
            case ("presenter",):
                return _page("presenter.html")
            case ("page", name):
                return _page(name)
            case ("deck",):
                return self._deck()
            case ("source",):
                return self._source(query)
            case (kind, name):
                return self._stock.get(kind, name)
            case _:
                return NOT_FOUND

    def post(self, query: Query, body: bytes) -> Answer:
        """Return the answer to a request that asks for something to be done."""
        match query.steps:
            case ("cursor",):
                return self._cursor(_object(body))
            case ("open",):
                return self._open(query)
            case ("proof",) if self._stock.prover is not None:
                self._stock.prover.want()
                return _json({})
            case _:
                return NOT_FOUND

    def _deck(self) -> Answer:
        about = {
            "event": self._hub.number,
            "editor": {"name": self._editor.name, "runs": bool(self._editor.command)},
            "proof": self._stock.prover is not None,
        }
        return _json({**self._hub.show.as_json(), **about})

    def _source(self, query: Query) -> Answer:
        found = self._lines(query)
        if found is None:
            return NOT_FOUND
        address = self._editor.address(found.file, found.line, found.column)
        return _json({**to_builtins(found), "address": address})

    def _lines(self, query: Query) -> SourceLines | None:
        """Return the lines of the slide, or item of it, that a query tells by its index."""
        show, slide, item = self._hub.show, query.number("slide"), query.number("item")
        if slide is None or slide >= len(show.slides):
            return None
        items = show.slides[slide].items
        place = items[item] if item is not None and item < len(items) else None
        return source_lines(show.origins[slide], place)

    def _cursor(self, told: Mapping[str, object]) -> Answer:
        """Move all windows to the slide at a line of a file, where there is one."""
        file, line = told.get("file"), told.get("line")
        if not isinstance(file, str) or type(line) is not int or not _can_name(file):
            return BAD_REQUEST
        show = self._hub.show
        slide = slide_at(file, line, show.origins, show.slides)
        if slide is not None:
            self._hub.tell("go", {"slide": slide})
        return _json({"slide": slide})

    def _open(self, query: Query) -> Answer:
        """Run the command that opens the editor at a slide, an item or a problem."""
        if not self._editor.command:
            return NOT_FOUND
        place = self._place(query)
        if place is None:
            return NOT_FOUND
        return _json({"opened": self._launch(self._editor.words(*place))})

    def _place(self, query: Query) -> tuple[str, int, int] | None:
        problems, number = self._hub.show.problems, query.number("problem")
        if number is not None:
            if number >= len(problems) or not problems[number].line:
                return None
            return problems[number].file, problems[number].line, problems[number].column
        found = self._lines(query)
        return None if found is None else (found.file, found.line, found.column)


def _can_name(file: str) -> bool:
    """Return whether a text may be the name of a file: systems have no zeros, no half letters."""
    try:
        return b"\0" not in os.fsencode(file)
    except UnicodeEncodeError:
        return False


def told_token(head: Message, body: bytes) -> str:
    """Return the token that an editor sends beside its request: as a bearer's, or in the body."""
    kind, _, token = head.get("Authorization", "").partition(" ")
    told = token.strip() if kind.lower() == "bearer" else _object(body).get("token")
    return told if isinstance(told, str) else ""


def _page(name: str) -> Answer:
    found = asset(name)
    return NOT_FOUND if found is None else Answer(*found)


def _json(value: object) -> Answer:
    return Answer(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), _JSON)


def _object(body: bytes) -> Mapping[str, object]:
    """Return the object that a body holds as JSON; an empty one where it holds none."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
