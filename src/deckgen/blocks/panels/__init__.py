"""Blocks that stand on panels, and how panels look."""
