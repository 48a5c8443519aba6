"""Look for inputs that deckgen cannot stand: python -m tests.fuzz KIND [--count N] [--seed N]."""

from __future__ import annotations

import argparse
import sys
from typing import Final

from tests.fuzz import guided

KINDS: Final = ("decks", "markdown", "pictures", "templates")


def main() -> int:
    """Return 1 where a fault was found."""
    options = _options()
    if options.guided and not guided.is_there():
        print("atheris is not installed: inputs are random, and not guided by coverage")
        options.guided = False
    if options.guided:
        guided.instrument()  # before deckgen is imported
    from tests.fuzz import runs

    if options.only is not None:
        return runs.once(options.kind, options.seed, options.only)
    run = runs.guided_run if options.guided else runs.random_run
    return run(options.kind, options.seed, options.count)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--count", type=int, default=1_000, help="how many inputs")
    parser.add_argument("--seed", type=int, default=1, help="another one for other inputs")
    parser.add_argument("--only", type=int, help="build the input of this number, and keep it")
    parser.add_argument("--guided", action="store_true", help="by coverage; decks and markdown")
    options = parser.parse_args()
    if options.guided and options.kind not in guided.KINDS:
        parser.error(f"only {' and '.join(guided.KINDS)} can be guided")
    return options


if __name__ == "__main__":
    sys.exit(main())
