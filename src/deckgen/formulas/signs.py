"""What signs mean: which are sums, fences, accents, arrows and relations."""

from __future__ import annotations

from typing import Final

from deckgen.formulas.model import Accent, Bar, Group, Node, Stretched, UnderOver

APPLY: Final = "\u2061"
"""Stands between the name of a function and what it is applied to."""
NOTHING: Final = "\u2063"
r"""What math-core writes for the fence of `\left.`, which does not show."""
LARGE: Final = frozenset("∑∏∐∫∬∭⨌∮∯∰∱∲∳⋀⋁⋂⋃⨀⨁⨂⨃⨄⨅⨆")
FENCES: Final = frozenset("()[]{}|‖⟨⟩⌈⌉⌊⌋⎰⎱⟮⟯⟦⟧⌜⌝⌞⌟/\\↑↓↕⇑⇓⇕∣∥<>")
RELATIONS: Final = frozenset("=≠<>≤≥≦≧≪≫≡≈≃≅∼∽≺≻⪯⪰⊂⊃⊆⊇⊊⊋∈∉∋∝→←↔⇒⇐⇔↦⟹⟺⟶⟵⟸∣∥⊢⊨:≔≜≝")
SEPARATORS: Final = frozenset("+−±∓-,;.…)]}⟩⌉⌋")
"""What ends a term besides relations."""
ARROWS: Final = frozenset("→←↔⇒⇐⇔↦⇀⇁↼↽⇌⇋↠↞↪↩⟶⟵⟷⟹⟸⟺=⇄")
"""Arrows that take labels."""

_ACCENTS: Final = {
    "ˆ": "\u0302",
    "^": "\u0302",
    "̂": "\u0302",
    "˜": "\u0303",
    "~": "\u0303",
    "̃": "\u0303",
    "¯": "\u0304",
    "˙": "\u0307",
    "¨": "\u0308",
    "⃛": "\u20db",
    "⃜": "\u20dc",
    "˘": "\u0306",
    "ˇ": "\u030c",
    "̌": "\u030c",
    "´": "\u0301",
    "`": "\u0300",
    "˚": "\u030a",
    "⃗": "\u20d7",
    "⃖": "\u20d6",
    "⃡": "\u20e1",
}
"""Signs over letters, and the combining characters that Office has for them."""
_LINES: Final = frozenset("̲‾_―̅")
_BRACES: Final = frozenset("⏞⏟⎴⎵⏠⏡⏜⏝→←↔⇒⇐⇔⇀⇁↼↽")
_UNDER: Final = {"˜": "\u0330", "~": "\u0330"}
_LONG_BAR: Final = "¯"


def labelled(sign: str, below: Node | None, above: Node | None) -> Node:
    """Return an arrow that is as wide as the labels over and under it."""
    if above is None or above == Group():
        return Stretched(sign, below or Group())
    arrow = Stretched(sign, above, over=False)
    return arrow if below is None or below == Group() else UnderOver(arrow, below)


def accented(sign: str, base: Node, *, over: bool) -> Node | None:
    """Return a base with a sign over or under it; None where the sign is no accent."""
    if sign in _LINES:
        return Bar(base, over)
    if sign == _LONG_BAR and isinstance(base, Group):
        return Bar(base, over)
    if sign in _BRACES:
        return Stretched(sign, base, over)
    if over and sign in _ACCENTS:
        return Accent(_ACCENTS[sign], base)
    return Accent(_UNDER[sign], base) if sign in _UNDER else None
