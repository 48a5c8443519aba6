"""What master, layout and slides of a template draw, read whole: fills, lines, forms and texts."""
