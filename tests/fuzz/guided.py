"""Text that is led by coverage to where no text has been, by atheris; for decks and Markdown.

libFuzzer keeps inputs that reach new lines of deckgen, and changes them further. Half of the
changes are its own, of bytes, half are those of `slips`, which know what a deck is made of.
"""

from __future__ import annotations

import importlib.util
import pkgutil
import sys
from random import Random
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[[bytes, tuple[str, str] | None], None]

KINDS: Final = ("decks", "markdown")
_LONGEST: Final = 8_000
_STARTS: Final = 400
"""Inputs of the unguided kind from which the search starts."""


def is_there() -> bool:
    """Tell whether atheris is installed. It is not to be had for every Python and system."""
    return importlib.util.find_spec("atheris") is not None


def instrument() -> None:
    """Import deckgen, and what reads text for it, in a form that tells which lines are run."""
    import atheris

    with atheris.instrument_imports(include=["deckgen", "markdown_it", "mdit_py_plugins"]):
        import deckgen

        for module in pkgutil.walk_packages(deckgen.__path__, "deckgen."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)


def run(kind: str, seed: int, count: int, corpus: Path, told: Told) -> None:
    """Build `count` inputs, and tell of each its bytes and what is wrong.

    What led further is kept in the folder `corpus`, from which the next run goes on.
    """
    import atheris

    from tests.fuzz.campaign import judge
    from tests.fuzz.inputs import Input
    from tests.fuzz.markdown import deck_of, pieces
    from tests.fuzz.slips import slip

    def files_of(data: bytes) -> dict[str, bytes]:
        if kind == "decks":
            return {"deck.yaml": data}
        text = data[1:].decode(errors="replace")
        return {"deck.yaml": deck_of(text, Random(data[:1])).encode()}

    def one(data: bytes) -> None:
        told(data, judge(files_of(data)))

    def changed(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        if random.random() < 0.5:
            return bytes(atheris.Mutate(data, most))
        head, text = (b"", data) if kind == "decks" else (data[:1], data[1:])
        return (head + slip(text.decode(errors="replace"), random, pieces()).encode())[:most]

    corpus.mkdir(parents=True, exist_ok=True)
    for number in range(_STARTS):
        start = Input(kind, seed, number).files()["deck.yaml"][:_LONGEST]
        (corpus / f"start-{seed}-{number}").write_bytes(start)
    words = (f"-runs={count}", f"-seed={seed}", f"-max_len={_LONGEST}", "-timeout=600")
    atheris.Setup(
        [sys.argv[0], *words, "-rss_limit_mb=4096", "-print_final_stats=1", str(corpus)],
        one,
        custom_mutator=changed,
    )
    atheris.Fuzz()
