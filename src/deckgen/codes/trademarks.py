"""What there is to say of trademarks: how they are written, used and attributed."""

from __future__ import annotations

from deckgen.codes.catalogue import warning

TRADEMARK_SPELLING = warning(
    "trademark-spelling",
    "a trademark is not written as its owner writes it",
    "Owners ask that their marks keep their form: OpenStack, not openstack or Open Stack. The\n"
    "registry says how each is written. A word that is no mark here is told by `ignore: true`, by\n"
    "`case: exact`, or by a phrase under `unless`, in an entry of the deck's own registry.",
)
TRADEMARK_USE = warning(
    "trademark-use",
    "a trademark is used as a verb, in the plural or in the possessive",
    "Owners who fear that their mark becomes a common word ask that it be used as an adjective.\n"
    "The registry says under `never` which uses an owner forbids.",
)
TRADEMARK_UNATTRIBUTED = warning(
    "trademark-unattributed",
    "a mark is mentioned, but nothing says whose it is",
    "The notice is empty, or names some marks and not this one. A notice in general words covers\n"
    "all marks; `{marks}` in it lists those that are mentioned; `place: last` attributes each.",
)
TRADEMARK_UNMENTIONED = warning(
    "trademark-unmentioned",
    "the notice names a mark that the deck does not mention",
    "It was mentioned once, or the notice was copied from another deck. `{marks}` in a notice\n"
    "always lists what is mentioned.",
)
