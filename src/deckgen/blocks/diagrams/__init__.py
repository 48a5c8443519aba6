"""The block for diagrams: how large everything is, where it stands, and how it looks."""
