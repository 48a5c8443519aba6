"""The words that specimens are made of: plain, technical, with punctuation, in several scripts."""

from __future__ import annotations

from typing import Final


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text; a tilde stands for a space within a word that may not break."""
    return tuple(word.replace("~", "\u00a0") for word in text.split())


NOUNS: Final = words("""
    基盤 利用者 運用担当者 仮想マシン 監視 構成管理 ネットワーク ストレージ 認証 テナント 障害 事例
    通信事業者 更新 移行計画 自動化 開発者 コミュニティ 会場 参加者 海外拠点 検証環境 性能 帯域
    データベース サーバー クラウド ファイアウォール コンテナ セキュリティ ユーザー インタビュー
    ウェブサイト 負荷分散 研究所 ショッピング ヂャンク ﾊﾝｶｸｶﾅ 々々 ヴェール １２３ ＡＢＣ
""")
VERBS: Final = words("""
    を導入した を比較した について説明があった が発表された を見直している を担当している
    が増えている に対応していない を手作業で直していた が課題になっている を止めずに更新できる
    を一か所で確かめられる をゃっている っぽくなった ゝゞを使った
""")
JOINTS: Final = words("""
    の と や から まで、 では、 については、 および など、 (旧来の) 「新しい」 ・ ／ 〜 ： ，
""")
ENDS: Final = words("。 。 。 。 ！ ？ （予定）。 」。 … ……。 ‥ ！？ ．")
OPENERS: Final = (
    "",
    "",
    "",
    "また、",
    "一方で、",
    "「",
    "（",
    "『",
    "※",
    "・",
    "第3に、",
    "【注】",
    "→",
)
ENGLISH: Final = words("""
    the a of to and in for with is on by cloud network compute storage container operator upgrade
    bare metal plugin service project release tenant image volume cluster policy driver latency
    availability orchestration infrastructure deployment performance maintainability office
    telecommunications efficient fill first workflow AVATAR Type To VM We Yes affiliation difficult
""")
NAMES: Final = words("""
    OpenStack Neutron Kolla Magnum Kubernetes IPv6 DHCPv6 LBaaS NFV API vSwitch DPDK Ceph Heat CLI
    GitHub Python3 Java TLS1.3 S3 5G AT&T
""")
TOKENS: Final = words("""
    non-technology high-availability TCP/IP CI/CD and/or 10/24 2016-10-25 99.99% 1,000 $100 ¥3,980
    v2.1-rc3 10.0.0.1/24 foo_bar.py --force e-mail R&D x86-64 (beta) [1] key=value a:b 50km #42 +2
    100% ±5 3.5〜4.0 20℃ 1/2 10:30-11:10 it's “quoted” don’t pre- w/o I/O {x} <tag> |pipe| C:\\dir
    -1 −5 (3%) n/a http:// 5% §3 A–B A—B …and 3×4 30° №5 “a” @home C++ $HOME
""")
URLS: Final = words("""
    https://review.example.org/#/c/390728/ http://bit.ly/openstack-ipv6-barcelona
    https://www.example.com/path/to/a-very-long-name/index.html?query=value&lang=ja
    docs.example.org/en/latest/install_guide.html git@github.com:example/project.git
    /etc/kolla/globals.yml https://example.org/wiki/%E3%81%82?x=1.5&y[]=2 ftp://a.b/c-d_e
""")
EUROPEAN: Final = words("""
    größe Übersicht Straßenverkehr naïve café «déjà vu» Grundsätze Fußgänger l’été aujourd’hui où
    señor mañana ¿qué? ¡olé! København smørrebrød 3,50~€ 12~% z.~B. d’accord „Zitat“ co‑operate
    Donaudampfschifffahrtsgesellschaft Mar\u00addon 1\u202f000 so-called l’œuvre été
""")
SYMBOLS: Final = words("→ ⇒ ※ ① ② × ± ° … — ‥ ℃ ■ ● ○ ★ ☆ △ ▲ ◎ ↑ ≦ ≠ ∞ § ¶ ㎏ ㈱ Ⅲ ½ ™ ® © € £")
