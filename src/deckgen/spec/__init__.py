"""YAML text -> a typed `Spec`: what the author wrote, checked, with the place of every value."""
