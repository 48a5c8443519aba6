"""What the page that presents says of itself, in the language of the deck."""

from __future__ import annotations

from typing import Final

_ENGLISH: Final = {
    "slide": "Slide",
    "roledescription": "slide",
    "label": "Slide {0} of {1}: {2}",
    "slides": "Slides",
    "notes": "Notes",
    "no_notes": "This slide has no notes.",
    "tools": "Presentation",
    "back": "Back",
    "next": "Next",
    "grid": "All slides",
    "noted": "Show notes",
    "presenter": "Presenter's view",
    "search": "Search",
    "full": "Full screen",
    "theme": "Light or dark",
    "keys": "Keys and printing",
    "close": "Close",
    "ahead": "Next",
    "end": "End of the presentation",
    "step": "Click {0} of {1}",
    "found": "Slides found: {0}",
    "search_for": "Words on slides and in notes",
    "paper": "Print slides",
    "paper-notes": "Print slides with notes",
    "timer": "Start the time anew",
    "clock": "Time of day",
    "speaking": "Presenter",
    "themes": {"auto": "As the system", "light": "Light", "dark": "Dark"},
}
_ENGLISH_HELP: Final = (
    ("→ ↓ Space", "Next"),
    ("← ↑", "Back"),
    ("Home End", "First slide, last slide"),
    ("1 2 … Enter", "The slide of that number"),
    ("F", "Full screen"),
    ("G", "All slides"),
    ("P", "Presenter's view, in a window of its own"),
    ("N", "Show notes"),
    ("/", "Search"),
    ("B W", "Black screen, white screen"),
    ("T", "Light or dark"),
    ("?", "These keys"),
)
_JAPANESE: Final = {
    "slide": "スライド",
    "roledescription": "スライド",
    "label": "スライド {0}/{1}：{2}",
    "slides": "スライド",
    "notes": "ノート",
    "no_notes": "このスライドにはノートがありません。",
    "tools": "プレゼンテーション",
    "back": "戻る",
    "next": "次へ",
    "grid": "スライド一覧",
    "noted": "ノートを表示",
    "presenter": "発表者ビュー",
    "search": "検索",
    "full": "全画面表示",
    "theme": "明るい画面・暗い画面",
    "keys": "キー操作と印刷",
    "close": "閉じる",
    "ahead": "次のスライド",
    "end": "プレゼンテーションの終わり",
    "step": "クリック {0}/{1}",
    "found": "見つかったスライド：{0}",
    "search_for": "スライドとノートの語句",
    "paper": "スライドを印刷",
    "paper-notes": "ノート付きで印刷",
    "timer": "経過時間を最初から",
    "clock": "現在時刻",
    "speaking": "発表者",
    "themes": {"auto": "システムに合わせる", "light": "明るい画面", "dark": "暗い画面"},
}
_JAPANESE_HELP: Final = (
    ("→ ↓ Space", "次へ"),
    ("← ↑", "戻る"),
    ("Home End", "最初のスライド、最後のスライド"),
    ("1 2 … Enter", "その番号のスライド"),
    ("F", "全画面表示"),
    ("G", "スライド一覧"),
    ("P", "発表者ビュー（別ウィンドウ）"),
    ("N", "ノートを表示"),
    ("/", "検索"),
    ("B W", "黒い画面、白い画面"),
    ("T", "明るい画面・暗い画面"),
    ("?", "キー操作"),
)


class PageWords:
    """The words of a language: those of Japanese for it, else English ones."""

    def __init__(self, language: str) -> None:
        is_japanese = language.partition("-")[0].lower() == "ja"
        self.language: Final = "ja" if is_japanese else "en"
        self.all: Final[dict[str, object]] = dict(_JAPANESE if is_japanese else _ENGLISH)

    def __call__(self, name: str, *values: object) -> str:
        """Return the words of a name, with values in their places."""
        text = self.all[name]
        return str(text).format(*values) if values else str(text)

    @property
    def help(self) -> tuple[tuple[str, str], ...]:
        """The keys, and what each does."""
        return _JAPANESE_HELP if self.language == "ja" else _ENGLISH_HELP
