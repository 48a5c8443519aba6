"""Records: the frozen values of which the trees between stages are made, and what builds them.

They are msgspec structs, which a class statement makes in C. A run defines some 150 of them, and
as dataclasses they would take a quarter of the time of a small build.
"""

from deckgen.patterns import uncompiled, unloaded

# What it loads of the standard library compiles a dozen expressions that nobody asks for. It takes
# what `typing` has from the backport where that is installed, which loads `inspect` and much else.
with uncompiled(), unloaded("typing_extensions"):
    from msgspec import NODEFAULT as REQUIRED
    from msgspec import MsgspecError, Struct, convert, field, to_builtins
    from msgspec.json import decode as from_json
    from msgspec.msgpack import decode as from_msgpack
    from msgspec.msgpack import encode as to_msgpack
    from msgspec.structs import fields, replace

__all__ = [
    "REQUIRED",
    "MsgspecError",
    "Struct",
    "convert",
    "field",
    "fields",
    "from_json",
    "from_msgpack",
    "replace",
    "to_builtins",
    "to_msgpack",
]
