"""Drawings of pages -> a tagged PDF file."""
