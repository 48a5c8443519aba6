"""Drawings of pages -> files that show them without PowerPoint: .pdf, .png, .svg and .html."""
