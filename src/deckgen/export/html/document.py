"""The pages of a deck -> one file of HTML that presents them in any browser, offline.

Script and style are files beside this one. The page has a policy that lets nothing run and nothing
load but these two and what is in the page.
"""

from __future__ import annotations

from html import escape
from importlib.resources import files
from json import dumps
from typing import TYPE_CHECKING, Final

from deckgen.draw.addresses import WEB
from deckgen.draw.svg import SvgOptions, svg
from deckgen.export.glyphs import OpenFaces
from deckgen.export.html.notes import written_notes
from deckgen.export.html.reading import readable
from deckgen.export.html.shared import SharedFonts, SharedPictures, source_of
from deckgen.export.html.words import PageWords
from deckgen.export.outlined import embeddable

if TYPE_CHECKING:
    from deckgen.draw.model import PageDrawing, Target
    from deckgen.export.model import ExportedDeck, ExportedPage

_ICONS: Final = {
    "back": "M15 5l-7 7 7 7",
    "next": "M9 5l7 7-7 7",
    "grid": "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
    "noted": "M5 4h14v16H5zM8 9h8M8 13h8M8 17h5",
    "presenter": "M3 4h18v11H3zM12 15v5M8 20h8",
    "search": "M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L20 20",
    "full": "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
    "theme": "M12 3a9 9 0 100 18 9 9 0 000-18zM12 3v18M12 7l4 2M12 12h9M12 17l5 1",
    "keys": "M9 9a3 3 0 116 0c0 2-3 2-3 5M12 18v.5",
}
_PLAIN: Final = frozenset(("back", "next", "grid", "search", "keys", "full"))
"""The buttons that are there on small screens, too."""
_STATES: Final = frozenset(("grid", "noted"))
"""The buttons that are on or off."""


def html_of(deck: ExportedDeck) -> str:
    """Return the page. Raises `OSError` where a font or a picture is no longer there."""
    words = PageWords(deck.language)
    faces = OpenFaces()
    drawings = [embeddable(page.drawing, faces) for page in deck.pages]
    fonts, pictures = SharedFonts(drawings), SharedPictures(drawings)
    anchors = [f"#{page.number}" for page in deck.pages]
    slides = "\n".join(
        _slide(page, drawn, (fonts, pictures), anchors, words)
        for page, drawn in zip(deck.pages, drawings, strict=True)
    )
    style = _size(deck) + _asset("player.css") + fonts.style
    script = _asset("player.js")
    policy = (
        f"default-src 'none'; script-src {source_of(script)}; style-src {source_of(style)};"
        " img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )
    title = deck.title or next((each.title for each in drawings if each.title), words("slides"))
    return f"""<!DOCTYPE html>
<html lang="{escape(deck.language or "en")}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="deckgen">{_told("author", deck.author)}{
        _told("description", deck.subject)
    }{_told("keywords", deck.keywords)}
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
<svg class="shared" aria-hidden="true">{pictures.definitions}</svg>
<header class="unseen"><h1>{escape(title)}</h1></header>
<main>
{slides}
</main>
{_around(words)}
<script id="words" type="application/json">{_json(words)}</script>
<script>{script}</script>
</body>
</html>
"""


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _told(name: str, value: str) -> str:
    return f'\n<meta name="{name}" content="{escape(value)}">' if value else ""


def _size(deck: ExportedDeck) -> str:
    """Return the shape of slides, on the screen and on paper."""
    width, height = 960.0, 540.0
    if deck.pages:
        width, height = deck.pages[0].drawing.width, deck.pages[0].drawing.height
    return (
        f":root{{--wide:{width:g};--high:{height:g}}}\n"
        f"@page{{size:{width:g}pt {height:g}pt;margin:0}}\n"
        "@page notes{size:A4 portrait;margin:15mm}\n"
    )


def _slide(
    page: ExportedPage,
    embedded: PageDrawing,
    shared: tuple[SharedFonts, SharedPictures],
    anchors: list[str],
    words: PageWords,
) -> str:
    """Return a slide: its drawing, with fonts that may be embedded, what it says, and its notes."""
    drawing, (fonts, pictures) = page.drawing, shared
    place = f"#{page.number}"
    label = words("label", anchors.index(place) + 1, len(anchors), drawing.title)

    def leads(target: Target) -> str:
        if target.page is not None:
            return anchors[target.page]
        return target.address if WEB.match(target.address) else ""

    options = SvgOptions(
        fonts=fonts.use,
        images=pictures.address,
        leads=leads,
        prefix=f"s{page.number}-",
        sources=False,
    )
    # styles are the page's, and what is told of the drawing stands in the text beside it
    drawn = svg(embedded, options).partition("</style>")[2].rstrip()
    drawn = pictures.placed(drawn).replace("<a href=", '<a tabindex="-1" href=')
    language = f' lang="{escape(drawing.language)}"' if drawing.language else ""
    return (
        f'<section class="slide" id="{page.number}" aria-label="{escape(label)}"'
        f' aria-roledescription="{words("roledescription")}" data-number="{page.number}"'
        f' data-title="{escape(drawing.title)}" data-steps="{drawing.steps}"{language}>\n'
        f'<div class="picture" aria-hidden="true"><svg viewBox="0 0 {drawing.width:g}'
        f' {drawing.height:g}">{drawn}</div>\n'
        f'<div class="text">{readable(drawing, leads)}</div>\n'
        f"{_notes(page, words)}</section>"
    )


def _notes(page: ExportedPage, words: PageWords) -> str:
    said = written_notes(page.notes) or f'<p class="none">{words("no_notes")}</p>'
    return (
        f'<div class="notes" role="region" tabindex="0" aria-label="{words("notes")}'
        f' {page.number}"><h3>{words("notes")}</h3>{said}</div>'
    )


def _around(words: PageWords) -> str:
    """Return what is around the slides: buttons, the presenter's clock, search, keys."""
    buttons = "".join(_button(name, words) for name in _ICONS if name not in {"back", "next"})
    rows = "".join(
        f"<tr><th scope=row>{''.join(f'<kbd>{escape(key)}</kbd> ' for key in keys.split())}</th>"
        f"<td>{escape(deed)}</td></tr>"
        for keys, deed in words.help
    )
    close = f'<button type="button" data-do="close">{words("close")}</button>'
    return f"""<aside class="panel" aria-label="{words("speaking")}">
<span class="clock" role="timer" aria-label="{words("clock")}" aria-live="off"></span>
<button type="button" class="timer" data-do="timer" title="{words("timer")}">00:00</button>
<span class="ahead"></span><span class="step"></span>
</aside>
<div class="progress"><span></span></div>
<nav class="bar" aria-label="{words("tools")}">{_button("back", words)}<span class="where"></span>{
        _button("next", words)
    }<span class="push"></span>{buttons}</nav>
<p class="spoken unseen" role="status"></p>
<dialog class="search" aria-label="{words("search")}"><h2>{words("search")}</h2>
<input type="search" aria-label="{words("search_for")}" placeholder="{words("search_for")}">
<p class="count" role="status"></p><ol></ol><div class="choices">{close}</div></dialog>
<dialog class="keys" aria-label="{words("keys")}"><h2>{words("keys")}</h2>
<table>{rows}</table>
<div class="choices">{
        "".join(
            f'<button type="button" data-do="{name}">{words(name)}</button>'
            for name in ("paper", "paper-notes")
        )
    }{close}</div></dialog>"""


def _button(name: str, words: PageWords) -> str:
    plain = "" if name in _PLAIN else ' class="wide"'
    pressed = ' aria-pressed="false"' if name in _STATES else ""
    told = words(name)
    return (
        f'<button type="button"{plain} data-do="{name}"{pressed} aria-label="{told}"'
        f' title="{told}"><svg viewBox="0 0 24 24" aria-hidden="true">'
        f'<path d="{_ICONS[name]}"/></svg></button>'
    )


def _json(words: PageWords) -> str:
    """Return the words that the script says; none of them ends the element they stand in."""
    return dumps(words.all, ensure_ascii=False).replace("<", "\\u003c")
