"""A remark that should not be missed, on a tinted panel with a bar and a word for what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Literal

from deckgen.blocks.kit import (
    Admonition,
    Block,
    Blocks,
    Centipoints,
    Context,
    Emu,
    Galley,
    Inline,
    Insets,
    Key,
    Marker,
    Paragraph,
    Run,
    TextGalley,
    Tone,
    measure_blocks,
    measure_paragraphs,
    replace,
    shade_read_on,
    stack_of,
    text_galley,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding

Kind = Literal["note", "tip", "important", "warning", "caution"]

BAR: Final = 0.22
PADDING: Final = 0.55
"""The width of the bar, and the space around the text, in em."""
LABEL: Final = 0.8
"""The size of the word that says what it is, as a share of that of the text below it."""
SMALLEST: Final = Centipoints(1200)

_TONES: Final = {
    "note": Tone.NOTE,
    "tip": Tone.GOOD,
    "important": Tone.IMPORTANT,
    "warning": Tone.WARN,
    "caution": Tone.BAD,
}
_LABELS: Final = {
    "en": ("Note", "Tip", "Important", "Warning", "Caution"),
    "ja": ("メモ", "ヒント", "重要", "警告", "注意"),
    "zh": ("注意", "提示", "重要", "警告", "小心"),
    "ko": ("참고", "팁", "중요", "경고", "주의"),
    "de": ("Hinweis", "Tipp", "Wichtig", "Warnung", "Achtung"),
    "fr": ("Remarque", "Conseil", "Important", "Avertissement", "Attention"),
    "es": ("Nota", "Consejo", "Importante", "Advertencia", "Precaución"),
    "it": ("Nota", "Suggerimento", "Importante", "Avviso", "Attenzione"),
    "pt": ("Nota", "Dica", "Importante", "Aviso", "Cuidado"),
    "nl": ("Opmerking", "Tip", "Belangrijk", "Waarschuwing", "Let op"),
    "sv": ("Obs", "Tips", "Viktigt", "Varning", "Försiktighet"),
    "pl": ("Uwaga", "Wskazówka", "Ważne", "Ostrzeżenie", "Ostrożnie"),
    "ru": ("Примечание", "Совет", "Важно", "Предупреждение", "Осторожно"),
}
"""What callouts are called, by language, in the order of `_TONES`."""


class Callout(Block, frozen=True, kw_only=True):
    """A remark that should not be missed: a note, a tip, something important, a warning.

    ```yaml
    - callout: {kind: warning, text: The offer ends on **Friday**.}
    - callout: Bring your own laptop.
    ```
    """

    KEY: ClassVar[str] = "callout"
    PIECE: ClassVar[type | None] = Admonition
    SHORTHAND: ClassVar[str] = "text"

    text: Annotated[Blocks, Key("The remark: Markdown, or any blocks.", also=("body",))]
    kind: Annotated[Kind, Key("What it is, which gives it its colour and the word above it.")] = (
        "note"
    )
    title: Annotated[
        Inline | None, Key('What stands above it instead of that word; `""` for nothing.')
    ] = None

    @classmethod
    def of(cls, piece: Admonition, binding: Binding) -> Callout:
        """Return the block that a callout in Markdown becomes."""
        content = binding.blocks.from_pieces(piece.pieces, binding)
        text = Blocks(span=piece.span, content=content)
        title = Inline(piece.title, piece.span) if piece.title else None
        kind: Kind = piece.kind  # type: ignore[assignment]  # the reader knows the same kinds
        return cls(span=piece.span, text=text, kind=kind, title=title)

    @property
    def is_remark(self) -> bool:
        """Whether it holds text alone."""
        return all(isinstance(block, Block) and block.prose() for block in self.text.content)

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the word and the remark below it, on a panel that goes on with them."""
        from deckgen.blocks.panels.backing import Backing
        from deckgen.blocks.panels.framed import FramedGalley
        from deckgen.blocks.panels.look import in_tone, panel_fill, standing_on

        background, tone = context.background, in_tone(_TONES[self.kind], context)
        fill = panel_fill(tone, background)
        em = context.text.size.emu
        padding = Insets(*(em * PADDING,) * 4)
        bar = shade_read_on(tone, background, 3.0)
        panel = Backing(fill, padding, "Callout", self.span, em * BAR, bar)
        inner, room = standing_on(context, fill), width - panel.across
        label = self.label(room, replace(inner, background=fill), shade_read_on(tone, fill))
        inside = measure_blocks(self.text.content, room, inner)
        stacked = stack_of((*label, *inside.galleys), room)
        return FramedGalley(stacked, panel, context.gap)

    def label(self, room: Emu, context: Context, color: object) -> tuple[TextGalley, ...]:
        """Return the word that says what it is, in its colour; nothing where it is to have none."""
        runs = self.said(context.language) if self.title is None else self.title.runs
        if not runs:
            return ()
        size = min(context.text.size, max(SMALLEST, context.text.size.scaled(LABEL)))
        style = replace(context.text.flush(size), color=color, bold=True)
        inner = context.with_levels((style,) * len(context.levels))
        paragraph = Paragraph(runs, self.span, marker=Marker.HEADING)
        (measured,) = measure_paragraphs((paragraph,), room, inner)
        return (text_galley((measured,), context, self.span, "Callout"),)

    def said(self, language: str) -> tuple[Run, ...]:
        """Return what callouts of the kind are called in a language."""
        labels = _LABELS.get(language.partition("-")[0], _LABELS["en"])
        return (Run(labels[tuple(_TONES).index(self.kind)], self.span),)
