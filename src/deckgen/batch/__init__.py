"""Many decks, or one deck for each row of data -> a file for each, on all cores."""
