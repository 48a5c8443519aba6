"""A key of the language -> what editors say of it: the same as the reference does."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from deckgen.editing.forms import Condition, Included, ListForm, Schema, record_types
from deckgen.patterns import lazy
from deckgen.records import REQUIRED, Struct
from deckgen.spec.bind import is_kind, members_of
from deckgen.spec.keys import shape_of, shorthand_of, value_of
from deckgen.spec.language import Spec
from deckgen.spec.nested import Blocks
from deckgen.spec.registries import Registry
from deckgen.spec.words import anchor, heading, of_default, of_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.editing.forms import Forms, KeyForm

REFERENCE: Final = "https://github.com/deckgen/deckgen/blob/main/docs/reference"
"""Where the pages of the reference are."""


_PAGE: Final = lazy(r"\]\(([a-z]+)\.md")
_LINK: Final = lazy(r"\[([^\]]*)\]\([^)]*\)")


def signature(field: KeyForm) -> str:
    """Return in a few words what may be written at a key, and its default."""
    if field.declared is None:
        return "a block" if field.block is not None else ""
    words = of_type(field.declared.type, _Names())
    if field.is_required:
        return f"{_plain(words)}, required"
    told = of_default(field.declared.default)
    return _plain(words) + (f", {_plain(told)} if absent" if told else "")


def told_of(field: KeyForm) -> str:
    """Return in Markdown what a key means: for a block its page in the reference."""
    return absolute(field.description)


def hover_of(field: KeyForm) -> str:
    """Return in Markdown all that the reference says of a key."""
    lines = [f"**`{field.name}`**"]
    if field.declared is not None:
        default = field.declared.default
        words = of_type(field.declared.type, links())
        shown = "*required*" if default is REQUIRED else of_default(default)
        lines[0] += f" — {words}"
        if shown:
            lines[0] += f"; {shown}" if default is REQUIRED else f"; default {shown}"
    lines.append(field.description)
    address = _address(field)
    if address:
        lines.append(f"[Reference]({address})")
    return absolute("\n\n".join(filter(None, lines)))


def absolute(text: str) -> str:
    """Return Markdown of the reference whose links lead there from anywhere."""
    text = text.replace("](#", f"]({REFERENCE}/language.md#")
    return _PAGE.sub(rf"]({REFERENCE}/\1.md", text)


def _address(field: KeyForm) -> str:
    """Return where the reference tells of a key."""
    if field.block is not None:
        return f"{REFERENCE}/language.md#{anchor(f'`{field.name}`')}"
    return _places().get(field.owner, "") if field.owner is not None else ""


class _Names(dict[type, str]):
    """The words for records where nothing can be a link."""

    def __missing__(self, record: type) -> str:
        return "Markdown or blocks" if record is Blocks else heading(record).lower()


@cache
def links() -> dict[type, str]:
    """Return the words for records as links to the reference."""
    found = {record: f"[{heading(record).lower()}]({at})" for record, at in _places().items()}
    found[Blocks] = f"Markdown or [blocks]({REFERENCE}/language.md#blocks)"
    for block in record_types():
        if getattr(block, "KEY", ""):
            found[block] = f"[`{block.KEY}`]({_places()[block]})"  # type: ignore[attr-defined]
    return found


@cache
def _places() -> dict[type, str]:
    """Return where the reference tells of each record."""
    found: dict[type, str] = {}
    roots: dict[str, tuple[type[Struct], ...]] = {
        "language": (Spec, *record_types()),
        "trademarks": (Registry,),
    }
    for page, root in roots.items():
        for record in _reached(*root):
            key = getattr(record, "KEY", "")
            title = f"`{key}`" if key else heading(record)
            found.setdefault(record, f"{REFERENCE}/{page}.md#{anchor(title)}")
    return found


def _reached(*roots: type[Struct]) -> Iterator[type[Struct]]:
    found = dict.fromkeys(roots)
    waiting = list(found)
    for record in waiting:
        yield record
        inner = [one for key in shape_of(record).keys.values() for one in _records_in(key.type)]
        waiting += [one for one in dict.fromkeys(inner) if one not in found]
        found.update(dict.fromkeys(inner))


def _records_in(expected: object) -> list[type[Struct]]:
    members = members_of(expected) or getattr(expected, "__args__", ())
    found = [record for member in members for record in _records_in(member)]
    if isinstance(expected, type) and issubclass(expected, Struct) and not is_kind(expected):
        found.append(expected)
    return found


def is_mapping(forms: Forms) -> bool:
    """Tell whether what may be written is a mapping of keys that stand on lines of their own."""
    return any(_is_mapping(form) for form in forms)


def _is_mapping(form: object) -> bool:
    if isinstance(form, ListForm | Schema) or form in {Included, Condition}:
        return False
    if not isinstance(form, type) or not issubclass(form, Struct) or is_kind(form):
        return False
    return shorthand_of(form) is None and value_of(form) is None


def _plain(words: str) -> str:
    """Return words without the signs of Markdown."""
    return _LINK.sub(r"\1", words).replace("`", "").replace("*", "")
