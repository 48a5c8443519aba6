"""A language -> the usual words of notices and attributions in it."""

from __future__ import annotations

from typing import Final

from deckgen.records import Struct


class Phrases(Struct, frozen=True):
    """The words of one language.

    `registered` and `claimed` say whose a mark is, with places `{mark}` and `{owner}`; `unowned`
    says it where the owner is not known. `listed` is one mark with its owner in a list, `between`
    what parts the marks of a list.
    """

    title: str
    notice: str
    registered: str
    claimed: str
    unowned: str
    listed: str = "{mark} ({owner})"
    between: str = ", "


_PHRASES: Final = {
    "ja": Phrases(
        title="商標について",
        notice="※記載されている会社名、製品名、サービス名は、各社の商標または登録商標です。",
        registered="{mark}は、{owner}の登録商標です。",
        claimed="{mark}は、{owner}の商標です。",
        unowned="{mark}は、その所有者の商標です。",
        listed="{mark}（{owner}）",
        between="、",
    ),
    "zh": Phrases(
        title="商标声明",
        notice="文中提及的公司名称和产品名称均为其各自所有者的商标或注册商标。",
        registered="{mark}是{owner}的注册商标。",
        claimed="{mark}是{owner}的商标。",
        unowned="{mark}是其所有者的商标。",
        listed="{mark}（{owner}）",
        between="、",
    ),
    "ko": Phrases(
        title="상표 안내",
        notice="본문에 나오는 회사명과 제품명은 각 소유자의 상표 또는 등록 상표입니다.",
        registered="{mark}: {owner}의 등록 상표.",
        claimed="{mark}: {owner}의 상표.",
        unowned="{mark}: 해당 소유자의 상표.",
    ),
    "en": Phrases(
        title="Trademarks",
        notice="Company and product names are trademarks or registered trademarks of their"
        " respective owners.",
        registered="{mark} is a registered trademark of {owner}.",
        claimed="{mark} is a trademark of {owner}.",
        unowned="{mark} is a trademark of its owner.",
    ),
    "de": Phrases(
        title="Marken",
        notice="Firmen- und Produktnamen sind Marken oder eingetragene Marken ihrer jeweiligen"
        " Inhaber.",
        registered="{mark} ist eine eingetragene Marke von {owner}.",
        claimed="{mark} ist eine Marke von {owner}.",
        unowned="{mark} ist eine Marke des jeweiligen Inhabers.",
    ),
    "fr": Phrases(
        title="Marques",
        notice="Les noms de sociétés et de produits sont des marques ou des marques déposées de"
        " leurs propriétaires respectifs.",
        registered="{mark} est une marque déposée de {owner}.",
        claimed="{mark} est une marque de {owner}.",
        unowned="{mark} est une marque de son propriétaire.",
    ),
    "es": Phrases(
        title="Marcas",
        notice="Los nombres de empresas y productos son marcas o marcas registradas de sus"
        " respectivos propietarios.",
        registered="{mark} es una marca registrada de {owner}.",
        claimed="{mark} es una marca de {owner}.",
        unowned="{mark} es una marca de su propietario.",
    ),
    "it": Phrases(
        title="Marchi",
        notice="I nomi di società e prodotti sono marchi o marchi registrati dei rispettivi"
        " proprietari.",
        registered="{mark} è un marchio registrato di {owner}.",
        claimed="{mark} è un marchio di {owner}.",
        unowned="{mark} è un marchio del suo proprietario.",
    ),
    "pt": Phrases(
        title="Marcas",
        notice="Os nomes de empresas e produtos são marcas ou marcas registradas de seus"
        " respectivos proprietários.",
        registered="{mark} é uma marca registrada de {owner}.",
        claimed="{mark} é uma marca de {owner}.",
        unowned="{mark} é uma marca de seu proprietário.",
    ),
    "nl": Phrases(
        title="Handelsmerken",
        notice="Bedrijfs- en productnamen zijn handelsmerken of geregistreerde handelsmerken van"
        " hun respectieve eigenaren.",
        registered="{mark} is een geregistreerd handelsmerk van {owner}.",
        claimed="{mark} is een handelsmerk van {owner}.",
        unowned="{mark} is een handelsmerk van de eigenaar.",
    ),
    "sv": Phrases(
        title="Varumärken",
        notice="Företags- och produktnamn är varumärken eller registrerade varumärken som tillhör"
        " sina respektive ägare.",
        registered="{mark} är ett registrerat varumärke som tillhör {owner}.",
        claimed="{mark} är ett varumärke som tillhör {owner}.",
        unowned="{mark} är ett varumärke som tillhör sin ägare.",
    ),
}
_TRADITIONAL: Final = Phrases(
    title="商標聲明",
    notice="文中提及的公司名稱與產品名稱均為其各自所有者的商標或註冊商標。",
    registered="{mark}是{owner}的註冊商標。",
    claimed="{mark}是{owner}的商標。",
    unowned="{mark}是其所有者的商標。",
    listed="{mark}（{owner}）",
    between="、",
)

GENERAL: Final = (
    *("各社", "所有者", "その他", "其他", "소유자", "respective", "all other", "other names"),
    *("other product", "jeweilig", "respectifs", "respectivos", "rispettivi", "respektive"),
)
"""Words by which a notice speaks of all marks, also those that it does not name."""


def phrases(language: str) -> Phrases:
    """Return the words of a language by its tag, English ones for those without any."""
    main, _, rest = language.partition("-")
    if main == "zh" and rest.upper() in {"TW", "HK", "MO", "HANT", "HANT-TW"}:
        return _TRADITIONAL
    return _PHRASES.get(main.lower(), _PHRASES["en"])
