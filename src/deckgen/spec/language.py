"""The language: the records that a deck is written in. Docstrings and descriptions are its manual.

Binding, the JSON Schema for editors and the reference are all derived from these types. Their
annotations are evaluated here and now, which is faster than to compile each from text when a deck
is read.
"""

from typing import Annotated, ClassVar, Literal

from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.agenda import AgendaHere, AgendaWish
from deckgen.spec.backgrounds import Background
from deckgen.spec.blocks import BlockRecord
from deckgen.spec.foot import FootText, ShownDate
from deckgen.spec.formulas import Mathematics
from deckgen.spec.keys import Collects, Key, WrittenOrder
from deckgen.spec.kinds import (
    Count,
    Identifier,
    Inline,
    Language,
    Markdown,
    NumberPattern,
    Pattern,
    TextSize,
    TitlePattern,
    Word,
)
from deckgen.spec.reuse import LeftOut, VariableTable
from deckgen.spec.slide_size import SlideSize
from deckgen.spec.small_print import Copyright, Trademarks
from deckgen.spec.timing import Duration

Transitions = Literal["fade", "push", "wipe", "morph", "none"]


class Layouts(Struct, frozen=True, kw_only=True):
    """The layouts of the template to use, by kinds of slides; chosen automatically where absent."""

    span: Span
    title: Annotated[Word | None, Key("The layout of the title slide.")] = None
    section: Annotated[Word | None, Key("The layout of dividers.")] = None
    content: Annotated[Word | None, Key("The layout of slides with a body.")] = None
    two_contents: Annotated[
        Word | None,
        Key("The layout of slides with text beside pictures.", also=("two-contents",)),
    ] = None
    pictures: Annotated[Word | None, Key("The layout of slides with nothing but pictures.")] = None
    title_only: Annotated[
        Word | None, Key("The layout of slides without a body.", also=("title-only",))
    ] = None
    quote: Annotated[Word | None, Key("The layout of slides with nothing but a quotation.")] = None
    closing: Annotated[Word | None, Key("The layout of the last slide.")] = None


class Pictures(Struct, frozen=True, kw_only=True):
    """What becomes of the picture files of the whole deck."""

    span: Span
    metadata: Annotated[
        Literal["remove", "keep"],
        Key(
            "`remove` leaves out what the files tell beside what they show: place, time, camera,"
            " author, comments, small copies. `keep` copies the files whole."
        ),
    ] = "remove"
    dpi: Annotated[
        Count | None,
        Key("How many dots to the inch photographs have at the most; they stay whole if absent."),
    ] = None


class Settings(Struct, frozen=True, kw_only=True):
    """Settings of the whole deck. Each has a default."""

    span: Span
    template: Annotated[
        Word | None,
        Key("`corporate`, `corporate-dark`, `plain`, `report`, or the path of a .pptx or .potx."),
    ] = None
    size: Annotated[
        SlideSize | None,
        Key("The size of the slides of a built-in template: `16:9`, `4:3` or `A4`."),
    ] = None
    layouts: Annotated[
        Layouts | None, Key("Which of the template's layouts kinds of slides have.")
    ] = None
    language: Annotated[
        Language | None,
        Key("The language of the text, such as `ja` or `en`. Found out from the text when absent."),
    ] = None
    footer: Annotated[
        FootText | None, Key("Text in the footer of every slide but the first and closing one.")
    ] = None
    date: Annotated[
        ShownDate | None, Key("Date in the footer of every slide but the first and closing one.")
    ] = None
    slide_numbers: Annotated[
        NumberPattern,
        Key("Whether slides are numbered, and how: `{n}` of `{total}` pages."),
    ] = NumberPattern("{n}")
    numbering: Annotated[
        Pattern,
        Key("What follows a title that several slides share; `{n}` counts their pages."),
    ] = Pattern("({n})")
    continuation: Annotated[
        Pattern, Key("What follows the title of a slide that continues; `{n}` of `{total}` pages.")
    ] = Pattern(" ({n}/{total})")
    track_title: Annotated[TitlePattern, Key("How the titles of a track's sessions read.")] = (
        TitlePattern("{track}: {title}")
    )
    breaks: Annotated[
        Literal["join", "keep"],
        Key("What becomes of line ends within a paragraph of Markdown: `keep` keeps them."),
    ] = "join"
    smallest: Annotated[
        TextSize | None, Key("The size below which no text of a body is set; 14pt if absent.")
    ] = None
    pictures: Annotated[Pictures | None, Key("What the file keeps of its pictures' files.")] = None
    transition: Annotated[
        Transitions, Key("How pages appear: programs that know no `morph` let them `fade` in.")
    ] = "none"
    agenda: Annotated[
        AgendaWish | None,
        Key("Whether the sections are listed behind the title, and again before each of them."),
    ] = None
    math: Annotated[Mathematics | None, Key("How formulas are read.")] = None
    trademarks: Annotated[
        Trademarks | None, Key("The trademarks that the deck mentions, and the notice on them.")
    ] = None
    label: Annotated[
        FootText | None, Key("How confidential the deck is, such as `社外秘` or `Confidential`.")
    ] = None
    copyright: Annotated[
        Copyright | None, Key("Whose the deck is: a line at the foot of every slide.")
    ] = None
    author: Annotated[tuple[Word, ...], Key("Author in the file's properties.")] = ()
    company: Annotated[Word | None, Key("Company in the file's properties.")] = None
    subject: Annotated[Word | None, Key("Subject in the file's properties.")] = None
    keywords: Annotated[tuple[Word, ...], Key("Keywords in the file's properties.")] = ()
    category: Annotated[Word | None, Key("Category in the file's properties.")] = None


class Common(Struct, frozen=True, kw_only=True):
    """What every slide takes."""

    span: Span
    id: Annotated[Identifier | None, Key("A name that links lead to: `[see there](#costs)`.")] = (
        None
    )
    layout: Annotated[Word | None, Key("The name of a layout in the template.")] = None
    notes: Annotated[Markdown | None, Key("What the speaker says: Markdown.")] = None
    timing: Annotated[
        Duration | None,
        Key("How long it is spoken to: `2 min`, `90 s`, `1:30`; `deckgen check` sums it up."),
    ] = None
    language: Annotated[Language | None, Key("The language of this slide's text.")] = None
    footer: Annotated[FootText | None, Key("Text in this slide's footer; `false` for none.")] = None
    date: Annotated[ShownDate | None, Key("Date in this slide's footer; `false` for none.")] = None
    slide_number: Annotated[bool | None, Key("Whether this slide shows its number.")] = None
    hidden: Annotated[bool, Key("Whether the slide is skipped in the show.")] = False
    transition: Annotated[
        Transitions | None, Key("How this slide's pages appear, instead of what the deck says.")
    ] = None
    background: Annotated[
        Background | None, Key("A picture or a colour behind the slide, or at a side of it.")
    ] = None
    label: Annotated[
        FootText | None,
        Key("How confidential it is, instead of the deck's label; `false` for nothing."),
    ] = None


class TitleSlide(Common, frozen=True, kw_only=True):
    """The title slide."""

    SHORTHAND: ClassVar[str] = "title"
    title: Annotated[Inline, Key("The title of the deck.")]
    subtitle: Annotated[Inline | None, Key("What stands below the title.")] = None
    authors: Annotated[tuple[Inline, ...], Key("Who presents.", also=("author",))] = ()
    affiliation: Annotated[
        tuple[Inline, ...], Key("Where they are from.", also=("affiliations", "organization"))
    ] = ()
    date: Annotated[ShownDate | None, Key("When it is presented.")] = None


class Slide(Common, frozen=True, kw_only=True):
    """A slide: a title, and a body of Markdown, bullets or blocks."""

    title: Annotated[Inline | None, Key("The title. Slides of the same title are numbered.")] = None
    number: Annotated[bool, Key("Whether the slide is counted among those of the same title.")] = (
        True
    )
    build: Annotated[
        bool,
        Key("Whether it appears step by step, on clicks: items of lists, and parts of blocks."),
    ] = False
    split: Annotated[bool, Key("Whether the slide may continue on further pages.")] = True
    breaks: Annotated[
        Literal["join", "keep"] | None,
        Key("What becomes of line ends within a paragraph of this slide's Markdown."),
    ] = None
    fit: Annotated[
        Literal["shrink", "keep"],
        Key(
            "`shrink` lets text be set smaller to save a page, larger where there is little; "
            "`keep` leaves its size as the template has it."
        ),
    ] = "shrink"
    source: Annotated[
        tuple[Inline, ...],
        Key("Where figures come from: a line at the foot of the slide.", also=("sources",)),
    ] = ()
    footnotes: Annotated[
        tuple[Inline, ...],
        Key(
            "Lines at the foot of the slide; `[^1]` in its text refers to the first. Markdown may"
            " also have them where it refers to them: `[^1]: …`."
        ),
    ] = ()
    content: Annotated[
        tuple[BlockRecord, ...],
        Collects("The content: `body` is Markdown, a list of bullets, or a list of blocks."),
    ] = ()


class TitledSlide(Slide, frozen=True, kw_only=True):
    """A slide that has a title."""

    title: Annotated[Inline, Key("The title. Slides of the same title are numbered.")]


class Keynote(Struct, frozen=True, kw_only=True):
    """A talk told over several slides that share a title and are numbered."""

    span: Span
    title: Annotated[Inline, Key("The title that the slides share.")]
    slides: Annotated[
        tuple[Slide, ...], Key("The slides. A `title` of their own replaces the shared one.")
    ]


class Track(Struct, frozen=True, kw_only=True):
    """Sessions that belong together: their titles start with the track's name."""

    TAG: ClassVar[str] = "track"

    span: Span
    track: Annotated[Inline, Key("The name of the track. It makes a section in PowerPoint.")]
    sessions: Annotated[tuple[TitledSlide, ...], Key("The sessions of the track.")]


class Section(Common, frozen=True, kw_only=True):
    """A divider: a slide that opens a section."""

    TAG: ClassVar[str] = "section"

    section: Annotated[Inline, Key("The name of the section. It makes a section in PowerPoint.")]
    subtitle: Annotated[Inline | None, Key("What stands below the name.")] = None


class Agenda(Common, frozen=True, kw_only=True):
    """A slide that lists the sections of the deck, and leads to them."""

    TAG: ClassVar[str] = "agenda"
    agenda: Annotated[AgendaHere, Key("The title of the list, or `true` for the usual one.")]
    title: Annotated[Inline | None, Key("The title, beside `agenda: true`.")] = None


class Use(Struct, frozen=True, kw_only=True):
    """A slide of the template, copied as it is: a page on the company that is always the same."""

    TAG: ClassVar[str] = "use"

    span: Span
    use: Annotated[Word, Key("Which: `slide 3`, or the title of the slide.")]
    id: Annotated[Identifier | None, Key("A name that links lead to.")] = None


class Closing(Common, frozen=True, kw_only=True):
    """The last slide: a word of thanks, an address."""

    SHORTHAND: ClassVar[str] = "title"
    title: Annotated[Inline, Key("The large text.")]
    subtitle: Annotated[Inline | None, Key("What stands below it.")] = None


class Spec(Struct, frozen=True, kw_only=True):
    """A deck. Its parts appear in the order in which they are written.

    ```yaml
    variables: {audience: internal}
    deck: {template: corporate, language: en, footer: Quarterly review}
    title: {title: Where we stand, subtitle: Quarterly review, author: Your name}
    overview:
      title: Overview
      body: [What we promised, What came of it]
    keynote:
      title: Keynote
      slides:
        - body: [The first point, What follows from it]
        - body: [The second point, What follows from it]
    sessions:
      - title: A session
        body: [What was said, What was asked]
      - track: Operations
        sessions:
          - title: A session of the track
            body: [What was said, What was asked]
    slides:
      - section: Results
      - title: Costs rose with the move
        body: [The move took longer, The old data centre closes in May]
    summary:
      title: What comes next
      body: [Finish the move, Report the costs again]
    closing: {title: Thank you, subtitle: name@example.org}
    ```
    """

    span: Span
    deck: Annotated[Settings | None, Key("Settings of the whole deck.")] = None
    title: Annotated[TitleSlide | None, Key("The title slide.")] = None
    overview: Annotated[TitledSlide | None, Key("The slide that says what the deck is about.")] = (
        None
    )
    keynote: Annotated[Keynote | None, Key("A talk told over several numbered slides.")] = None
    sessions: Annotated[
        tuple[TitledSlide | Track, ...], Key("Sessions, alone or grouped by track.")
    ] = ()
    slides: Annotated[
        tuple[Slide | Section | Agenda | Use, ...],
        Key("Any slides, dividers between them, agendas, and slides of the template."),
    ] = ()
    summary: Annotated[TitledSlide | None, Key("The slide that sums up.")] = None
    closing: Annotated[Closing | None, Key("The last slide.")] = None
    variables: Annotated[
        VariableTable | None,
        Key(
            "Names and their values: `${name}` fills one in, and conditions (`when:`) ask for them."
        ),
    ] = None
    parts: Annotated[tuple[str, ...], WrittenOrder()] = ()
    is_whole: bool = True
    """Whether all of the deck could be read; else what is missing of it is told already."""
    left_out: tuple[LeftOut, ...] = ()


Part = TitleSlide | TitledSlide | Keynote | Closing | tuple[Slide | Track | Section | Use, ...]
