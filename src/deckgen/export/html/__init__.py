"""Drawings of pages -> one page of HTML that presents them, without anything beside it."""
