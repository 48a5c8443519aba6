"""Slides -> plans of their pages: layouts are chosen, content is measured and divided."""
