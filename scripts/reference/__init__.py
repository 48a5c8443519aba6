"""The types of the language and the catalogue of diagnostics -> pages of the reference."""
