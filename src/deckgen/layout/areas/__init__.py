"""A layout -> the areas of it in which things may stand, and how far they may grow."""
