"""The bytes of a template -> what a run before has read of it, from the cache of the user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.cache import digest, maker
from deckgen.opc.package import BadPackageError
from deckgen.records import to_msgpack
from deckgen.template.stored import NotKeptError, keep, kept_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.cache import Cache
    from deckgen.limits import Limits
    from deckgen.template.model import Template

    ReadTemplate = tuple[Template, tuple[str, ...]]
    """A template, and what there is to say of what is active in every deck on it."""

_WHAT: Final = b"template"


class TemplateCache:
    """Templates as they are read in a language and under limits, kept for the next run."""

    def __init__(self, cache: Cache, language: str, limits: Limits) -> None:
        self._cache: Final = cache
        self._language: Final = language
        self._limits: Final = limits

    def read(self, data: bytes, name: str, read: Callable[[], ReadTemplate]) -> ReadTemplate:
        """Return the template in a file: what is kept of it, else what reading it gives."""
        try:
            key = digest(_WHAT, data, maker(), self._language.encode(), to_msgpack(self._limits))
        except OSError:  # the code does not lie in files
            return read()
        content = self._cache.get(key)
        if content is not None:
            try:
                kept = kept_in(content)
                return kept.template(data, name, self._limits), kept.brought
            except (NotKeptError, BadPackageError):
                pass  # as if nothing were there
        template, brought = read()
        if not template.supplied:  # that has parts which are not in the file
            self._cache.put(key, keep(template, brought))
        return template, brought
