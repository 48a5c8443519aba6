"""The words in which a chart is told, by language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from deckgen.blocks.charts.declared import ChartType
from deckgen.blocks.kit import Struct, replace

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS: Final[tuple[str, ...]] = get_args(ChartType)
"""The types in the order in which their names stand below."""


class ChartPhrases(Struct, frozen=True):
    """What is said of charts in a language.

    `course` has places for the first, the last, the least and the greatest value and where they
    are, `quarters` for the median, the quartiles and the ends of numbers, `points` for a count.
    `steps` are what a rise, a fall and a total of a waterfall are called.
    """

    kinds: Mapping[str, str]
    course: str
    quarters: str
    points: str
    target: str
    steps: tuple[str, str, str]
    colon: str = ": "
    stop: str = ". "
    mark: str = ", "
    brackets: str = " ({})"


def _phrases(  # noqa: PLR0913
    kinds: str, course: str, quarters: str, points: str, target: str, steps: tuple[str, str, str]
) -> ChartPhrases:
    named = dict(zip(_KINDS, kinds.split("; "), strict=True))
    return ChartPhrases(named, course, quarters, points, target, steps)


def _wide(phrases: ChartPhrases) -> ChartPhrases:
    """Return the same with marks that are as wide as the letters of East Asian scripts."""
    return replace(phrases, colon="：", stop="。", mark="、", brackets="（{}）")


_BY_LANGUAGE: Final = {
    "en": _phrases(
        "Column chart; Bar chart; Line chart; Area chart; Pie chart; Doughnut chart; Scatter chart;"
        " Bubble chart; Radar chart; Waterfall chart; Funnel chart; Histogram; Box plot;"
        " Combined chart",
        "from {first} ({at_first}) to {last} ({at_last}), least {low} ({at_low}),"
        " most {high} ({at_high})",
        "median {median}, half of them from {first} to {third}, all from {low} to {high}",
        "{} points",
        "Target",
        ("Increase", "Decrease", "Total"),
    ),
    "ja": _wide(
        _phrases(
            "縦棒グラフ; 横棒グラフ; 折れ線グラフ; 面グラフ; 円グラフ; ドーナツグラフ; 散布図;"
            " バブルチャート; レーダーチャート; ウォーターフォール図; ファネル図; ヒストグラム;"
            " 箱ひげ図; 複合グラフ",
            "{at_first}の{first}から{at_last}の{last}へ、最小は{at_low}の{low}、最大は{at_high}の{high}",
            "中央値{median}、半数は{first}～{third}、全体は{low}～{high}",
            "{}点",
            "目標",
            ("増加", "減少", "合計"),
        )
    ),
    "zh": _wide(
        _phrases(
            "柱形图; 条形图; 折线图; 面积图; 饼图; 圆环图; 散点图; 气泡图; 雷达图; 瀑布图; 漏斗图;"
            " 直方图; 箱形图; 组合图",
            "从{at_first}的{first}到{at_last}的{last}，最小为{at_low}的{low}，最大为{at_high}的{high}",
            "中位数{median}，半数在{first}至{third}，全部在{low}至{high}",
            "{}个点",
            "目标",
            ("增加", "减少", "合计"),
        )
    ),
    "ko": _phrases(
        "세로 막대형 차트; 가로 막대형 차트; 꺾은선형 차트; 영역형 차트; 원형 차트; 도넛형 차트;"
        " 분산형 차트; 거품형 차트; 방사형 차트; 폭포 차트; 깔때기형 차트; 히스토그램; 상자 그림;"
        " 콤보 차트",
        "{at_first} {first}에서 {at_last} {last}까지,"
        " 최소 {low} ({at_low}), 최대 {high} ({at_high})",
        "중앙값 {median}, 절반은 {first}~{third}, 전체는 {low}~{high}",
        "점 {}개",
        "목표",
        ("증가", "감소", "합계"),
    ),
    "de": _phrases(
        "Säulendiagramm; Balkendiagramm; Liniendiagramm; Flächendiagramm; Kreisdiagramm;"
        " Ringdiagramm; Punktdiagramm; Blasendiagramm; Netzdiagramm; Wasserfalldiagramm;"
        " Trichterdiagramm; Histogramm; Boxplot; Verbunddiagramm",
        "von {first} ({at_first}) bis {last} ({at_last}), kleinster Wert {low} ({at_low}),"
        " größter {high} ({at_high})",
        "Median {median}, die Hälfte von {first} bis {third}, alle von {low} bis {high}",
        "{} Punkte",
        "Ziel",
        ("Zunahme", "Abnahme", "Summe"),
    ),
    "fr": _phrases(
        "Histogramme; Graphique à barres; Courbe; Graphique en aires; Secteurs; Anneau;"
        " Nuage de points; Graphique à bulles; Radar; Graphique en cascade; Entonnoir;"
        " Histogramme de fréquences; Boîte à moustaches; Graphique combiné",
        "de {first} ({at_first}) à {last} ({at_last}), minimum {low} ({at_low}),"
        " maximum {high} ({at_high})",
        "médiane {median}, la moitié entre {first} et {third}, tout entre {low} et {high}",
        "{} points",
        "Objectif",
        ("Hausse", "Baisse", "Total"),
    ),
    "es": _phrases(
        "Gráfico de columnas; Gráfico de barras; Gráfico de líneas; Gráfico de áreas;"
        " Gráfico circular; Gráfico de anillos; Gráfico de dispersión; Gráfico de burbujas;"
        " Gráfico radial; Gráfico de cascada; Gráfico de embudo; Histograma; Diagrama de caja;"
        " Gráfico combinado",
        "de {first} ({at_first}) a {last} ({at_last}), mínimo {low} ({at_low}),"
        " máximo {high} ({at_high})",
        "mediana {median}, la mitad entre {first} y {third}, todos entre {low} y {high}",
        "{} puntos",
        "Objetivo",
        ("Aumento", "Disminución", "Total"),
    ),
    "it": _phrases(
        "Istogramma a colonne; Grafico a barre; Grafico a linee; Grafico ad area; Grafico a torta;"
        " Grafico ad anello; Grafico a dispersione; Grafico a bolle; Grafico radar;"
        " Grafico a cascata; Grafico a imbuto; Istogramma; Diagramma a scatola; Grafico combinato",
        "da {first} ({at_first}) a {last} ({at_last}), minimo {low} ({at_low}),"
        " massimo {high} ({at_high})",
        "mediana {median}, la metà tra {first} e {third}, tutti tra {low} e {high}",
        "{} punti",
        "Obiettivo",
        ("Aumento", "Diminuzione", "Totale"),
    ),
    "pt": _phrases(
        "Gráfico de colunas; Gráfico de barras; Gráfico de linhas; Gráfico de área;"
        " Gráfico circular; Gráfico em anel; Gráfico de dispersão; Gráfico de bolhas;"
        " Gráfico de radar; Gráfico em cascata; Gráfico de funil; Histograma; Diagrama de caixa;"
        " Gráfico combinado",
        "de {first} ({at_first}) a {last} ({at_last}), mínimo {low} ({at_low}),"
        " máximo {high} ({at_high})",
        "mediana {median}, metade entre {first} e {third}, todos entre {low} e {high}",
        "{} pontos",
        "Meta",
        ("Aumento", "Redução", "Total"),
    ),
}


def phrases(language: str) -> ChartPhrases:
    """Return what is said in the language of a tag, English where that is not known."""
    return _BY_LANGUAGE.get(language.partition("-")[0].lower(), _BY_LANGUAGE["en"])
