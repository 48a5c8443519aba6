"""A language tag as it is written -> the same in its usual form, or the one that was likely meant.

Tags are those of BCP 47 (RFC 5646). Of languages with a code of two letters, which ISO 639-1 lists,
that code is the tag; codes of three letters are taken as they are, because there are thousands.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_LANGUAGE, _SCRIPT, _REGION = r"[A-Za-z]{2,3}", r"(-[A-Za-z]{4})?", r"(-([A-Za-z]{2}|[0-9]{3}))?"
_VARIANTS: Final = r"(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
FORM: Final = _LANGUAGE + _SCRIPT + _REGION + _VARIANTS
"""A tag without extensions (RFC 5646, section 2.1)."""

_LANGUAGES: Final = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da"
    " de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy"
    " hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg"
    " li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or"
    " os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta"
    " te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_REGIONS: Final = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR"
    " BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ"
    " EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW"
    " GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY"
    " KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV"
    " MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY"
    " QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG"
    " TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA"
    " ZM ZW"
)
_MEANT: Final = (
    "ja=jp ja=jpn ja=japanese ja=日本語 ja=日本 en-US=us en-GB=gb en=eng en=english en=英語"
    " zh-CN=cn zh=chi zh=zho zh=chinese zh=中文 zh=中国語 ko=kor ko=korean ko=한국어 ko=韓国語"
    " de=deu de=ger de=german de=deutsch de-AT=at fr=fra fr=fre fr=french fr=français es=spa"
    " es=spanish es=español es=sp es-MX=mx it=ita it=italian pt=por pt=portuguese ru=rus"
    " ru=russian nl=nld nl=dut nl=dutch sv=swe sv=swedish pl=pol pl=polish el=gr el=greek"
    " cs=cz cs=czech da=dk da=danish uk=ua uk=ukrainian vi=vn vi=vietnamese he=il he=iw id=in"
    " yi=ji th=tha th=thai tr=turkish ar=arabic"
)
"""Codes of countries, older and longer codes and names, behind the tags that they stand for."""
_REGIONS_MEANT: Final = {"UK": "GB", "EN": "GB", "JA": "JP", "KO": "KR", "ZH": "CN", "DA": "DK"}


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@cache
def _meant() -> dict[str, str]:
    pairs = (word.partition("=") for word in _MEANT.split())
    return {written: tag for tag, _, written in pairs}


def is_tag(text: str) -> bool:
    """Tell whether a text is a language tag of a language, and a region, that there are."""
    return re.fullmatch(FORM, text) is not None and unknown_part(text) is None


def unknown_part(tag: str) -> str | None:
    """Return the code in a tag of the right form that belongs to no language or region, if any."""
    language, *others = tag.split("-")
    if (
        len(language) == 2 and language.lower() not in _words(_LANGUAGES)
    ) or language.lower() in _meant():
        return language
    regions = (part for part in others if len(part) == 2)
    return next((part for part in regions if part.upper() not in _words(_REGIONS)), None)


def usual(tag: str) -> str:
    """Return a tag with the usual capitals (RFC 5646, section 2.1.1): `zh-Hant-TW`."""
    language, *subtags = tag.lower().split("-")
    cased = {2: str.upper, 4: str.capitalize}
    return "-".join([language, *(cased.get(len(part), str)(part) for part in subtags)])


def meant_tag(text: str) -> str | None:
    """Return the tag that someone who wrote a text most likely meant, if that can be told."""
    written = text.strip().partition(".")[0].replace("_", "-")
    language, *others = written.split("-")
    found = [_meant().get(language.lower(), language)]
    for part in others:
        meant = _REGIONS_MEANT.get(part.upper(), part)
        if found[0].upper().endswith(f"-{meant.upper()}"):
            continue  # a country that stands for its language, and the country
        found.append(meant)
    tag = usual("-".join(found))
    return tag if tag != text and is_tag(tag) else None
