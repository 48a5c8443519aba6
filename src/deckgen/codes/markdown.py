"""What is told of Markdown: what means nothing here, and footnotes that lead nowhere."""

from __future__ import annotations

from deckgen.codes.catalogue import error, note, warning

UNRENDERED_PICTURE = warning(
    "unrendered-picture",
    "a picture in Markdown is shown as it is written",
    "`![what it shows](file.png)` is a picture. A name that holds blanks stands in angle\n"
    "brackets: `![what it shows](<my file.png>)`.",
)
UNRENDERED_LINK = warning(
    "unrendered-link",
    "a link in Markdown is shown as it is written",
    "`[text](https://example.org)` is a link, `[text](#id)` one to a slide. Nothing stands\n"
    "between `]` and `(`, and an address that holds blanks stands in angle brackets.",
)
UNRENDERED_REFERENCE = warning(
    "unrendered-reference",
    "a link names a definition that its text does not have",
    "`[text][label]` is a link where the same body has a line `[label]: https://example.org`.",
)
LOST_LINK = warning(
    "lost-link",
    "a link stands where nothing can lead anywhere, and is left out",
    "Names in charts are text alone, and so are the words of a diagram other than those of nodes,\n"
    "participants and tasks. Write the link in the text beside it, or as the `source`.",
)
UNUSED_DEFINITION = warning(
    "unused-definition",
    "nothing uses the definition of a link or of a footnote",
    "`[label]: https://example.org` defines where `[text][label]` leads, and is not text. A line\n"
    "of text that starts so has a backslash before it: `\\[label]: …`. A footnote to which\n"
    "nothing refers stands at the foot of the slide without a number.",
)
UNRENDERED_FOOTNOTE = warning(
    "unrendered-footnote",
    "a footnote in Markdown is shown as it is written",
    "`[^1]` refers to a footnote, and `[^1]: …` on a line of its own says what it is.",
)
UNKNOWN_FOOTNOTE = error(
    "unknown-footnote",
    "a reference leads to a footnote that does not exist",
    "`[^1]` in the text of a slide refers to the first of its `footnotes:`, `[^2]` to the second,\n"
    "or to what its Markdown says at `[^1]: …`. Brackets that are meant as such are written as\n"
    "code, with backticks around them.",
)
DUPLICATE_FOOTNOTE = error(
    "duplicate-footnote",
    "two footnotes of a slide have the same label",
    "Footnotes in `footnotes:` have the labels `1`, `2` and so on. One that is written\n"
    "in Markdown, `[^label]: …`, has another label; its number is found by counting.",
)
UNRENDERED_ATTRIBUTES = warning(
    "unrendered-attributes",
    "attributes in braces are shown as they are written, or left out behind a fence",
    "`{width=50%}`, `{.class}` and `{#id}` mean something to other programs. deckgen finds sizes\n"
    "and places itself; links lead to the `id:` of a slide.",
)
UNRENDERED_EMPHASIS = warning(
    "unrendered-emphasis",
    "signs of emphasis emphasise nothing and are shown",
    "`**words**` has no blanks within its signs. `__words__` emphasises only between blanks or\n"
    "punctuation; `**words**` also works within words, and so in Japanese.",
)
UNRENDERED_MATH = warning(
    "unrendered-math",
    "a formula in TeX is shown as it is written",
    "LaTeX is set between `$` and `$`, and between lines of `$$`; elsewhere it is text.",
)
UNRENDERED_EMOJI = warning(
    "unrendered-emoji",
    "the name of an emoji is shown as it is written",
    "Write the character itself. Names such as `:tada:` are known to chat programs.",
)
UNRENDERED_DIV = warning(
    "unrendered-div",
    "a line of colons that opens or closes a division is shown as it is written",
    "`::: name` means something to other programs. `columns`, `incremental`, `notes` and kinds of\n"
    "callouts are read where a line `:::` ends them; where else things stand is found by deckgen.",
)
UNRENDERED_NOTES = note(
    "unrendered-notes",
    "what may be meant for the speaker is shown on the slide",
    "`Note:` alone starts what the speaker says in other programs. Here that stands under the key\n"
    "`notes:` of the slide, and a line in its body is shown to all.",
)
UNRENDERED_PAUSE = warning(
    "unrendered-pause",
    "dots that are nearly a pause are shown as they are written",
    "A pause is three dots with blanks between them, alone in a paragraph: `. . .`. What\n"
    "follows it appears at the next click.",
)
UNRENDERED_COMMAND = warning(
    "unrendered-command",
    "a command to another program is shown as it is written",
    "Tables of contents, page breaks and short codes are not written: `[TOC]`, `\\newpage`,\n"
    "`{{< name >}}`. What LaTeX, Org, wikis, Marp and others write for a list, code, a colour or\n"
    "a layout is text here: a body is Markdown, and what is said of a slide are its keys.",
)
UNRENDERED_HEADING = warning(
    "unrendered-heading",
    "a heading is shown as it is written",
    "A heading has one to six `#`, and a blank of ASCII behind them.",
)
UNRENDERED_BLOCK = warning(
    "unrendered-block",
    "the mark of a block of Markdown is shown as it is written",
    "An item of one line in a list is a bullet, whose words may have emphasis, links and code.\n"
    "Blocks stand beside bullets, as `- quote: …`, `- table: …` and `- code: …`, and a body after\n"
    "`|` holds all of Markdown.",
)
UNRENDERED_CALLOUT = warning(
    "unrendered-callout",
    "the kind of a callout is shown as it is written",
    "Callouts are `> [!NOTE]`, and `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` and `[!CAUTION]`. With\n"
    "any other kind it is a quotation that starts with these words, and `!!! note` a paragraph.",
)
UNRENDERED_TABLE = warning(
    "unrendered-table",
    "a table is shown as it is written, because its rule does not match its header",
    "The rule below the header has a cell of dashes for each column: `|---|---|` for two.\n"
    "Lines of a spreadsheet, with tabs between the cells, stand below `table: |`.",
)
UNEVEN_TABLE = warning(
    "uneven-table",
    "a row of a table has more cells than its header, or fewer than there are columns",
    "All cells are shown, and those that are missing are empty. A bar that is text is written\n"
    "`\\|`; text of YAML that holds a comma has to be quoted.",
)
UNRENDERED_DIAGRAM = warning(
    "unrendered-diagram",
    "a diagram is shown as the program that draws it",
    "deckgen draws diagrams in Mermaid alone. Save others as pictures, and name these:\n"
    "`![what it shows](file.png)`.",
)
UNRENDERED_HTML = warning(
    "unrendered-html",
    "a tag of HTML is left out; the text in it is shown",
    "Tags for words are known: `<b>`, `<i>`, `<u>`, `<s>`, `<sub>`, `<sup>`, `<mark>`, `<kbd>`,\n"
    "`<code>`, with one that closes each, and `<br>`. Names that HTML does not have are text.",
)
UNCLOSED_FENCE = warning(
    "unclosed-fence",
    "a block of code goes on to the end of its text, as nothing closes it",
    "A line of three backticks opens a block of code, and another one closes it. What stands\n"
    "below is text again.",
)
MISPLACED_PICTURE = error(
    "misplaced-picture",
    "a picture stands where only text can be",
    "Titles, cells of tables, captions, footnotes and footers hold text. A picture stands in a\n"
    "body, or under `image:`.",
)
