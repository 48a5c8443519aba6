"""Records: the frozen values of which the trees between stages are made, and what builds them.

They are msgspec structs, which a class statement makes in C. A run defines some 150 of them, and
as dataclasses they would take a quarter of the time of a small build.
"""

from deckgen.patterns import uncompiled

with uncompiled():  # what it loads of the standard library compiles a dozen that nobody asks for
    from msgspec import NODEFAULT as REQUIRED
    from msgspec import Struct, field, to_builtins
    from msgspec.structs import fields, replace

__all__ = ["REQUIRED", "Struct", "field", "fields", "replace", "to_builtins"]
