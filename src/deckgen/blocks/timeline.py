"""Events on a line: across the page, in several rows, or down it and over further pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from deckgen.blocks.kit import (
    Block,
    Built,
    Context,
    Emu,
    Galley,
    Inline,
    Key,
    Markdown,
    Span,
    Struct,
    codes,
    nothing,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Sink


class Event(Struct, frozen=True, kw_only=True):
    """Something that happens at some time."""

    SHORTHAND: ClassVar[str] = "what"

    span: Span
    when: Annotated[Inline | None, Key("When it happens, in any words.")] = None
    what: Annotated[Inline, Key("What happens.")]
    body: Annotated[Markdown | None, Key("More about it: Markdown.", also=("text",))] = None
    done: Annotated[bool, Key("Whether it has happened, which fills its dot.")] = False


class Timeline(Block, frozen=True, kw_only=True):
    """Events on a line, in the order in which they are written.

    ```yaml
    - timeline:
        - {when: 2026-04, what: Kick-off, done: true}
        - {when: 2026-09, what: Pilot, body: in two offices}
        - {when: Next year, what: Roll-out}
    ```
    """

    KEY: ClassVar[str] = "timeline"
    SHORTHAND: ClassVar[str] = "events"

    events: Annotated[tuple[Event, ...], Key("The events.")]
    build: Built = False

    def remark(self, sink: Sink) -> None:
        """Report that there are no events."""
        if self.events or sink.has_error_in(self.span):
            return
        hint = "add one, as `{when: …, what: …}`"
        message = "expected events, found none"
        sink.report(codes.INVALID_VALUE, self.span.first_line, message, hints=[hint])

    def parts(self, *, asked: bool) -> tuple[Event, ...]:  # noqa: ARG002
        """Return what a build shows one by one."""
        return self.events

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the events across the width if they fit, in rows, or one below the other."""
        from deckgen.blocks.panels.timeline import timeline_galley

        return timeline_galley(self, width, context) if self.events else nothing()
