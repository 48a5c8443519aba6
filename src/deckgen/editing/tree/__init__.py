"""Unfinished YAML -> a tree of what stands where. It has no mistakes, only places.

The reader of decks (`spec.reader`) holds to YAML's rules and needs whole lines. Who types
has half a line most of the time; so this one goes by indentation and brackets alone, and takes what
it does not understand for text. What it gives is good for finding out where in a deck a place is,
and for nothing else: a deck is never built from it.
"""
