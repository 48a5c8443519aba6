"""The start of a path -> the files that may be meant, in the folder of the file and below it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen.editing.offers.model import Offer, OfferKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.editing.offers.model import Around

PICTURES: Final = frozenset(
    (
        *(".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".heic", ".heif"),
        *(".bmp", ".tif", ".tiff", ".emf", ".wmf", ".pdf"),
    )
)
RECORDINGS: Final = frozenset((".mp4", ".m4v", ".mov", ".webm", ".mp3", ".m4a", ".wav"))
DATA: Final = frozenset((".csv", ".tsv", ".xlsx", ".xlsm", ".json", ".jsonl"))
TEMPLATES: Final = frozenset((".pptx", ".potx", ".pptm", ".potm"))
YAML: Final = frozenset((".yaml", ".yml"))
ANY: Final = frozenset[str]()

_DEEPEST: Final = 5
_MOST_FILES: Final = 400
_MOST_SEEN: Final = 1_500
"""How many names are looked at."""
_PASSED: Final = frozenset(("node_modules", "__pycache__", "out", "dist", "build"))


def path_offers(
    endings: frozenset[str], typed: str, span: tuple[int, int], around: Around
) -> Iterator[Offer]:
    """Yield the files of some endings below the folder of the file, and of one that is typed.

    `typed` is what stands in a span up to the cursor.
    """
    base = around.document.path.parent
    above = typed.rpartition("/")[0]
    folder = base / above if above.startswith("..") else base
    prefix = f"{above}/" if above.startswith("..") else ""
    for number, name in enumerate(_files(folder, endings, around)):
        yield Offer(prefix + name, OfferKind.FILE, *span, prefix + name, rank=number)


def _files(folder: Path, endings: frozenset[str], around: Around) -> Iterator[str]:
    """Yield the paths of files below a folder: those in it first, then those in its folders."""
    seen = found = 0
    waiting = [("", 0)]
    own = around.document.path
    while waiting:
        prefix, depth = waiting.pop(0)
        for name in around.world.siblings(folder / prefix / "x"):
            seen += 1
            if seen > _MOST_SEEN or found >= _MOST_FILES:
                return
            if name.startswith((".", "~")) or folder / prefix / name == own:
                continue
            ending = Path(name).suffix.lower()
            if not ending:
                if depth < _DEEPEST and name not in _PASSED:
                    waiting.append((f"{prefix}{name}/", depth + 1))
            elif not endings or ending in endings:
                found += 1
                yield prefix + name
