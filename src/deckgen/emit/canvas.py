"""What the writers of a slide's shapes share: settings of the deck, ids and links of the slide."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from deckgen.emit.address import address
from deckgen.emit.attachments import drawing
from deckgen.emit.language import language_attributes
from deckgen.emit.names import ShapeNames
from deckgen.emit.relations import HYPERLINK, IMAGE, SLIDE, Relations
from deckgen.emit.styles import list_style
from deckgen.emit.xml import attribute
from deckgen.pages import Attachment
from deckgen.pictures.model import PictureFile
from deckgen.records import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deckgen.content import Link
    from deckgen.emit.attachments import Attachments
    from deckgen.emit.timing import Playing
    from deckgen.geometry import Rect, Size
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Theme

Named = PictureFile | Attachment | str
"""What has a name that the whole deck decides: a picture, an attachment, the id of a slide."""

_JUMP = ' action="ppaction://hlinksldjump"'


class Output(Struct, frozen=True):
    """What is the same for all slides.

    `slides` holds the part names of the slides that links may name, by their ids.
    """

    language: str
    slides: Mapping[str, str]
    attachments: Attachments
    slide_size: Size
    table_style: str | None = None
    list_styles: dict[tuple[int, int, int], str] = field(default_factory=dict)
    """List styles by the identities of the levels, the inherited levels and the theme."""

    def name_of(self, named: Named) -> str:
        """Return the name of the part for a picture, an attachment or a slide."""
        match named:
            case PictureFile():
                return self.attachments.picture(named)
            case Attachment():
                return self.attachments.add(named)
            case str():
                return self.slides[named]
            case _:
                assert_never(named)


class Canvas:
    """A slide that is being written, in a theme."""

    def __init__(self, deck: Output, theme: Theme) -> None:
        self.deck = deck
        self.theme = theme
        self.relations = Relations()
        self.asked: list[tuple[Named, str]] = []
        """What a name was asked for that the whole deck decides, and the name."""
        self.playing: list[Playing] = []
        """The videos and sounds that are on it."""
        self.has_formulas = False
        """Whether what is written is for programs that show formulas."""
        self._names = ShapeNames()

    def beside(self) -> Canvas:
        """Return a canvas for another part of the slide, with ids and links of its own."""
        other = Canvas(self.deck, self.theme)
        other.asked = self.asked
        return other

    def _name(self, named: Named) -> str:
        name = self.deck.name_of(named)
        self.asked.append((named, name))
        return name

    def identity(self, name: str, description: str = "", box: Rect | None = None) -> str:
        """Return the attributes that identify a new shape: id, unique name and description.

        What connectors may be glued to is known by its box.
        """
        number, unique = self._names.next(name, box)
        described = f' descr="{attribute(description)}"' if description else ""
        return f' id="{number}" name="{attribute(unique)}"{described}'

    @property
    def newest(self) -> int:
        """The id of the shape that was identified last; a group is, after what is in it."""
        return self._names.newest

    def with_formulas(self, write: Callable[[], str]) -> str:
        """Return a shape for programs that show formulas; the next has its id and name again."""
        names = self._names
        self._names, self.has_formulas = names.copy(), True
        shown = write()
        self._names, self.has_formulas = names, False
        return shown

    def id_in(self, box: Rect) -> int:
        """Return the id of the shape in a box, to which a connector is glued."""
        return self._names.of(box)

    def language(self, tag: str) -> str:
        """Return the language attributes of text in a language."""
        return language_attributes(tag, self.deck.language)

    def list_style(self, levels: tuple[LevelStyle, ...], base: tuple[LevelStyle, ...]) -> str:
        """Return the list style for levels; most slides of a deck share their levels."""
        known, key = self.deck.list_styles, (id(levels), id(base), id(self.theme))
        if key not in known:
            known[key] = list_style(levels, base, self.theme)
        return known[key]

    def picture(self, file: PictureFile) -> str:
        """Return the id of the relationship to a picture."""
        return self.relations.add(IMAGE, self._name(file))

    def drawing(self, file: PictureFile) -> str | None:
        """Return the id of the relationship to the drawing behind a picture, if there is one."""
        attached = drawing(file)
        return None if attached is None else self.attach(attached)

    def attach(self, attached: Attachment) -> str:
        """Return the id of the relationship to what comes with an item."""
        return self.relations.add(attached.relationship, self._name(attached))

    def link(self, link: Link, content: str = "") -> str:
        """Return the `a:hlinkClick` that leads where a link does."""
        slide = link.slide_id
        if slide is None:
            target, action = self.relations.add(HYPERLINK, address(link.target)), ""
        else:
            target, action = self.relations.add(SLIDE, self._name(slide)), _JUMP
        tip = f' tooltip="{attribute(link.title)}"' if link.title else ""
        attributes = f' r:id="{target}"{action}{tip}'
        if content:
            return f"<a:hlinkClick{attributes}>{content}</a:hlinkClick>"
        return f"<a:hlinkClick{attributes}/>"
