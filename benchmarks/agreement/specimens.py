"""A seed -> paragraphs to be set: their runs, their width and their language."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deckgen.text import Font, StyledText
from deckgen.units import Centipoints, Emu, pt

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS: Final = ("japanese", "mixed", "tokens", "english", "url")
PAIRS: Final = (
    ("Arial", "Noto Sans CJK JP"),
    ("Calibri", "IPAexGothic"),
    ("Times New Roman", "Noto Serif CJK JP"),
    ("Cambria", "IPAexMincho"),
    ("DejaVu Sans", "Noto Sans CJK JP"),
    ("Noto Sans CJK JP", "Noto Sans CJK JP"),
)
CODE: Final = "Courier New"

_NOUNS: Final = ["基盤", "利用者", "運用担当者", "仮想マシン", "監視", "構成管理", "ネットワーク", "ストレージ", "認証", "テナント", "障害", "事例", "通信事業者", "更新", "移行計画", "自動化", "開発者", "コミュニティ", "会場", "参加者", "海外拠点", "検証環境", "性能", "帯域", "データベース", "サーバー", "クラウド", "ファイアウォール", "コンテナ", "セキュリティ", "ユーザー", "インタビュー", "ウェブサイト", "負荷分散", "研究所"]  # fmt: skip
_VERBS: Final = ["を導入した", "を比較した", "について説明があった", "が発表された", "を見直している", "を担当している", "が増えている", "に対応していない", "を手作業で直していた", "が課題になっている", "を止めずに更新できる", "を一か所で確かめられる"]  # fmt: skip
_JOINTS: Final = (
    ["の", "と", "や", "から", "まで、", "では、", "については、", "および", "など、", "(旧来の)", "「新しい」", "・", "／", "〜"]
)
_ENDS: Final = ["。", "。", "。", "。", "！", "？", "（予定）。", "」。", "…"]
_OPENERS: Final = ("", "", "", "また、", "一方で、", "「", "（", "『", "※", "・", "第3に、")
_WORDS: Final = ["the", "a", "of", "to", "and", "in", "for", "with", "is", "on", "by", "cloud", "network", "compute", "storage", "container", "operator", "upgrade", "bare", "metal", "plugin", "service", "project", "release", "tenant", "image", "volume", "cluster", "policy", "driver", "latency", "availability", "orchestration", "infrastructure", "deployment", "performance", "maintainability", "telecommunications", "office", "efficient", "fill", "first", "workflow", "AVATAR", "Type", "To", "VM", "We", "Yes"]  # fmt: skip
_NAMES: Final = ["OpenStack", "Neutron", "Kolla", "Magnum", "Kubernetes", "IPv6", "DHCPv6", "LBaaS", "NFV", "API", "vSwitch", "DPDK", "Ceph", "Heat", "CLI", "GitHub", "Python3", "Java", "TLS1.3", "S3", "5G", "AT&T"]
_TOKENS: Final = ["non-technology", "high-availability", "TCP/IP", "CI/CD", "and/or", "10/24", "2016-10-25", "99.99%", "1,000", "$100", "¥3,980", "C++", "v2.1-rc3", "10.0.0.1/24", "foo_bar.py", "--force", "e-mail", "R&D", "x86-64", "(beta)", "[1]", "key=value", "a:b", "50km", "#42", "@home", "+2", "100%", "±5", "3.5〜4.0", "20℃", "1/2", "10:30-11:10", "it's", "“quoted”", "don’t", "pre-", "w/o", "I/O"]  # fmt: skip
_URLS: Final = ["https://review.example.org/#/c/390728/", "http://bit.ly/openstack-ipv6-barcelona", "https://www.example.com/path/to/a-very-long-name/index.html?query=value&lang=ja", "docs.example.org/en/latest/install_guide.html", "git@github.com:example/project.git", "/etc/kolla/globals.yml"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Specimen:
    """A paragraph to set in a box of its own."""

    kind: str
    runs: tuple[StyledText, ...]
    width: Emu

    @property
    def text(self) -> str:
        """The joined text."""
        return "".join(run.text for run in self.runs)


def specimens(seed: int, count: int) -> tuple[Specimen, ...]:
    """Return paragraphs of every kind in turn; the same for the same seed."""
    source = random.Random(seed)  # noqa: S311
    return tuple(_specimen(source, KINDS[index % len(KINDS)]) for index in range(count))


def _specimen(source: random.Random, kind: str) -> Specimen:
    latin, east_asian = source.choice(PAIRS)
    size = Centipoints(source.choice((1000, 1050, 1200, 1400, 1600, 1800, 2000, 2400, 2800, 3200)))
    plain = Font(latin, east_asian, latin, size)
    pieces = [_SENTENCES[kind](source) for _ in range(source.choice((1, 1, 1, 2, 2, 3, 4)))]
    text = (" " if kind == "english" else "").join(pieces)
    runs = _styled(source, text, plain)
    return Specimen(kind, runs, pt(source.uniform(9, 32) * size / 100))


def _styled(source: random.Random, text: str, plain: Font) -> tuple[StyledText, ...]:
    """Return the text with, now and then, a stretch of it bold or in a code font."""
    if source.random() < 0.6 or len(text) < 12:
        return (StyledText(text, plain),)
    start = source.randrange(len(text) - 6)
    stop = start + source.randrange(3, 12)
    size = plain.size
    special = Font(CODE, plain.east_asian, CODE, size)
    if source.random() < 0.6:
        special = Font(plain.latin, plain.east_asian, plain.latin, size, bold=True)
    parts = (text[:start], plain), (text[start:stop], special), (text[stop:], plain)
    return tuple(StyledText(part, font) for part, font in parts if part)


def _japanese(source: random.Random) -> str:
    joints = "".join(
        source.choice(_NOUNS) + source.choice(_JOINTS) for _ in range(source.randrange(1, 4))
    )
    body = joints + source.choice(_NOUNS) + source.choice(_VERBS)
    return source.choice(_OPENERS) + body + source.choice(_ENDS)


def _mixed(source: random.Random) -> str:
    return _sprinkled(source, _NAMES)


def _with_tokens(source: random.Random) -> str:
    return _sprinkled(source, (*_NAMES, *_TOKENS, *_TOKENS))


def _sprinkled(source: random.Random, names: tuple[str, ...] | list[str]) -> str:
    text = ""
    for _ in range(source.randrange(2, 5)):
        name = source.choice(names)
        text += source.choice((name, name, f" {name} ", f"「{name}」", f"（{name}）", f"{name}、"))
        text += source.choice(_NOUNS) + source.choice(_JOINTS)
    return text + source.choice(_NOUNS) + source.choice(_VERBS) + source.choice(_ENDS)


def _english(source: random.Random) -> str:
    words = [source.choice(_WORDS) for _ in range(source.randrange(5, 16))]
    for _ in range(source.randrange(0, 4)):
        words.insert(source.randrange(len(words)), source.choice((*_NAMES, *_TOKENS)))
    text = " ".join(words)
    return text[0].upper() + text[1:] + source.choice(".!?:")


def _url(source: random.Random) -> str:
    address = source.choice(_URLS)
    around = source.choice(
        ("{}", "参考: {} を参照。", "See {} for more.", "詳細は{}にある。", "（{}）")
    )
    before = source.choice((_japanese, _english))(source)
    return source.choice(("", before)) + around.format(address)


_SENTENCES: Final[dict[str, Callable[[random.Random], str]]] = {
    "japanese": _japanese,
    "mixed": _mixed,
    "tokens": _with_tokens,
    "english": _english,
    "url": _url,
}
