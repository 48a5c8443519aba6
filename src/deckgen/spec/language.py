"""The language: the records that a deck is written in. Docstrings and descriptions are its manual.

Binding, the JSON Schema for editors and the reference are all derived from these types.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from deckgen.source import Span
from deckgen.spec.blocks import BlockRecord
from deckgen.spec.keys import collects, key, written_order
from deckgen.spec.kinds import Identifier, Inline, Language, Notes, Pattern, Word


@dataclass(frozen=True, kw_only=True)
class Trademarks:
    """The legal notice on marks that the deck mentions."""

    span: Span
    notice: Inline = key("The notice, shown as a footnote on the title slide.")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Settings of the whole deck. Each has a default."""

    span: Span
    template: Word | None = key("`corporate`, `plain`, or the path of a .pptx or .potx file.", None)
    language: Language | None = key(
        "The language of the text, such as `ja` or `en`. Found out from the text when absent.",
        None,
    )
    footer: Inline | None = key("Text in the footer of every slide but the title slide.", None)
    date: Word | None = key("Date in the footer of every slide but the title slide.", None)
    slide_numbers: bool = key("Whether slides are numbered.", True)
    numbering: Pattern = key(
        "What follows a title that several slides share; `{n}` counts them.", Pattern("({n})")
    )
    continuation: Pattern = key(
        "What follows the title of a slide that continues; `{n}` of `{total}` pages.",
        Pattern(" ({n}/{total})"),
    )
    track_title: Pattern = key(
        "How the titles of a track's sessions read.", Pattern("{track}: {title}")
    )
    trademarks: Trademarks | None = key("The notice on trademarks.", None)
    author: tuple[Word, ...] = key("Author in the file's properties.", ())
    company: Word | None = key("Company in the file's properties.", None)
    subject: Word | None = key("Subject in the file's properties.", None)
    keywords: tuple[Word, ...] = key("Keywords in the file's properties.", ())
    category: Word | None = key("Category in the file's properties.", None)


@dataclass(frozen=True, kw_only=True)
class Common:
    """What every slide takes."""

    span: Span
    id: Identifier | None = key("A name that links lead to: `[see there](#costs)`.", None)
    layout: Word | None = key("The name of a layout in the template.", None)
    notes: Notes | None = key("What the speaker says: Markdown.", None)
    language: Language | None = key("The language of this slide's text.", None)
    footer: Inline | None = key("Text in the footer of this slide.", None)
    date: Word | None = key("Date in the footer of this slide.", None)
    slide_number: bool | None = key("Whether this slide shows its number.", None)
    hidden: bool = key("Whether the slide is skipped in the show.", False)


@dataclass(frozen=True, kw_only=True)
class TitleSlide(Common):
    """The title slide."""

    title: Inline = key("The title of the deck.")
    subtitle: Inline | None = key("What stands below the title.", None)
    authors: tuple[Inline, ...] = key("Who presents.", (), also=("author",))
    affiliation: tuple[Inline, ...] = key(
        "Where they are from.", (), also=("affiliations", "organization")
    )
    date: Word | None = key("When it is presented.", None)


@dataclass(frozen=True, kw_only=True)
class Slide(Common):
    """A slide: a title, and a body of Markdown, bullets or blocks."""

    title: Inline | None = key("The title. Slides of the same title are numbered.", None)
    split: bool = key("Whether the slide may continue on further pages.", True)
    content: tuple[BlockRecord, ...] = collects(
        "The content: `body` is Markdown, a list of bullets, or a list of blocks."
    )


@dataclass(frozen=True, kw_only=True)
class TitledSlide(Slide):
    """A slide that has a title."""

    title: Inline = key("The title. Slides of the same title are numbered.")


@dataclass(frozen=True, kw_only=True)
class Keynote:
    """A talk told over several slides that share a title and are numbered."""

    span: Span
    title: Inline = key("The title that the slides share.")
    slides: tuple[Slide, ...] = key("The slides. A `title` of their own replaces the shared one.")


@dataclass(frozen=True, kw_only=True)
class Track:
    """Sessions that belong together: their titles start with the track's name."""

    TAG: ClassVar[str] = "track"

    span: Span
    track: Inline = key("The name of the track. It makes a section in PowerPoint.")
    sessions: tuple[TitledSlide, ...] = key("The sessions of the track.")


@dataclass(frozen=True, kw_only=True)
class Section(Common):
    """A divider: a slide that opens a section."""

    TAG: ClassVar[str] = "section"

    section: Inline = key("The name of the section. It makes a section in PowerPoint.")
    subtitle: Inline | None = key("What stands below the name.", None)


@dataclass(frozen=True, kw_only=True)
class Closing(Common):
    """The last slide: a word of thanks, an address."""

    title: Inline = key("The large text.")
    subtitle: Inline | None = key("What stands below it.", None)


@dataclass(frozen=True, kw_only=True)
class Spec:
    """A deck. Its parts appear in the order in which they are written."""

    span: Span
    deck: Settings | None = key("Settings of the whole deck.", None)
    title: TitleSlide | None = key("The title slide.", None)
    overview: TitledSlide | None = key("The slide that says what the deck is about.", None)
    keynote: Keynote | None = key("A talk told over several numbered slides.", None)
    sessions: tuple[TitledSlide | Track, ...] = key("Sessions, alone or grouped by track.", ())
    slides: tuple[Slide | Section, ...] = key("Any slides, and dividers between them.", ())
    summary: TitledSlide | None = key("The slide that sums up.", None)
    closing: Closing | None = key("The last slide.", None)
    parts: tuple[str, ...] = written_order()


Part = TitleSlide | TitledSlide | Keynote | Closing | tuple[Slide | Track | Section, ...]
