"""The text body of a shape, and what it inherits -> its paragraphs with every property known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.opc.xml import child, integer, local_name, share
from deckgen.records import Struct, replace
from deckgen.styles import Spacing
from deckgen.template.bodies import body_properties
from deckgen.template.scenery.model import SceneParagraph, SceneRun, SceneText
from deckgen.template.styles import LevelProperties, changed, inherit
from deckgen.units import Centipoints

if TYPE_CHECKING:
    from deckgen.opc.xml import Element
    from deckgen.styles import LevelStyle
    from deckgen.template.styles import Chain, StyleResolver

_MOST_PARAGRAPHS, _MOST_RUNS, _LONGEST = 500, 500, 20_000
"""How many paragraphs of a text, runs of a paragraph, and characters of a run are set."""
_DEGREE: Final = 60_000
_RUNS: Final = frozenset({"r", "br", "fld"})


class TextReader(Struct, frozen=True):
    """Reads texts in the colours and fonts of a master."""

    resolver: StyleResolver

    def text(self, bodies: tuple[Element, ...], chain: Chain, stands: Element | None) -> SceneText:
        """Return the text of the first of some bodies, which inherits from the others.

        `chain` is what the text inherits, lists of styles of the bodies included, `stands` the
        reference to a font of a shape's style, whose colour text has that has none.
        """
        own = bodies[0]
        chain = inherit(chain, child(own, "a:lstStyle"))
        properties = child(own, "a:bodyPr")
        setter = _Setter(self.resolver, *_fitted(properties), stands)
        paragraphs = [e for e in own if local_name(e) == "p"][:_MOST_PARAGRAPHS]
        angle = (0 if properties is None else integer(properties, "rot")) or 0
        return SceneText(
            tuple(setter.paragraph(element, chain) for element in paragraphs),
            body_properties(*reversed(bodies)),
            angle / _DEGREE,
        )


class _Setter(Struct, frozen=True):
    """Sets paragraphs of a text that is scaled, with so much less space between its lines."""

    resolver: StyleResolver
    scale: float
    less: float
    stands: Element | None

    def paragraph(self, element: Element, chain: Chain) -> SceneParagraph:
        """Return a paragraph; one without text is as high as its end says."""
        given = child(element, "a:pPr")
        level = min(8, max(0, (0 if given is None else integer(given, "lvl")) or 0))
        below = chain[level]
        if self.stands is not None and len(self.stands):
            # a shape's own style goes before what text inherits
            below = LevelProperties(**below)
            below["fill"] = self.stands
        own = changed(below, given)
        runs = [e for e in element if local_name(e) in _RUNS][:_MOST_RUNS]
        style = own if runs else changed(own, None, child(element, "a:endParaRPr"))
        return SceneParagraph(tuple(self._run(r, own) for r in runs), level, self._style(style))

    def _run(self, run: Element, own: LevelProperties) -> SceneRun:
        given, text = child(run, "a:rPr"), child(run, "a:t")
        words = "\n" if local_name(run) == "br" else "" if text is None else text.text or ""
        field = run.get("type", "") if local_name(run) == "fld" else ""
        style = self._style(changed(own, None, given))
        if given is None:
            return SceneRun(words[:_LONGEST], style, field=field)
        raised, link = share(given, "baseline") or 0.0, child(given, "a:hlinkClick")
        if link is not None and not _keeps_color(link):
            style = replace(style, color=self.resolver.palette.named("hlink"))
        return SceneRun(
            words[:_LONGEST],
            style,
            language=given.get("lang", ""),
            strike=given.get("strike", "noStrike") != "noStrike",
            field=field,
            raised=(raised > 0) - (raised < 0),
            link=link is not None,
        )

    def _style(self, properties: LevelProperties) -> LevelStyle:
        style = self.resolver.style(properties)
        spacing = style.line_spacing
        if self.less and spacing.lines is not None:
            spacing = Spacing(lines=max(0.1, spacing.lines - self.less))
        return replace(
            style, size=Centipoints(round(style.size * self.scale)), line_spacing=spacing
        )


def _keeps_color(link: Element) -> bool:
    """Tell whether a link has the colour of its text (MS-ODRAWXML, 2.26.1)."""
    told = (each for each in link.iter() if local_name(each) == "hlinkClr")
    return any(each.get("val") == "tx" for each in told)


def _fitted(properties: Element | None) -> tuple[float, float]:
    """Return how text is scaled that a program made fit, and how much less its lines are apart."""
    fit = child(properties, "a:normAutofit")
    if fit is None:
        return 1.0, 0.0
    scale, less = share(fit, "fontScale"), share(fit, "lnSpcReduction")
    return min(1.0, max(0.1, 1.0 if scale is None else scale)), min(0.9, max(0.0, less or 0.0))
