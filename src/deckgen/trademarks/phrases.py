"""A language -> the usual words of notices and attributions in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence


class Several(Struct, frozen=True):
    """The words for several marks of one owner; `last` parts the last of them from the others."""

    registered: str
    claimed: str
    unowned: str
    last: str


class Phrases(Struct, frozen=True):
    """The words of one language.

    `registered` and `claimed` say whose a mark is, with places `{mark}` and `{owner}`; `unowned`
    says it where the owner is not known. `listed` is one mark with its owner in a list, `between`
    what parts the marks of a list. Where `several` marks are spoken of as one is, it is absent.
    """

    title: str
    notice: str
    registered: str
    claimed: str
    unowned: str
    listed: str = "{mark} ({owner})"
    between: str = ", "
    several: Several | None = None

    def sentence(self, names: Sequence[str], owner: str, *, registered: bool) -> str:
        """Return the sentence that says whose marks are, all of them of one owner."""
        words: Phrases | Several = self
        listed = self.between.join(names)
        if self.several is not None and len(names) > 1:
            words = self.several
            listed = words.last.join([self.between.join(names[:-1]), names[-1]])
        form = words.registered if registered else words.claimed
        sentence = (form if owner else words.unowned).format(mark=listed, owner=owner)
        # a sentence that ends with the full stop of `Inc.` needs no second one
        return sentence.replace("..", ".")


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
        several=Several(
            registered="{mark} are registered trademarks of {owner}.",
            claimed="{mark} are trademarks of {owner}.",
            unowned="{mark} are trademarks of their owners.",
            last=" and ",
        ),
    ),
    "de": Phrases(
        title="Marken",
        notice="Firmen- und Produktnamen sind Marken oder eingetragene Marken ihrer jeweiligen"
        " Inhaber.",
        registered="{mark} ist eine eingetragene Marke von {owner}.",
        claimed="{mark} ist eine Marke von {owner}.",
        unowned="{mark} ist eine Marke des jeweiligen Inhabers.",
        several=Several(
            registered="{mark} sind eingetragene Marken von {owner}.",
            claimed="{mark} sind Marken von {owner}.",
            unowned="{mark} sind Marken der jeweiligen Inhaber.",
            last=" und ",
        ),
    ),
    "fr": Phrases(
        title="Marques",
        notice="Les noms de sociétés et de produits sont des marques ou des marques déposées de"
        " leurs propriétaires respectifs.",
        registered="{mark} est une marque déposée de {owner}.",
        claimed="{mark} est une marque de {owner}.",
        unowned="{mark} est une marque de son propriétaire.",
        several=Several(
            registered="{mark} sont des marques déposées de {owner}.",
            claimed="{mark} sont des marques de {owner}.",
            unowned="{mark} sont des marques de leurs propriétaires.",
            last=" et ",
        ),
    ),
    "es": Phrases(
        title="Marcas",
        notice="Los nombres de empresas y productos son marcas o marcas registradas de sus"
        " respectivos propietarios.",
        registered="{mark} es una marca registrada de {owner}.",
        claimed="{mark} es una marca de {owner}.",
        unowned="{mark} es una marca de su propietario.",
        several=Several(
            registered="{mark} son marcas registradas de {owner}.",
            claimed="{mark} son marcas de {owner}.",
            unowned="{mark} son marcas de sus propietarios.",
            last=" y ",
        ),
    ),
    "it": Phrases(
        title="Marchi",
        notice="I nomi di società e prodotti sono marchi o marchi registrati dei rispettivi"
        " proprietari.",
        registered="{mark} è un marchio registrato di {owner}.",
        claimed="{mark} è un marchio di {owner}.",
        unowned="{mark} è un marchio del suo proprietario.",
        several=Several(
            registered="{mark} sono marchi registrati di {owner}.",
            claimed="{mark} sono marchi di {owner}.",
            unowned="{mark} sono marchi dei rispettivi proprietari.",
            last=" e ",
        ),
    ),
    "pt": Phrases(
        title="Marcas",
        notice="Os nomes de empresas e produtos são marcas ou marcas registradas de seus"
        " respectivos proprietários.",
        registered="{mark} é uma marca registrada de {owner}.",
        claimed="{mark} é uma marca de {owner}.",
        unowned="{mark} é uma marca de seu proprietário.",
        several=Several(
            registered="{mark} são marcas registradas de {owner}.",
            claimed="{mark} são marcas de {owner}.",
            unowned="{mark} são marcas de seus proprietários.",
            last=" e ",
        ),
    ),
    "nl": Phrases(
        title="Handelsmerken",
        notice="Bedrijfs- en productnamen zijn handelsmerken of geregistreerde handelsmerken van"
        " hun respectieve eigenaren.",
        registered="{mark} is een geregistreerd handelsmerk van {owner}.",
        claimed="{mark} is een handelsmerk van {owner}.",
        unowned="{mark} is een handelsmerk van de eigenaar.",
        several=Several(
            registered="{mark} zijn geregistreerde handelsmerken van {owner}.",
            claimed="{mark} zijn handelsmerken van {owner}.",
            unowned="{mark} zijn handelsmerken van de eigenaren.",
            last=" en ",
        ),
    ),
    "sv": Phrases(
        title="Varumärken",
        notice="Företags- och produktnamn är varumärken eller registrerade varumärken som tillhör"
        " sina respektive ägare.",
        registered="{mark} är ett registrerat varumärke som tillhör {owner}.",
        claimed="{mark} är ett varumärke som tillhör {owner}.",
        unowned="{mark} är ett varumärke som tillhör sin ägare.",
        several=Several(
            registered="{mark} är registrerade varumärken som tillhör {owner}.",
            claimed="{mark} är varumärken som tillhör {owner}.",
            unowned="{mark} är varumärken som tillhör sina ägare.",
            last=" och ",
        ),
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
