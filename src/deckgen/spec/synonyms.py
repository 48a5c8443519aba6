"""A word that is not known -> the one that means the same, as others have it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

_MEANINGS: Final = {
    # parts of a deck and its settings
    "deck": "presentation settings config configuration meta metadata options 設定",
    "title": "heading header headline head name label cover title_slide titleslide front event"
    " タイトル 題名 見出し 表題 表紙",
    "overview": "intro introduction abstract 概要",
    "summary": "conclusion conclusions recap takeaways まとめ",
    "closing": "end ending final thanks thank_you outro 終わり",
    "slides": "pages contents スライド",
    "sessions": "talks slides tracks セッション",
    "track": "name group title トラック",
    "section": "divider chapter part break 区切り 章",
    "agenda": "toc table_of_contents outline 目次",
    "template": "theme master style design テンプレート",
    "size": "aspect aspect_ratio ratio format dimensions width height",
    "language": "lang locale 言語",
    "subtitle": "tagline subheading 副題 サブタイトル",
    "authors": "author by presenter presenters speaker speakers 著者 発表者 作成者",
    "affiliation": "organisation institution institute company 所属",
    "date": "when 日付",
    "footer": "foot フッター",
    "slide_numbers": "page_numbers page_number pagenumbers paginate pagination slideNumber",
    "slide_number": "page_number pagenumber slide_numbers show_number ページ番号",
    "numbers": "page_numbers page_number pages",
    "smallest": "floor min minimum min_size minimum_size size_floor min_font_size",
    # what a slide holds
    "body": "content contents bullets bullet points items markdown md text description desc details"
    " paragraph paragraphs list ul ol lines html 本文 内容 箇条書き",
    "notes": "note speaker_notes speakernotes presenter_notes comment comments script ノート 備考",
    "hidden": "hide skip draft 非表示",
    "footnotes": "footnote 脚注 注",
    "source": "ref reference references citation credit attribution 出典",
    "image": "picture img photo pic figure screenshot 画像 写真",
    "images": "pictures photos gallery",
    "pictures": "images photos files items",
    "table": "grid spreadsheet 表",
    "chart": "graph plot bar pie line column histogram scatter グラフ",
    "code": "snippet source_code listing program python javascript bash sql json yaml コード",
    "diagram": "mermaid flow flowchart graphviz org orgchart org_chart gantt sequence mindmap 図",
    "equation": "math latex formula katex 数式",
    "quote": "quotation blockquote citation cite 引用",
    "columns": "left right two_columns twocolumns two_column two-columns cols split comparison grid"
    " 列",
    "cards": "tiles boxes panels grid features カード",
    "callout": "warning tip info alert admonition box hint important caution note 注意",
    "terms": "definitions glossary definition dictionary 用語",
    "figures": "kpi kpis metrics stats numbers key_figures statistics 数値",
    "steps": "process procedure workflow ステップ 手順",
    "timeline": "events milestones roadmap history schedule 年表 予定",
    "matrix": "risk_matrix riskmatrix heatmap quadrant",
    "qr": "qrcode qr_code",
    "video": "movie film clip 動画",
    "audio": "sound music 音声",
    # what blocks say
    "src": "url href uri file filename link source",
    "file": "path filename source url",
    "data": "file path src csv tsv xlsx excel json url source filename records dataset データ",
    "rows": "body content lines values cells 行",
    "alt": "alternative alt_text alttext description desc 代替テキスト",
    "caption": "legend title キャプション",
    "link": "href url",
    "by": "author who source cite from attribution",
    "kind": "type style level variant",
    "type": "kind 種類",
    "text": "content body description desc definition meaning quote code value source name title",
    "term": "name key word title",
    "value": "number figure amount 値",
    "values": "value numbers",
    "change": "delta trend diff difference 増減",
    "tone": "color colour status state",
    "what": "title event name text label task",
    "when": "date time year day at period quarter month いつ",
    "current": "active now",
    "done": "complete completed finished checked",
    "at": "position cell x y where",
    "x": "categories category labels xaxis x_axis",
    "y": "yaxis y_axis measure measures",
    "series": "datasets lines",
    "key": "name column field id label",
    "id": "label anchor slug",
    "holder": "owner name company",
    "format": "number_format numfmt 書式",
    "unit": "units 単位",
    "widths": "width ratio ratios sizes",
    "label": "confidential confidentiality classification text name caption title description"
    " ラベル",
    "reports": "children members subordinates team",
    "shape": "type form",
}
"""The words of a key: by what it is written elsewhere."""
_VALUES: Final = {
    "doughnut": "donut ring",
    "column": "columns vertical_bar bar_vertical bars bar",
    "bar": "horizontal_bar bar_horizontal hbar barh",
    "line": "lines spline curve",
    "scatter": "points xy scatterplot",
    "box": "boxplot box_plot whisker",
    "histogram": "hist distribution",
    "combo": "mixed combined combination",
    "radar": "spider web",
    "note": "info information remark memo",
    "tip": "hint success check",
    "important": "attention key purple violet highlight",
    "warning": "warn alert",
    "caution": "danger error",
    "good": "green success ok positive up",
    "bad": "red danger error negative down critical",
    "warn": "yellow orange amber warning caution",
    "muted": "grey gray neutral inactive disabled",
    "cover": "fill crop",
    "contain": "fit whole",
    "none": "off false no",
    "all": "on true yes",
    "center": "centre middle",
    "left": "primary first",
    "right": "secondary second",
    "stacked": "true yes on stack",
    "join": "false no off",
    "shrink": "true yes on auto",
    "keep": "true yes on false no off none",
    "push": "slide",
    "fade": "dissolve crossfade",
    "every": "all each slide slides every_slide",
    "mentioning": "mention mentions mentioned",
    "last": "closing end final",
    "slide": "each each_slide every every_slide slides",
    "deck": "first once",
    "mean": "avg average",
    "store": "database db cylinder",
    "rounded": "round rounded_box rounded_rectangle",
    "decision": "diamond rhombus choice",
}
"""The words of a value."""


_INSTEAD: Final = {
    ("Slide", "subtitle"): "a slide has none: write it as the first line of `body`",
    ("Slide", "type"): "leave it out: a slide is what it holds",
    ("Slide", "caption"): "write it within the picture: `image: {src: …, caption: …}`",
    ("Table", "headers"): "write them as the first of `rows`",
    ("Table", "head"): "write it as the first of `rows`",
    **dict.fromkeys(
        (("Table", word) for word in ("title", "caption", "name", "heading")),
        "write it as the `title` of the slide, or as a line of text above the table",
    ),
    ("TableCell", "rowspan"): "write how many rows it spans: `rows: 2`",
    ("TableCell", "colspan"): "write how many columns it spans: `span: 2`",
    ("TableRow", "*"): "records, `{name: value}`, stand below `data:`",
    ("Image", "height"): "leave it out: pictures keep their shape; `width: 60%` makes one smaller",
    ("Image", "size"): "write a share of the width: `width: 60%`",
    ("Image", "position"): "write text and picture in `columns`, or `bleed: right`",
    ("Image", "align"): "leave it out: pictures stand in line with the text",
    **dict.fromkeys(
        (
            ("Slide", word)
            for word in ("font", "fontsize", "font_size", "size", "smallest", "floor")
        ),
        "leave it out: text is set as it fits; `deck: {smallest: 12pt}` says how small it may be",
    ),
    ("Use", "*"): "a slide of the template is copied as it is",
    ("Section", "title"): "write it as the name of the section: `section: …`",
    ("Section", "body"): "write it on a slide behind it: `- title: …` with its `body:`",
    **dict.fromkeys(
        (("Closing", word) for word in ("body", "text", "content", "contact", "email")),
        "write it as `subtitle:`, which may have several lines",
    ),
    ("Section", "slides"): "write them behind it: a section lasts until the next one",
    ("Spec", "sections"): "write dividers among the slides: `- section: …`",
    ("Spec", "body"): "write it on a slide: `slides: [{title: …, body: …}]`",
    **dict.fromkeys(
        (("Settings", word) for word in ("font", "fonts", "color", "colors", "colours", "logo")),
        "leave it out: a deck has the look of its `template`",
    ),
    **dict.fromkeys(
        (("Chart", word) for word in ("color", "colors", "colours", "palette", "style")),
        "leave it out: colours are the template's; `highlight: …` makes a series stand out",
    ),
    **dict.fromkeys(
        (("Chart", f"{axis}{word}") for axis in "xy" for word in ("_title", "_label", "title")),
        "leave it out: `unit` says what is counted, `title` what is shown",
    ),
    **dict.fromkeys(
        (("Chart", word) for word in ("min", "max", "y_min", "y_max", "ymin", "ymax", "scale")),
        "leave it out: axes end at round numbers around the values, and those of bars at zero",
    ),
    ("Chart", "legend"): "leave it out: series are named at their lines, or in a legend",
    ("Trademarks", "attributions"): "write `place: last`, which lists all marks and their owners",
    ("Trademarks", "marks"): "write them in a file: `registry: assets/trademarks.yaml`",
    **dict.fromkeys(
        (("Trademarks", word) for word in ("symbol", "symbols", "signs", "marking")),
        "write `first_use: deck`, or `slide`, for ® and ™ at first mentions",
    ),
    **{
        ("Callout", word): f"write `{{kind: {word}, text: …}}`"
        for word in ("note", "tip", "important", "warning", "caution")
    },
    ("Keynote", "body"): "write its slides: `slides: [{body: …}]`",
}
"""What to write instead of a key that a record lacks, where no other key means the same."""


_WRAPPING: Final = {
    "Keynote": "write its `title:`, and the list below `slides:`",
    "Spec": "write the list below `slides:`",
    "TitledSlide": "write its `title:`, and below that its `body:`",
    "Slide": "write each slide as an item: `- title: …` with its `body:`",
}
"""What to do with a list or a text where a record is expected."""


def wrapping(record: type) -> str | None:
    """Return what to do with what is no mapping where a record is expected, if it is known."""
    names = (one.__name__ for one in record.__mro__)
    return next((_WRAPPING[name] for name in names if name in _WRAPPING), None)


def instead(word: str, record: type) -> str | None:
    """Return what to write instead of a key of a record, None where nothing is known of it."""
    names = (one.__name__.removesuffix("Block") for one in record.__mro__)
    pairs = ((name, one) for name in names for one in (word, "*"))
    return next((_INSTEAD[pair] for pair in pairs if pair in _INSTEAD), None)


def meant(word: str, known: Collection[str]) -> str | None:
    """Return the known word that means the same as a word, None where there is none."""
    plain = word.strip().lower().replace(" ", "_").replace("-", "_")
    bare = plain.removesuffix("chart").removesuffix("graph").removesuffix("plot").strip("_")
    found = (plain, *_by_word().get(plain, ()), bare, *_by_word().get(bare, ()))
    return next((one for one in found if one in known), None)


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for meanings in (_MEANINGS, _VALUES):
        for key, words in meanings.items():
            for word in words.split():
                plain = word.lower().replace("-", "_")
                found[plain] = (*found.get(plain, ()), key)
    return found
