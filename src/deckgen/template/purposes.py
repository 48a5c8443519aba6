"""What a layout can be for, and by which types and names templates say so."""

from __future__ import annotations

import unicodedata
from enum import Enum
from functools import lru_cache
from typing import Final


class Purpose(Enum):
    """What a slide needs a layout for."""

    TITLE = "title"
    SECTION = "section"
    CONTENT = "content"
    TWO_CONTENTS = "two contents"
    COMPARISON = "comparison"
    THREE_CONTENTS = "three contents"
    PICTURE_CAPTION = "picture with caption"
    PICTURES = "pictures"
    TITLE_ONLY = "title only"
    QUOTE = "quote"
    STATEMENT = "statement"
    BIG_NUMBER = "big number"
    CLOSING = "closing"
    AGENDA = "agenda"
    BLANK = "blank"


COVERS: Final = frozenset({Purpose.TITLE, Purpose.SECTION, Purpose.CLOSING})
"""Pages of a title and a few lines."""

DISPLAYS: Final = frozenset({Purpose.STATEMENT, Purpose.BIG_NUMBER})
"""Pages of a few words in display type, which may be larger than their titles."""
OTHER_KINDS: Final = frozenset({*COVERS, *DISPLAYS, Purpose.AGENDA, Purpose.QUOTE})
"""Pages that a name tells apart from those for content, even if they have room for some."""

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
    Purpose.TITLE: (
        "titleslide ^cover coverpage coverslide frontpage titlepage openingslide"
        " タイトルスライド 表紙 扉 标题幻灯片 標題投影片 封面 제목슬라이드 표지 titelfolie"
        " 首页 首頁 deckblatt startfolie diapositivedetitre couverture pagedegarde"
        " diapositivadetítulo"
        " portada rubrikbild framsida slidedetítulo diapositivodetítulo capa$ diapositivatitolo"
        " copertina titeldia voorblad slajdtytułowy титульныйслайд"
    ),
    Purpose.SECTION: (
        "section divider chapter transition セクション 章 中扉 中表紙 区切り 节标题 过渡 轉場"
        " 구역 간지"
        " abschnitt trenn kapitel zwischentitel intercalaire encabezadodesección separador avsnitt"
        " seção secção sezione sectiekop nagłóweksekcji заголовокраздела"
    ),
    Purpose.CONTENT: (
        "titleandcontent title,content titleandbody titleandtext タイトルとコンテンツ 本文"
        " 标题和内容 標題及物件 제목및내용 titelundinhalt titreetcontenu títuloyobjetos"
        " rubrikochinnehåll títuloeconteúdo titoloecontenuto titelenobject tytułizawartość"
        " заголовокиобъект"
    ),
    Purpose.TWO_CONTENTS: (
        "twocontent twocolumn 2column 2content 2つのコンテンツ 2段 2カラム 二段 两栏 兩欄 兩項"
        " 콘텐츠2개 zweiinhalte zweispaltig deuxcontenus dosobjetos tvåinnehåll duaspartes"
        " duecontenuti tweeobjecten dwazawartości дваобъекта"
    ),
    Purpose.THREE_CONTENTS: (
        "threecontent threecolumn 3column 3content 3つのコンテンツ 3段 3カラム 三段 三栏 三欄"
        " dreiinhalte dreispaltig troiscontenus troiscolonnes tresobjetos trescolumnas"
        " trêscolunas trecolonne driekolommen"
    ),
    Purpose.COMPARISON: (
        "comparison compare comparaison comparación comparação versus 比較 比较 비교 vergleich"
        " jämförelse confronto vergelijking porównanie сравнение"
    ),
    Purpose.PICTURE_CAPTION: (
        "picturewithcaption imagewithcaption photo$ タイトル付きの図 写真 图片与标题 圖片"
        " 캡션있는그림 bildmit imageaveclégende imagencontítulo bildmedbildtext imagemcomlegenda"
        " immagineconditascalia rysunekz рисунокс"
    ),
    Purpose.PICTURES: "pictures photos gallery images 画像 ギャラリー galerie galería bilder",
    Purpose.TITLE_ONLY: (
        "titleonly タイトルのみ 仅标题 只有標題 제목만 nurtitel titreseul sóloeltítulo soloeltítulo"
        " endastrubrik somentetítulo apenastítulo solotitolo alleentitel tylkotytuł"
        " толькозаголовок"
    ),
    Purpose.QUOTE: "quot 引用 名言 zitat citation citat cita$ citaç citazione 인용 цитата",
    Purpose.STATEMENT: (
        "^statement keymessage ステートメント キーメッセージ 一言 kernaussage ^aussage$ messageclé"
        " ^declaración$ ^mensaje$ påstående"
    ),
    Purpose.BIG_NUMBER: (
        "bignumber bigfact keyfigure ^metric$ 数字$ ビッグナンバー キー数値 大数字"
        " ^kennzahl$ ^zahl$ chiffreclé cifraclave"
    ),
    Purpose.CLOSING: (
        "closing endpage endslide lastpage ^end$ thank ending contactus 終 エンド ありがとう"
        " ご清聴 结束 结尾 結尾 尾页 謝謝 谢谢 致谢 封底 裏表紙 backcover 감사 마지막 schluss danke"
        " fin$ merci cierre gracias ^slut"
        " ^tack encerramento obrigad chiusura grazie bedankt dziękuję спасибо"
    ),
    Purpose.AGENDA: (
        "agenda tableofcontent ^contents$ ^toc$ 目次 アジェンダ 目录 目錄 議程 议程 목차"
        " inhaltsverzeichnis gliederung sommaire tabledesmatières ordredujour índice ^indice$"
        " sumário sommario ordinedelgiorno inhoudsopgave innehållsförteckning spistreści содержание"
    ),
    Purpose.BLANK: (
        "blank empty 白紙 空白 비어있 빈화면 leer ^vide enblanco ^tom$ embranco vuota vuoto ^leeg"
        " pusty пустой"
    ),
}
"""Words in the names of layouts; `^` and `$` stand for the start and the end of a name."""

_WORDS: Final = {purpose: tuple(words.split()) for purpose, words in _NAMES.items()}
_MISLEADING: Final = "文章"
"""Text, in Japanese and Chinese; it ends in the sign for a chapter."""
_MOST_DIGITS: Final = 3
_NUMERALS: Final = frozenset("0123456789#x")
_AROUND_NUMERALS: Final = ".%"
"""What stands around numbers in prompts: `1.`, and `xx%` in those of a gallery."""


def plain(name: str) -> str:
    """Return a name without what people type differently: width, case, spaces and hyphens."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in folded if not (letter.isspace() or letter in "-_‐\u00ad"))


@lru_cache(maxsize=1024)
def hinted(name: str) -> frozenset[Purpose]:
    """Return the purposes that a layout's name speaks of, in one of many languages.

    The number is left out that PowerPoint sets before the name of a copied layout (`1_Blank`).
    """
    number, _, rest = name.partition("_")
    original = rest if number.isdigit() else name
    words = f"^{plain(original).replace(_MISLEADING, '')}$"
    return frozenset(
        purpose for purpose, known in _WORDS.items() if any(word in words for word in known)
    )


def is_numeral(prompt: str) -> bool:
    """Tell whether a prompt stands for a number: `1`, `01`, `##`, `XX`, `xx%`."""
    return digits_of(prompt) > 0


def digits_of(prompt: str) -> int:
    """Return how many digits the number has that a prompt stands for, 0 if it is no number."""
    letters = plain(prompt).strip(_AROUND_NUMERALS)
    is_number = len(letters) <= _MOST_DIGITS and _NUMERALS.issuperset(letters)
    return len(letters) if is_number else 0
