"""Blocks and a region -> pieces that flow through it, page by page."""
