"""Shows and commands -> events, which any number of browsers' windows wait for."""

from __future__ import annotations

import json
from collections import deque
from threading import Condition
from typing import TYPE_CHECKING, Final

from deckgen.preview.show import Show
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.preview.show import SlideView
    from deckgen.preview.writing import ShownPicture

KEPT: Final = 64
"""So many events are kept for windows that are late; one that is later asks for all anew."""
_OLDER: Final = 3
"""So many shows are kept, for windows that still ask for drawings of those before."""


class ServerEvent(Struct, frozen=True):
    """An event as browsers know them: a number, a name, and data as JSON."""

    number: int
    name: str
    data: str

    def encoded(self) -> bytes:
        """Return the lines that a stream of events has for it (HTML, 9.2.5)."""
        return f"id: {self.number}\nevent: {self.name}\ndata: {self.data}\n\n".encode()


class Hub:
    """What is shown now, and what has happened last. Any thread may ask and tell."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._events: deque[ServerEvent] = deque(maxlen=KEPT)
        self._number = 0
        self._shows: deque[Show] = deque((Show(),), maxlen=_OLDER)

    @property
    def show(self) -> Show:
        """What is shown now."""
        return self._shows[-1]

    @property
    def number(self) -> int:
        """The number of the last event."""
        return self._number

    def publish(self, show: Show) -> None:
        """Show something else from now on, and tell what has changed."""
        change = show.change_from(self.show)
        self._shows.append(show)
        self.tell("show", change)

    def tell(self, name: str, data: object) -> None:
        """Add an event."""
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        with self._changed:
            self._number += 1
            self._events.append(ServerEvent(self._number, name, text))
            self._changed.notify_all()

    def wait(self, after: int, seconds: float) -> Sequence[ServerEvent] | None:
        """Return the events after a number, none where none comes in time.

        None where events have been forgotten since: who asks has to start from what is shown.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._number != after, seconds)
            events = [event for event in self._events if event.number > after]
            return events if len(events) == self._number - after else None

    def view(self, key: str) -> SlideView | None:
        """Return the slide of a key, None where none has had it of late."""
        views = (view for show in reversed(self._shows) for view in show.slides)
        return next((view for view in views if view.facts.key == key), None)

    def picture(self, name: str) -> ShownPicture | None:
        """Return the picture of a name, None where no slide has shown it of late."""
        views = (view for show in reversed(self._shows) for view in show.slides)
        pictures = (picture for view in views for picture in view.pictures)
        return next((picture for picture in pictures if picture.name == name), None)
