"""The small print of a deck: trademarks and their notice, confidentiality, copyright."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.bind import FAILED, Binding, Failed, text_hint
from deckgen.spec.keys import Key
from deckgen.spec.kinds import Inline, Word
from deckgen.spec.nodes import Node, Scalar

if TYPE_CHECKING:
    from deckgen.spec.registries import Registry

NoticePlace = Literal["title", "every", "mentioning", "last"]
FirstUse = Literal["deck", "slide", "never"]


class RegistryFile(Struct, frozen=True):
    """A file of trademarks that was found and read."""

    name: str
    registry: Registry
    span: Span

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the registry that a path names; its mistakes are reported at its own lines."""
        if not isinstance(node, Scalar) or node.is_null:
            return binding.wrong_type(node, "the path of a file of trademarks", text_hint(node))
        from deckgen.spec.registries import read_registry

        registry = read_registry(node.text, node.span, binding)
        return FAILED if registry is None else cls(node.text, registry, node.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "string", "description": "path of a YAML file, relative to the deck"}


class Trademarks(Struct, frozen=True, kw_only=True):
    """The trademarks that a deck mentions: the notice on them, and how they are marked.

    ```yaml
    deck:
      trademarks:
        place: mentioning
        first_use: deck
    title: {title: OpenStack Summit}
    ```
    """

    SHORTHAND: ClassVar[str] = "notice"
    SWITCHED: ClassVar[bool] = True

    span: Span
    notice: Annotated[
        Inline | None,
        Key(
            "The notice. `{marks}` lists the marks that the deck mentions, and their owners; with"
            " `place: mentioning`, those that the slide mentions. In the usual words of the"
            ' deck\'s language if absent; `""` for none.'
        ),
    ] = None
    place: Annotated[
        NoticePlace,
        Key(
            "Where the notice stands: on the `title` slide, on `every` slide, on slides"
            " `mentioning` a mark, or on slides of its own that come `last` and list all marks."
        ),
    ] = "title"
    first_use: Annotated[
        FirstUse,
        Key(
            "Which mentions get the mark's ® or ™: the first of the `deck`, the first of each"
            " `slide`, or `never` any."
        ),
    ] = "never"
    registry: Annotated[
        tuple[RegistryFile, ...] | None,
        Key(
            "A file of marks, or several; they come before those that deckgen knows. If absent,"
            " `assets/trademarks.yaml` beside the deck, where there is one."
        ),
    ] = None
    region: Annotated[
        Word | None,
        Key(
            "Where the deck is shown, such as `JP`: a mark that is registered elsewhere only gets a"
            " ™ instead of its ®."
        ),
    ] = None
    notes: Annotated[bool, Key("Whether marks count that only the notes mention.")] = True
    check: Annotated[
        bool | None,
        Key(
            "Whether spellings and attributions are checked: always, or never. If absent, by"
            " `deckgen check`, and always if the deck names a `registry`."
        ),
    ] = None


class Copyright(Struct, frozen=True, kw_only=True):
    """Whose the deck is: a line at the foot of every slide, such as `© 2016 SCSK Corporation`."""

    SHORTHAND: ClassVar[str] = "holder"
    SWITCHED: ClassVar[bool] = True

    span: Span
    holder: Annotated[Word, Key("Who holds the copyright, or the whole line if it has a ©.")]
    year: Annotated[
        Word | None, Key("The year, or years. That of the deck's date or title if absent.")
    ] = None
