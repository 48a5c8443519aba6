"""What is on the pages, by what it is for -> the structure tree of a tagged file.

ISO 32000-1, 14.7 and 14.8; what PDF/UA-1 (ISO 14289-1) asks beyond that is said where it is done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.export.pdf.objects import references, text
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckgen.export.pdf.objects import File, Object

GROUPING: Final = frozenset(("Document", "Sect", "Div", "L", "LI", "Table", "TR"))
"""Elements that hold elements, and no content of their own."""
INLINE: Final = frozenset(("Link", "Code", "Span"))
"""Elements that stand in a line of text."""
_KEPT: Final = frozenset(("TD", "TH"))
"""Elements that say something even where they are empty: that a cell is."""


class Marked(Struct, frozen=True):
    """A stretch of a page's content, by the page's index and the number that it has there."""

    page: int
    number: int


class Annotated(Struct, frozen=True):
    """An annotation by the index of its page."""

    page: int
    annotation: object


class Element:
    """A part of the document: what it is for, and what is in it, in reading order."""

    def __init__(self, kind: str, around: Element | None = None, **entries: object) -> None:
        self.kind: Final = kind
        self.around: Final = around
        self.entries: Final = entries
        self.kids: Final[list[Element | Marked | Annotated]] = []

    def child(self, kind: str, **entries: object) -> Element:
        """Add an element below this one and return it."""
        made = Element(kind, self, **entries)
        self.kids.append(made)
        return made

    @property
    def block(self) -> Element:
        """The element of the paragraph that it is part of, which may be itself."""
        return self.around.block if self.around is not None and self.kind in INLINE else self

    @property
    def is_needed(self) -> bool:
        """Whether there is something in it, or it says something without."""
        if self.kind in _KEPT:
            return True
        return any(not isinstance(kid, Element) or kid.is_needed for kid in self.kids)


class Structure:
    """The elements of a file, and which of them each stretch of content belongs to."""

    def __init__(self) -> None:
        self.root: Final = Element("Document")
        self._contents: Final[list[list[Element]]] = []
        self._annotations: Final[list[Element]] = []

    def begin_page(self) -> None:
        """Take what comes as content of another page."""
        self._contents.append([])

    def mark(self, element: Element) -> int:
        """Return the number of another stretch of the page's content, which is in an element."""
        on_page = self._contents[-1]
        element.kids.append(Marked(len(self._contents) - 1, len(on_page)))
        on_page.append(element)
        return len(on_page) - 1

    def annotate(self, element: Element, annotation: Object) -> None:
        """Put an annotation into an element; it is told where that stands."""
        annotation["StructParent"] = len(self._annotations)
        element.kids.append(Annotated(len(self._contents) - 1, annotation))
        self._annotations.append(element)

    def parents_of(self, page: int) -> int:
        """Return the key under which the elements of a page's content are found."""
        return len(self._annotations) + page

    def write(self, file: File, pages: Sequence[Object]) -> Object:
        """Add the tree to a file and return its root."""
        root = file.add(Type="/StructTreeRoot")
        made: dict[int, Object] = {}
        top = _write(file, self.root, root, pages, made)
        root["K"] = references([top])
        numbers = [
            f"{key} {made[id(element)].reference.decode()}"
            for key, element in enumerate(self._annotations)
        ]
        for page, elements in enumerate(self._contents):
            known = file.add_array(made[id(element)].reference for element in elements)
            numbers.append(f"{self.parents_of(page)} {known.reference.decode()}")
        root["ParentTree"] = f"<</Nums [{' '.join(numbers)}]>>"
        root["ParentTreeNextKey"] = len(self._annotations) + len(self._contents)
        named = [
            (name, made[id(element)])
            for element in _all(self.root)
            if isinstance(name := element.entries.get("ID"), bytes) and id(element) in made
        ]
        if named:
            names = b" ".join(name + b" " + of.reference for name, of in sorted(named))
            limits = min(named)[0] + b" " + max(named)[0]
            kid = file.add(Limits=b"[" + limits + b"]", Names=b"[" + names + b"]")
            root["IDTree"] = file.add(Kids=references([kid])).reference
        return root


def _all(element: Element) -> Iterable[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _all(kid)


def _write(
    file: File, element: Element, parent: Object, pages: Sequence[Object], made: dict[int, Object]
) -> Object:
    written = file.add(
        Type="/StructElem", S=f"/{element.kind}", P=parent.reference, **element.entries
    )
    made[id(element)] = written
    page = next((kid.page for kid in element.kids if isinstance(kid, Marked)), None)
    if page is not None:
        written["Pg"] = pages[page].reference
    kids: list[bytes] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            if kid.is_needed:
                kids.append(_write(file, kid, written, pages, made).reference)
        elif isinstance(kid, Annotated):
            annotation: Object = kid.annotation
            kids.append(
                b"<</Type/OBJR/Pg "
                + pages[kid.page].reference
                + b"/Obj "
                + annotation.reference
                + b">>"
            )
        elif kid.page == page:
            kids.append(b"%d" % kid.number)
        else:
            kids.append(b"<</Type/MCR/Pg " + pages[kid.page].reference + b"/MCID %d>>" % kid.number)
    if kids:
        written["K"] = kids[0] if len(kids) == 1 else b"[" + b" ".join(kids) + b"]"
    return written


def alternative(words: str) -> dict[str, object]:
    """Return the entry that tells what something shows."""
    return {"Alt": text(words)} if words else {}
