"""Words and what they mean: beside each other where there is room, else one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final

from deckgen.blocks.kit import (
    NO_SPACE,
    ZERO,
    Align,
    Block,
    Column,
    Context,
    DefinitionList,
    Emu,
    Galley,
    Glossary,
    Inline,
    Key,
    Markdown,
    Marker,
    Paragraph,
    ParallelGalley,
    SetParagraph,
    Spacing,
    Term,
    TextGalley,
    measure_paragraphs,
    nothing,
    replace,
    stack_of,
    text_galley,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding, LevelStyle

WIDEST: Final = 0.32
"""The share of the width that words may take to stand beside what they mean."""
NARROWEST: Final = 14
"""The least width of what they mean beside them, in em."""
APART: Final = 1.2
"""The space between words and what they mean, in em."""
ABOVE_TERM: Final = Spacing(lines=0.7)
BELOW_TERM: Final = Spacing(lines=0.1)
"""The space above words, and between them and what they mean below them."""
HANG: Final = 1.2
"""How far in what they mean stands below them, in em."""


class Terms(Block, frozen=True, kw_only=True):
    """Words and what they mean, also written as a definition list in Markdown.

    ```yaml
    - terms:
        Ocata: the 15th release
        Pike: the 16th, which came in **August**
    ```
    """

    KEY: ClassVar[str] = "terms"
    PIECE: ClassVar[type | None] = DefinitionList
    VALUE: ClassVar[str] = "terms"

    terms: Annotated[
        Glossary, Key("The words and what they mean: a mapping, or a list of `{term, text}`.")
    ]

    @classmethod
    def of(cls, piece: DefinitionList, binding: Binding) -> Terms:  # noqa: ARG003
        """Return the block that a definition list in Markdown becomes."""
        terms = tuple(
            Term(
                span=one.span,
                term=Inline(one.term, one.span),
                text=Markdown(one.paragraphs, one.span),
            )
            for one in piece.definitions
        )
        return cls(span=piece.span, terms=Glossary(terms, piece.span))

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the terms, entry by entry."""
        terms = self.terms.terms
        if not terms:
            return nothing()
        bold = replace(context.text.flush(context.text.size), bold=True, align=Align.LEFT)
        beside = self.beside(width, bold, context)
        if beside is None:
            return self.hanging(width, bold, context)
        return stack_of([self.row(term, beside, width, bold, context) for term in terms], width)

    def beside(self, width: Emu, bold: LevelStyle, context: Context) -> Emu | None:
        """Return how wide the column of words is; None where there is no room for one."""
        em, most = context.text.size.emu, width * WIDEST
        inner = context.with_levels((bold,) * len(context.levels))
        words = [self.word(term, most, inner) for term in self.terms.terms]
        if any(len(word.lines) > 1 for word in words):
            return None
        widest = max(line.width for word in words for line in word.lines) + em * APART
        return widest if width - widest >= em * NARROWEST else None

    def word(self, term: Term, width: Emu, context: Context) -> SetParagraph:
        """Return a word at a width."""
        paragraph = Paragraph(term.term.runs, term.term.span, marker=Marker.TERM)
        (measured,) = measure_paragraphs((paragraph,), width, context)
        return measured

    def row(
        self, term: Term, left: Emu, width: Emu, bold: LevelStyle, context: Context
    ) -> ParallelGalley:
        """Return a word and what it means, side by side."""
        inner = context.with_levels((bold,) * len(context.levels))
        word = text_galley((self.word(term, left, inner),), inner, term.term.span, "Term")
        right = measure_paragraphs(term.text.paragraphs, width - left, context)
        meaning = text_galley(right, context, term.span, "Meaning")
        return ParallelGalley(
            (Column(word, ZERO, left), Column(meaning, left, width - left)), context.gap
        )

    def hanging(self, width: Emu, bold: LevelStyle, context: Context) -> TextGalley:
        """Return words, each with what it means below it and further in."""
        hang = context.text.size.emu * HANG
        inner = context.with_levels((bold,) * len(context.levels))
        deeper = context.with_levels(
            tuple(replace(level, margin_left=level.margin_left + hang) for level in context.levels)
        )
        set_in: list[SetParagraph] = []
        for term in self.terms.terms:
            word = self.word(term, width, inner)
            first, *rest = measure_paragraphs(term.text.paragraphs, width, deeper) or (None,)
            set_in.append(_spaced(word, ABOVE_TERM))
            set_in += [] if first is None else [_spaced(first, BELOW_TERM), *rest]
        return text_galley(tuple(set_in), context, self.span, "Terms")


def _spaced(paragraph: SetParagraph, above: Spacing) -> SetParagraph:
    """Return a paragraph with another space above it."""
    style = replace(paragraph.style, space_before=above, space_after=NO_SPACE)
    return replace(paragraph, style=style)
