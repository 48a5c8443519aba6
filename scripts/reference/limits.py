"""The limits to the work of a build -> the page that lists them."""

from __future__ import annotations

from typing import Final

from deckgen.limits import (
    DEFAULT,
    DEPTH,
    LOOKED_AT,
    LOOKED_AT_PHOTOGRAPH,
    LOOKED_AT_PIXELS,
    RATIO,
    XML_PART,
    limits,
    sized,
)
from reference.words import table

HEAD: Final = """\
# Limits

<!-- Written by scripts/write_reference.py from src/deckgen/limits.py; change that instead. -->

Decks, pictures and templates may come from anyone, and a small file may ask for much work. So each
kind of work has a limit, far above what people write. What is beyond it is an error that names the
limit; nothing is written then.

Whoever runs deckgen may raise a limit, or lower it, a deck cannot:

```sh
deckgen deck.yaml --limit pictures=4G --limit values=1M
DECKGEN_LIMITS="pictures=4G values=1M" deckgen deck.yaml
```

`K`, `M` and `G` stand for powers of 1,024 where bytes are counted, else of 1,000. In Python, limits
are `Options(limits=Limits(pictures=4 << 30))`.
"""

FIXED: Final = f"""
These are the same in every run:

- Values, and the blocks of Markdown, are nested up to {DEPTH} levels deep.
- A part of a template that is read as XML has up to {sized(XML_PART)}.
- {LOOKED_AT} pictures of a template are looked at to know the colours behind text, those of up to
  {LOOKED_AT_PIXELS:,} pixels, or of {LOOKED_AT_PHOTOGRAPH:,} in a
  JPEG that is not progressive.
- A part of a template that is larger than 32 MiB unpacks to up to {RATIO} times its packed size.

What a build at each limit costs is [measured](../../benchmarks/README.md#limits).
"""


def limits_page() -> str:
    """Return the page on limits."""
    rows = [
        (f"`{name}`", sized(DEFAULT.of(name), limit.unit), limit.what)
        for name, limit in limits().items()
    ]
    return "\n".join((HEAD, *table(("Limit", "Default", "Of what"), rows), FIXED)).rstrip() + "\n"
