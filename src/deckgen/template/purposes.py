"""What a layout can be for, and by which types and names templates say so."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from typing import Final


class Purpose(Enum):
    """What a slide needs a layout for."""

    TITLE = "title"
    SECTION = "section"
    CONTENT = "content"
    TWO_CONTENTS = "two contents"
    COMPARISON = "comparison"
    PICTURE_CAPTION = "picture with caption"
    PICTURES = "pictures"
    TITLE_ONLY = "title only"
    QUOTE = "quote"
    CLOSING = "closing"
    BLANK = "blank"


TYPES: Final = {
    "title": Purpose.TITLE,
    "secHead": Purpose.SECTION,
    "obj": Purpose.CONTENT,
    "tx": Purpose.CONTENT,
    "twoObj": Purpose.TWO_CONTENTS,
    "twoColTx": Purpose.TWO_CONTENTS,
    "txAndObj": Purpose.TWO_CONTENTS,
    "objAndTx": Purpose.TWO_CONTENTS,
    "twoTxTwoObj": Purpose.COMPARISON,
    "picTx": Purpose.PICTURE_CAPTION,
    "titleOnly": Purpose.TITLE_ONLY,
    "blank": Purpose.BLANK,
}
"""The purposes of layout types (`p:sldLayout@type`); exporters often declare wrong ones."""

_NAMES: Final = {
    Purpose.TITLE: "titleslide|^cover|frontpage|titlepage|openingslide|タイトルスライド|表紙|扉"
    "|标题幻灯片|標題投影片|封面|제목슬라이드|표지|titelfolie|deckblatt|startfolie"
    "|diapositivedetitre|couverture|pagedegarde|diapositivadet[ií]tulo|portada|rubrikbild"
    "|framsida|slidedet[ií]tulo|diapositivodet[ií]tulo|capa$|diapositivatitolo|copertina"
    "|titeldia|voorblad|slajdtytułowy|титульныйслайд",
    Purpose.SECTION: "section|divider|chapter|セクション|(?<!文)章|中扉|中表紙|区切り|节标题|章節"
    "|过渡|轉場|구역|간지|abschnitt|trenn|kapitel|zwischentitel|intercalaire|encabezadodesecci"
    "|separador|avsnitt|se[cç][aã]o|sezione|sectiekop|nagłóweksekcji|заголовокраздела",
    Purpose.CONTENT: "titleandcontent|title,content|titleandbody|titleandtext"
    "|タイトルとコンテンツ|本文|标题和内容|標題及物件|제목및내용|titelundinhalt|titreetcontenu"
    "|t[ií]tuloyobjetos|rubrikochinnehåll|t[ií]tuloeconte[uú]do|titoloecontenuto|titelenobject"
    "|tytułizawartość|заголовокиобъект",
    Purpose.TWO_CONTENTS: "twocontent|twocolumn|2column|2content|2つのコンテンツ|2段|2カラム"
    "|二段|两栏|兩欄|兩項|콘텐츠2개|zweiinhalte|zweispaltig|deuxcontenus|dosobjetos"
    "|tvåinnehåll|duaspartes|duecontenuti|tweeobjecten|dwazawartości|дваобъекта",
    Purpose.COMPARISON: "comparison|compar[ae]|versus|比較|比较|비교|vergleich|jämförelse"
    "|confronto|vergelijking|porównanie|сравнение",
    Purpose.PICTURE_CAPTION: "picturewithcaption|imagewithcaption|photo|タイトル付きの図|写真"
    "|图片与标题|圖片|캡션있는그림|bildmit|imageavecl[eé]gende|imagencont[ií]tulo"
    "|bildmedbildtext|imagemcomlegenda|immagineconditascalia|rysunekz|рисунокс",
    Purpose.PICTURES: "pictures|photos|gallery|images|画像|ギャラリー|galerie|galer[ií]a|bilder",
    Purpose.TITLE_ONLY: "titleonly|タイトルのみ|仅标题|只有標題|제목만|nurtitel|titreseul"
    "|sóloelt[ií]tulo|soloelt[ií]tulo|endastrubrik|somentet[ií]tulo|apenast[ií]tulo"
    "|solotitolo|alleentitel|tylkotytuł|толькозаголовок",
    Purpose.QUOTE: "quot|引用|名言|zitat|citation|citat|cita$|cita[cç]|citazione|인용|цитата",
    Purpose.CLOSING: "closing|endpage|endslide|lastpage|^end$|thank|ending|contactus|終|最終"
    "|エンド|ありがとう|ご清聴|结束|謝謝|谢谢|致谢|封底|감사|마지막|schluss|abschluss|danke|fin$"
    "|merci|cierre|gracias|^slut|^tack|encerramento|obrigad|chiusura|grazie|bedankt|dziękuję"
    "|спасибо",
    Purpose.BLANK: "blank|empty|白紙|空白|비어있|빈화면|leer|^vide|enblanco|^tom$|embranco"
    "|vuot[ao]|^leeg|pusty|пустой",
}
_PATTERNS: Final = {purpose: re.compile(pattern) for purpose, pattern in _NAMES.items()}
_COPY: Final = re.compile(r"^\d+_")


def plain(name: str) -> str:
    """Return a name without what people type differently: width, case, spaces and hyphens."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in folded if not (letter.isspace() or letter in "-_‐­"))


def hinted(name: str) -> frozenset[Purpose]:
    """Return the purposes that a layout's name speaks of, in one of many languages.

    The number is left out that PowerPoint sets before the name of a copied layout (`1_Blank`).
    """
    words = plain(_COPY.sub("", name))
    return frozenset(purpose for purpose, pattern in _PATTERNS.items() if pattern.search(words))
