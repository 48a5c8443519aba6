"""deckgen: a declarative deck -> a native PowerPoint file on the user's own template."""
