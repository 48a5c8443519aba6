"""The catalogue of diagnostics: every code with its severity and the text of `deckgen explain`."""

from __future__ import annotations

from deckgen.codes import reuse as _reuse  # noqa: F401 - it adds to the catalogue
from deckgen.codes.catalogue import CODES, DiagnosticCode
from deckgen.codes.catalogue import error as _error
from deckgen.codes.catalogue import note as _note
from deckgen.codes.catalogue import warning as _warning
from deckgen.codes.data import (
    BAD_DATA,
    CROWDED_CHART,
    NOT_A_NUMBER,
    UNEQUAL_TOTAL,
    UNKNOWN_COLUMN,
    UNSHOWN_COLUMN,
)
from deckgen.codes.formulas import BAD_DIAGRAM, BAD_FORMULA
from deckgen.codes.markdown import (
    DUPLICATE_FOOTNOTE,
    MISPLACED_PICTURE,
    UNEVEN_TABLE,
    UNKNOWN_FOOTNOTE,
    UNRENDERED_ATTRIBUTES,
    UNRENDERED_BLOCK,
    UNRENDERED_CALLOUT,
    UNRENDERED_COMMAND,
    UNRENDERED_DIAGRAM,
    UNRENDERED_DIV,
    UNRENDERED_EMOJI,
    UNRENDERED_EMPHASIS,
    UNRENDERED_FOOTNOTE,
    UNRENDERED_HEADING,
    UNRENDERED_HTML,
    UNRENDERED_LINK,
    UNRENDERED_MATH,
    UNRENDERED_NOTES,
    UNRENDERED_PAUSE,
    UNRENDERED_PICTURE,
    UNRENDERED_REFERENCE,
    UNRENDERED_TABLE,
    UNUSED_DEFINITION,
)
from deckgen.codes.places import (
    EMPTY_BLOCK,
    EMPTY_PLACES,
    NO_SUCH_SLIDES,
    OUTPUT_FAILED,
    OUTPUT_IS_SOURCE,
    OUTPUT_NAME,
    OUTPUT_TWICE,
)
from deckgen.codes.trademarks import (
    TRADEMARK_SPELLING,
    TRADEMARK_UNATTRIBUTED,
    TRADEMARK_UNMENTIONED,
    TRADEMARK_USE,
)

__all__ = [
    "BAD_DATA",
    "BAD_DIAGRAM",
    "BAD_FORMULA",
    "CODES",
    "CROWDED_CHART",
    "DUPLICATE_FOOTNOTE",
    "EMPTY_BLOCK",
    "EMPTY_PLACES",
    "MISPLACED_PICTURE",
    "NOT_A_NUMBER",
    "NO_SUCH_SLIDES",
    "OUTPUT_FAILED",
    "OUTPUT_IS_SOURCE",
    "OUTPUT_NAME",
    "OUTPUT_TWICE",
    "TRADEMARK_SPELLING",
    "TRADEMARK_UNATTRIBUTED",
    "TRADEMARK_UNMENTIONED",
    "TRADEMARK_USE",
    "UNEQUAL_TOTAL",
    "UNEVEN_TABLE",
    "UNKNOWN_COLUMN",
    "UNKNOWN_FOOTNOTE",
    "UNRENDERED_ATTRIBUTES",
    "UNRENDERED_BLOCK",
    "UNRENDERED_CALLOUT",
    "UNRENDERED_COMMAND",
    "UNRENDERED_DIAGRAM",
    "UNRENDERED_DIV",
    "UNRENDERED_EMOJI",
    "UNRENDERED_EMPHASIS",
    "UNRENDERED_FOOTNOTE",
    "UNRENDERED_HEADING",
    "UNRENDERED_HTML",
    "UNRENDERED_LINK",
    "UNRENDERED_MATH",
    "UNRENDERED_NOTES",
    "UNRENDERED_PAUSE",
    "UNRENDERED_PICTURE",
    "UNRENDERED_REFERENCE",
    "UNRENDERED_TABLE",
    "UNSHOWN_COLUMN",
    "UNUSED_DEFINITION",
    "DiagnosticCode",
]

FILE_NOT_FOUND = _error(
    "file-not-found",
    "a file that the deck names does not exist",
    "Paths are relative to the folder of the deck file that names them. With a deck read from\n"
    "standard input they are relative to the current folder.",
)
FILE_UNREADABLE = _error(
    "file-unreadable",
    "a file exists but cannot be read",
    "The file is a folder, is not UTF-8 where text is expected, is larger than deckgen reads, or\n"
    "the system denies access to it.",
)
OUTSIDE_ROOT = _error(
    "outside-root",
    "a name leads out of the folder to which reading is confined",
    "With `--root DIR` a deck is read from that folder, and so is all that it names. Absolute\n"
    "paths, `~`, and links and `..` that lead out of the folder are refused. Copy the file into\n"
    "it and name it by a path that is relative to the deck.",
)
YAML_SYNTAX = _error(
    "yaml-syntax",
    "the deck is not well-formed YAML",
    "YAML's structure is indentation. Text that holds `: ` or ` #`, or starts with one of\n"
    "`[ ] { } & * ! | > % @` or a quotation mark, must be quoted, or written as a block:\n\n"
    "    body: |\n      - any text: as it is\n",
)
MARKDOWN_DECK = _error(
    "markdown-deck",
    "the file is Markdown and no deck",
    "A deck is a YAML file, and so is what it includes. Bodies, notes and footnotes in it are\n"
    "Markdown, so that the text of slides can be taken over as it is:\n\n"
    "    slides:\n      - title: A heading\n        body: |\n          - a list\n",
)
YAML_TAB = _error(
    "yaml-tab",
    "a tab is used for indentation",
    "YAML does not allow tabs in indentation, because their width differs between editors.\n"
    "Use two spaces for each level.",
)
YAML_LOOKALIKE = _error(
    "yaml-lookalike",
    "a character only looks like a sign of YAML",
    "YAML's signs are those of ASCII. Input methods for Japanese write a full-width space, colon\n"
    "or dash in their place, word processors rounded quotation marks and no-break spaces. Within\n"
    "text all of them are what they are.",
)
YAML_CHARACTER = _error(
    "yaml-character",
    "the deck holds a character that YAML does not allow",
    "Control characters cannot stand in a text file. They often come from copying out of a PDF\n"
    "or a terminal. Delete the character.",
)
YAML_DUPLICATE_KEY = _error(
    "duplicate-key",
    "a key is written twice in the same mapping",
    "YAML readers keep one of the two and lose the other silently, so deckgen refuses. Merge the\n"
    "two entries, or rename one.",
)
YAML_TOO_LARGE = _error(
    "deck-too-large",
    "the deck, or what it names, is larger than deckgen takes on",
    "There are limits to the size of a deck, to its depth, to how much its aliases (`*name`)\n"
    "repeat, and to all of its pictures together, so that no deck can hold up a machine. No deck\n"
    "that people write comes near to them. Most are raised by whoever runs deckgen, with\n"
    "`--limit NAME=AMOUNT`; docs/reference/limits.md lists them.",
)
YAML_ALIAS = _error(
    "yaml-alias",
    "an alias refers to an anchor that does not exist or that contains it",
    "`*name` repeats what `&name` marked earlier in the file.",
)
SWALLOWED_ITEM = _error(
    "swallowed-item",
    "an item of a list has become part of the text above it",
    "YAML joins lines that are indented further to the text above them: `- Fruit` and, below it,\n"
    "`- apples` are one text. A list below an item needs a colon, text of several lines a `|`:\n\n"
    "    body:\n      - Fruit:\n          - apples\n"
    "    notes: |\n      - any text\n      - line by line\n",
)
NOT_TEXT = _warning(
    "not-text",
    "what may be meant as text is a comment, a tag, an anchor or an escape",
    "In YAML, ` #` starts a comment wherever it stands, `!` a tag and `&` an anchor where they\n"
    "start a value. None of them is shown: quote the text. A comment with a blank behind its `#`\n"
    "is not warned of, and neither is an anchor that an alias (`*name`) repeats. The `\\n` of\n"
    '`"C:\\new"` is a line break; without double quotation marks a backslash is itself.',
)
DIVIDED_NUMBER = _warning(
    "divided-number",
    "a number with a comma is two values between brackets",
    "A comma divides values in `[…]`, with or without a blank behind it: `[Hosts, 4,000]` is\n"
    'three values. Quote the number, `[Hosts, "4,000"]`, or write the list with `- `.',
)
UNKNOWN_KEY = _error(
    "unknown-key",
    "a key is not part of the language",
    "The key is misspelt or stands at the wrong level. `deckgen schema` prints a JSON Schema with\n"
    "which editors complete and check keys while you write.",
)
MISSING_KEY = _error(
    "missing-key",
    "a required key is absent",
    "The mapping needs this key to mean anything.",
)
WRONG_TYPE = _error(
    "wrong-type",
    "a value is of another kind than its key takes",
    "For example a list where text is expected. The message says what is expected and found.",
)
INVALID_VALUE = _error(
    "invalid-value",
    "a value has the right kind but is not one of those allowed",
    "The message lists what is allowed, or the form that the value must have.",
)
EMPTY_DECK = _error(
    "empty-deck",
    "the deck holds no slide",
    "A deck needs at least one of `title`, `overview`, `keynote`, `sessions`, `slides`, `summary`.",
)
DUPLICATE_ID = _error(
    "duplicate-id",
    "two slides have the same `id`",
    "An `id` is the target of links such as `[see there](#costs)` and must be unique in the deck.",
)
BROKEN_LINK = _error(
    "broken-link",
    "a link leads to a slide that does not exist",
    "`[text](#name)` leads to the slide with `id: name`. Links to web pages start with a scheme\n"
    "such as `https://`.",
)
UNSAFE_LINK = _error(
    "unsafe-link",
    "a link has a scheme that can run programs",
    "Links may use http, https, mailto, tel and ftp. Schemes such as `javascript:` or `ms-msdt:`\n"
    "have been used for attacks and are refused.",
)
BAD_ADDRESS = _warning(
    "bad-address",
    "the address of a link is none",
    "PowerPoint calls a file damaged that holds such an address, so the words are shown without a\n"
    "link. After `https://` comes the name of a host: `https://example.org/`.",
)
LINK_NOT_ALLOWED = _warning(
    "link-not-allowed",
    "a link leads to a program or to another machine, and is left out",
    "A click on a link to a file such as `setup.exe` runs it, and one to `\\\\host\\share` signs\n"
    "on to that machine. Decks are passed on, so the words are shown without the link. Whoever\n"
    "runs deckgen may have such links, with `--allow-links programs` or `--allow-links shares`.",
)
BAD_PICTURE = _error(
    "bad-picture",
    "a picture cannot be used",
    "PowerPoint shows PNG, JPEG, GIF, BMP, TIFF and SVG; WebP, AVIF, HEIF and PDF are converted.\n"
    "The file is damaged, of another kind, larger than 100 million pixels, or a drawing that\n"
    "shows other files. HEIF and PDF need `deckgen-pptx[heif,pdf]`.",
)
DUPLICATE_BACKGROUND = _error(
    "duplicate-background",
    "a slide has two backgrounds",
    "A slide has one picture or colour behind it, and one at a side of it: `background:`,\n"
    "`![bg](photo.jpg)` or `bleed:`. Remove the others, or make them `images`.",
)
MISSING_ALT = _warning(
    "missing-alt",
    "a picture has no alternative text",
    "Screen readers speak the alternative text, and it is what remains when a picture is lost.\n"
    'Write it in `alt:`, or `![like this](picture.png)`. An empty `alt: ""` marks decoration.',
)
TEMPLATE_INVALID = _error(
    "bad-template",
    "the template cannot be read",
    "A template is a .pptx, .potx, .pptm or .potm file. Encrypted files and the older .ppt and\n"
    ".pot formats must be saved as one of these first.",
)
UNKNOWN_LAYOUT = _error(
    "unknown-layout",
    "the template has no layout of this name",
    "`layout:` takes the name that PowerPoint shows under Home > Layout.",
)
UNKNOWN_TEMPLATE_SLIDE = _error(
    "unknown-template-slide",
    "the template has no slide of this number or title",
    "`use: slide 3` takes the third of the slides that the template carries, `use: About us` the\n"
    "one with this title. `deckgen template FILE` lists them.",
)
MACROS_DROPPED = _warning(
    "macros-dropped",
    "the template holds macros, which the deck does not take over",
    "A deck is an ordinary .pptx, which can hold no macros. Slides, layouts and masters do not\n"
    "need them. Save the template as .potx to be rid of this warning.",
)
ACTIVE_CONTENT = _warning(
    "active-content",
    "the template brings something with it that does more than show",
    "Linked files are fetched when the deck is opened, which tells a server so. Embedded objects\n"
    "and controls are handed to other programs, and some links run them. `--strip-active` leaves\n"
    "all of this out and keeps the pictures that show objects; `deckgen template FILE` lists it.",
)
NO_LAYOUTS = _warning(
    "no-layouts",
    "the template has a master but no layouts",
    "Every slide needs a layout. One is added to the master, with a title and a body in its\n"
    "style. In PowerPoint's master view, layouts can be added that look as you want them.",
)
MISSING_LAYOUT = _warning(
    "missing-layout",
    "the template has no layout for this kind of slide",
    "deckgen composes the slide from what the template has. The page is complete, but a designer\n"
    "might have drawn it otherwise.",
)
MISSING_FONT = _warning(
    "missing-font",
    "a font of the template is not known to deckgen",
    "Its text is measured with a stand-in and a margin, so that it fits all the same. Where the\n"
    "font file is at hand, installing it makes measuring exact.",
)
ABSENT_FONT = _note(
    "absent-font",
    "a font that deckgen knows is not installed on this machine",
    "Its text is measured with the font's own widths, and with room for a wider one where another\n"
    "is likely to stand in for it. Slides shown on this machine differ from what people see who\n"
    "have the font.",
)
TEXT_OVERFLOW = _error(
    "text-overflow",
    "something does not fit its place and cannot be divided",
    "deckgen sets text at the template's own size, then tightens it within readable limits, then\n"
    "continues it on further pages. What remains is one thing that is larger than its place, such\n"
    "as a slide with `split: false`. Shorten it, divide it, or allow `split`.",
)
OUT_OF_MEMORY = _error(
    "out-of-memory",
    "the machine has not enough memory for the deck",
    "Pictures and templates take most of it. Close other programs, or make large pictures smaller.",
)
INTERNAL = _error(
    "internal",
    "deckgen itself has a bug, which the deck or its template brought to light",
    "Whatever is written, deckgen should build it or say what is wrong with it. Here it does\n"
    "neither. Nothing is written, and the exit code is 70. The place is what was being worked on.\n"
    "Please report the message, with the part of the deck at that place or with the template, and\n"
    "with what the same command prints where DECKGEN_DEBUG=1 is set: a bug is then raised as an\n"
    "exception, which shows its traceback.",
)
