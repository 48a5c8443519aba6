"""A file of a deck -> the names in it and their places: ids, links to them, variables, files."""

from __future__ import annotations

from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.editing.forms import Condition, Included
from deckgen.editing.sites import SiteRole
from deckgen.editing.tree.nodes import Leaf, Writing
from deckgen.expressions import ExpressionError
from deckgen.expressions.tokens import tokens
from deckgen.patterns import lazy
from deckgen.records import Struct
from deckgen.spec.backgrounds import Ground
from deckgen.spec.datasets import DataSource
from deckgen.spec.diagrams import Diagram
from deckgen.spec.formulas import Macros, Tex
from deckgen.spec.icons import Icon
from deckgen.spec.kinds import Address, Identifier
from deckgen.spec.language import Settings
from deckgen.spec.picture_kinds import PictureRef, RecordingRef
from deckgen.spec.program_text import CodeFile
from deckgen.spec.reuse import VARIABLES
from deckgen.spec.small_print import RegistryFile
from deckgen.spec.verbatim import Verbatim
from deckgen.templates import BUILT_IN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.editing.forms import Form, Forms
    from deckgen.editing.sites import TextSite


class MentionKind(Enum):
    """What a name is."""

    ID = "id"
    LINK = "link"
    VARIABLE = "variable"
    USE = "use of a variable"
    INCLUDE = "included file"
    FILE = "file"
    REGISTRY = "registry"


class NameAt(Struct, frozen=True):
    """A name and its place in the file.

    `forms` is what an included file may hold, `value` what a variable stands for as it is written.
    """

    kind: MentionKind
    name: str
    start: int
    stop: int
    forms: Forms = ()
    value: str = ""

    def moved(self, by: int) -> NameAt:
        """Return the name some characters further on."""
        return NameAt(self.kind, self.name, self.start + by, self.stop + by, self.forms, self.value)


_LINK: Final = lazy(r"(?:\]\(\s*<?|^[ \t]*\[[^\]\n]+\]:\s*)#([^\s)>\"']+)", 8)
"""The id in a link of Markdown, or in the definition of one (`re.MULTILINE`)."""
_USE: Final = lazy(r"\$\$\{|\$\{\s*+([\w-]++(?:\.[\w-]++)*)(?!\.[\w-])[^{}\n]*+\}")
_PICTURE: Final = lazy(r"!\[[^\[\]\n]*\]\(\s*<?([^\s)>#\"']+)")
_CODE: Final = lazy(
    r"^[ \t]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*\1|\Z)|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)", 24
)
"""A fence, or program text in a line (`re.MULTILINE | re.DOTALL`)."""
_UNREAD: Final = (Verbatim, Tex, Macros, Diagram)
"""Kinds in whose text nothing is a link."""
_FILES: Final = (PictureRef, RecordingRef, CodeFile, DataSource)
_PERHAPS: Final = (Icon, Ground)
"""Kinds that are a file if there is a full stop in them."""
TEMPLATE: Final = "template"


def mentions(sites: Iterator[TextSite]) -> Iterator[NameAt]:
    """Yield the names in some sites of a deck, in order."""
    for site in sites:
        if site.role is SiteRole.KEY:
            yield from _variables(site)
        elif site.leaf.text:
            yield from _in_value(site)


def _variables(site: TextSite) -> Iterator[NameAt]:
    """Yield the name of a variable that a key gives a value."""
    path = path_of_variable(site)
    if path:
        told = site.value.text if isinstance(site.value, Leaf) else ""
        yield NameAt(MentionKind.VARIABLE, ".".join(path), *site.inner, value=told)


def path_of_variable(site: TextSite) -> tuple[str, ...]:
    """Return the parts of the name of the variable that a key is, none where it is none."""
    if len(site.within) < 2 or site.within[0].get(VARIABLES) is not site.within[1]:
        return ()
    path: list[str] = []
    for outer, below in pairwise(site.within[1:]):
        name = next((pair.key.text for pair in outer.pairs if pair.value is below), None)
        if name is None:
            return ()
        path.append(name)
    return (*path, site.leaf.text)


def _in_value(site: TextSite) -> Iterator[NameAt]:
    forms = site.scalars
    if Condition in forms:
        yield from _in_condition(site)
        return
    if Included in forms:
        yield _at(MentionKind.INCLUDE, site.leaf.text, *site.inner, site.holder)
        return
    if Identifier in forms:
        yield _at(MentionKind.ID, site.leaf.text, *site.inner)
        return
    if RegistryFile in forms:
        yield _at(MentionKind.REGISTRY, site.leaf.text, *site.inner)
        return
    yield from _in_text(site, forms)
    kinds = set(map(id, forms))
    named = any(id(kind) in kinds for kind in _FILES)
    perhaps = any(id(kind) in kinds for kind in _PERHAPS) and "." in site.leaf.text[1:-1]
    if (named or perhaps or _is_template(site)) and "\n" not in site.leaf.text:
        yield _at(MentionKind.FILE, site.leaf.text, *site.inner)


def _is_template(site: TextSite) -> bool:
    field = site.field
    if field is None or field.owner is not Settings or field.name != TEMPLATE:
        return False
    return site.leaf.text not in BUILT_IN


def _in_text(site: TextSite, forms: Forms) -> Iterator[NameAt]:
    text, start = site.leaf.text, site.inner[0]
    if site.leaf.writing is Writing.BLOCK:
        start = site.stop - len(text)
    if "${" in text and not is_unread(forms):
        for match in _USE.finditer(text):
            if match[1]:
                yield _at(MentionKind.USE, match[1], start + match.start(1), start + match.end(1))
    if "#" in text and Address in forms and text.startswith("#"):
        yield _at(MentionKind.LINK, text[1:], start + 1, start + len(text))
    if is_unread(forms) or ("](" not in text and "]:" not in text):
        return
    shown = without_code(text)
    for match in _LINK.finditer(shown):
        yield _at(MentionKind.LINK, match[1], start + match.start(1), start + match.end(1))
    for match in _PICTURE.finditer(shown):
        if "://" not in match[1]:
            yield _at(MentionKind.FILE, match[1], start + match.start(1), start + match.end(1))


def is_unread(forms: tuple[Form, ...]) -> bool:
    """Tell whether a text is of a kind in which nothing is a link or a variable."""
    return any(form is kind for form in forms for kind in _UNREAD)


def without_code(text: str) -> str:
    """Return Markdown with blanks in the place of program text, so that all else keeps its."""
    if "`" not in text and "~~~" not in text:
        return text
    return _CODE.sub(lambda match: " " * len(match[0]), text)


def _in_condition(site: TextSite) -> Iterator[NameAt]:
    """Yield the variables that a condition asks for."""
    start = site.inner[0]
    try:
        found = [token for token in tokens(site.leaf.text) if token.kind == "name"]
    except ExpressionError:
        return
    for token in found:
        yield _at(MentionKind.USE, ".".join(token.path), start + token.start, start + token.stop)


def _at(kind: MentionKind, name: str, start: int, stop: int, forms: Forms = ()) -> NameAt:
    return NameAt(kind, name, start, stop, forms)
