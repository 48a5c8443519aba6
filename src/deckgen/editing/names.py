"""The files of a deck -> what its names lead to: slides, variables, footnotes, files; and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.editing.headings import outline, slides_in
from deckgen.editing.mentions import MentionKind, NameAt, without_code
from deckgen.editing.overlay import plain
from deckgen.editing.tree.nodes import Leaf, Listing
from deckgen.patterns import lazy
from deckgen.records import Struct
from deckgen.resolve.titles import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deckgen.editing.documents import Document
    from deckgen.editing.library import DeckFile
    from deckgen.editing.sites import TextSite
    from deckgen.editing.tree.nodes import Branch, Node

    Files = Mapping[str, DeckFile]

_NOTE: Final = lazy(r"^[ \t]*\[\^([^\]\s]+)\]:\s*([^\n]*)", 8)
"""A footnote in Markdown (`re.MULTILINE`)."""
_FOOTNOTES: Final = "footnotes"
_CONTENT: Final = ("body", "text")


class LinkName(Struct, frozen=True):
    """What a link may lead to: its name, the words of the slide, and where it is.

    `span` is where the name or the title stands, `whole` all of the slide.
    """

    name: str
    title: str
    document: Document
    span: tuple[int, int]
    whole: tuple[int, int]
    is_id: bool = True


class Note(Struct, frozen=True):
    """A footnote: its label, its text, and where it stands, counted from the start of its chunk."""

    label: str
    text: str
    span: tuple[int, int]


class FileSpan(Struct, frozen=True):
    """A stretch of a file, named by its plain name; where there is no text, the file as a whole."""

    file: str
    start: int = 0
    stop: int = 0


def targets(files: Files) -> list[LinkName]:
    """Return all that links may lead to: ids, then titles that no other slide has."""
    found: dict[str, LinkName] = {}
    titled: dict[str, list[LinkName]] = {}
    for file in files.values():
        document = file.document
        slides = [*slides_in(outline(document))]
        by_id = {slide.id: slide for slide in slides if slide.id}
        for mention in file.mentions:
            if mention.kind is MentionKind.ID:
                span, slide = (mention.start, mention.stop), by_id.get(mention.name)
                whole = (slide.start, slide.stop) if slide else span
                title = slide.name if slide else ""
                found.setdefault(mention.name, LinkName(mention.name, title, document, span, whole))
        for slide in slides:
            whole = slide.start, slide.stop
            target = LinkName(slug(slide.name), slide.name, document, slide.named_at, whole, False)
            titled.setdefault(target.name, []).append(target)
    others = (same[0] for name, same in titled.items() if len(same) == 1 and name)
    return [*found.values(), *(one for one in others if one.name not in found)]


def target_of(name: str, files: Files) -> LinkName | None:
    """Return what a link leads to that has a name behind its `#`."""
    found = {target.name: target for target in targets(files)}
    return found.get(name) or found.get(name.lower())


def variables(files: Files) -> dict[str, str]:
    """Return the variables of a deck with their values as they are written."""
    found: dict[str, str] = {}
    for file in files.values():
        for mention in file.mentions:
            if mention.kind is MentionKind.VARIABLE:
                found.setdefault(mention.name, mention.value)
    return found


def is_variable(mention: NameAt) -> bool:
    """Tell whether a name is that of a variable, or fills one in."""
    return mention.kind in {MentionKind.VARIABLE, MentionKind.USE}


def is_target(mention: NameAt) -> bool:
    """Tell whether a name is an id, or links to one."""
    return mention.kind in {MentionKind.ID, MentionKind.LINK}


def mention_at(file: DeckFile, at: int) -> NameAt | None:
    """Return the name at an offset."""
    return next((one for one in file.mentions if one.start <= at <= one.stop), None)


def definitions(file: DeckFile, at: int, files: Files) -> list[FileSpan]:
    """Return where what stands at an offset is defined."""
    mention = mention_at(file, at)
    if mention is None:
        return _of_footnote(file, at)
    if is_target(mention):
        target = target_of(mention.name, files)
        return [] if target is None else [_spot(target.document, *target.span)]
    if is_variable(mention):
        return [
            _spot(each.document, one.start, one.stop)
            for each in files.values()
            for one in each.mentions
            if one.kind is MentionKind.VARIABLE and one.name == mention.name
        ]
    return [FileSpan(path_of(file.document, mention))]


def path_of(document: Document, mention: NameAt) -> str:
    """Return the plain name of the file that a name in a document means."""
    return plain(document.path.parent / mention.name.replace("\\", "/"))


def references(file: DeckFile, at: int, files: Files) -> list[FileSpan]:
    """Return all places that name what stands at an offset, its definition among them."""
    mention = mention_at(file, at)
    if mention is None:
        return []
    names, alike = {mention.name}, is_variable
    if is_target(mention):
        alike = is_target
        target = target_of(mention.name, files)
        if target is not None:
            same = (one for one in targets(files) if one.whole == target.whole)
            names |= {one.name for one in same if one.document is target.document}
    elif not is_variable(mention):
        kind = mention.kind
        return [
            _spot(each.document, one.start, one.stop)
            for each in files.values()
            for one in each.mentions
            if one.kind is kind and path_of(each.document, one) == path_of(file.document, mention)
        ]
    return [
        _spot(each.document, one.start, one.stop)
        for each in files.values()
        for one in each.mentions
        if alike(one) and one.name in names
    ]


def _spot(document: Document, start: int, stop: int) -> FileSpan:
    return FileSpan(plain(document.path), start, stop)


def _of_footnote(file: DeckFile, at: int) -> list[FileSpan]:
    """Return where the footnote stands to which `[^label]` at an offset refers."""
    document = file.document
    site = document.site(file.language, file.root, at)
    start = document.text.rfind("[^", 0, at + 1)
    stop = document.text.find("]", start)
    if site is None or start < site.start or not start <= at <= stop < site.stop:
        return []
    label = document.text[start + 2 : stop]
    notes = (note for note in footnotes_of(site) if note.label == label)
    return [_spot(document, site.base + n.span[0], site.base + n.span[1]) for n in notes]


def footnotes_of(site: TextSite) -> list[Note]:
    """Return the footnotes of the slide in which a text stands."""
    slide = next((one for one in reversed(site.within) if _is_slide(one)), None)
    if slide is None:
        return []
    return [*_listed(slide), *_written(slide)]


def _is_slide(branch: Branch) -> bool:
    return bool(branch.keys & {_FOOTNOTES, "title", "notes", *_CONTENT})


def _listed(slide: Branch) -> Iterator[Note]:
    value = slide.get(_FOOTNOTES)
    items = value.items if isinstance(value, Listing) else (value,)
    for number, item in enumerate(items, start=1):
        if isinstance(item, Leaf) and item.text:
            yield Note(str(number), item.text, (item.start, item.stop))


def _written(slide: Branch) -> Iterator[Note]:
    for leaf in _leaves(slide):
        start = leaf.stop - len(leaf.text)
        for match in _NOTE.finditer(without_code(leaf.text)):
            span = start + match.start(1), start + match.end(1)
            yield Note(match[1], match[2].strip(), span)


def _leaves(node: Node | None) -> Iterator[Leaf]:
    match node:
        case Leaf():
            yield node
        case Listing():
            for item in node.items:
                yield from _leaves(item)
        case None:
            return
        case _:
            for pair in node.pairs:
                yield from _leaves(pair.value)


def is_defined(name: str, files: Files) -> bool:
    """Tell whether something has an id, or a variable a name, already."""
    return any(
        one.name == name and one.kind in {MentionKind.ID, MentionKind.VARIABLE}
        for file in files.values()
        for one in file.mentions
    )
