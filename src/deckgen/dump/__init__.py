"""A stage of a build -> its tree as text, for people and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckgen.compiler import Build


def dump(stage: str, build: Build) -> str:
    """Return the tree of a stage: `yaml`, `spec`, `deck`, `template` or `pages`.

    What a stage cannot make is empty; the reasons are in the build's sink.
    """
    match stage:
        case "yaml":
            return _yaml(build)
        case "spec":
            return _tree(build.spec())
        case "deck":
            return _tree(build.deck())
        case "template":
            deck = build.deck()
            return _template(build.template(deck) if deck else None)
        case "pages":
            return _pages(build)
        case _:
            raise ValueError(f"no stage {stage!r}")


def _yaml(build: Build) -> str:
    from deckgen.spec.reader import read_yaml

    return _tree(read_yaml(build.source, build.sink) if build.source else None)


def _tree(value: object) -> str:
    from deckgen.dump.tree import tree

    return "" if value is None else tree(value)


def _template(value: object) -> str:
    from deckgen.dump.template import show_template
    from deckgen.template.model import Template

    return show_template(value) if isinstance(value, Template) else ""


def _pages(build: Build) -> str:
    from deckgen.dump.pages import show_pages

    pages = build.pages()
    return show_pages(pages) if pages else ""
