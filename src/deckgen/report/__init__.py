"""Diagnostics -> what people and programs read: full with source lines, concise, or JSON."""
