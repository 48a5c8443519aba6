"""`python -m deckgen` -> the command line."""

from deckgen.cli import main

if __name__ == "__main__":
    main()
