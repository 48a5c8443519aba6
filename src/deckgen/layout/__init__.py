"""`Deck` and `Template` -> `Pages`: everything is measured, fitted, divided and placed here."""
