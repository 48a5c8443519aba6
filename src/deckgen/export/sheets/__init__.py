"""Drawings of slides -> sheets of paper that show several of them, or one with what is said."""
