"""What a file says of itself -> its metadata, as XMP and as the older dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.export.pdf.objects import text
from deckgen.version import __version__

if TYPE_CHECKING:
    from deckgen.export.model import ExportedDeck

PRODUCER: Final = f"deckgen {__version__}"
_LETTERS: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_NAMESPACES: Final = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
    'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
)


def document_title(deck: ExportedDeck) -> str:
    """Return what a file is called: as it says, else as its first page."""
    first = deck.pages[0].drawing.title if deck.pages else ""
    return deck.title or first or "Slides"


def information(deck: ExportedDeck) -> dict[str, bytes]:
    """Return the entries of the older dictionary; there are no dates, on which bytes would hang."""
    told = {
        "Title": document_title(deck),
        "Author": deck.author,
        "Subject": deck.subject,
        "Keywords": deck.keywords,
        "Producer": PRODUCER,
    }
    return {key: text(value) for key, value in told.items() if value}


def xmp(deck: ExportedDeck) -> bytes:
    """Return the XMP packet, which also says that the file is tagged as PDF/UA-1 asks."""
    told = [_in_languages("dc:title", document_title(deck))]
    if deck.author:
        told.append(
            f"<dc:creator><rdf:Seq><rdf:li>{_xml(deck.author)}</rdf:li></rdf:Seq></dc:creator>"
        )
    if deck.subject:
        told.append(_in_languages("dc:description", deck.subject))
    if deck.language:
        language = f"<rdf:Bag><rdf:li>{_xml(deck.language)}</rdf:li></rdf:Bag>"
        told.append(f"<dc:language>{language}</dc:language>")
    if deck.keywords:
        told.append(f"<pdf:Keywords>{_xml(deck.keywords)}</pdf:Keywords>")
    told.append(f"<pdf:Producer>{PRODUCER}</pdf:Producer>")
    told.append("<pdfuaid:part>1</pdfuaid:part>")
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {_NAMESPACES}>{"".join(told)}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _in_languages(tag: str, value: str) -> str:
    return f'<{tag}><rdf:Alt><rdf:li xml:lang="x-default">{_xml(value)}</rdf:li></rdf:Alt></{tag}>'


def _xml(value: str) -> str:
    shown = "".join(letter for letter in value if letter >= " " or letter in "\t\n")
    return shown.translate(_LETTERS)
