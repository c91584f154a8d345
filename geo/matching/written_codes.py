"""Codes that analysts write: Kemendagri's or BPS's, without their dot, damaged by Excel, or from before 2022."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from geo.matching.gazetteer import Gazetteer

NUMBERS_ONLY = re.compile(r"(?=.*[0-9])[0-9.,/\s-]+")
# The United Nations' place codes are BPS's numbers behind the country: ID3201.
PLACE_CODE = re.compile(r"ID([0-9]{2}(?:[0-9]{2})?)", re.IGNORECASE)
# 17.04 as a sum of binary fractions: 17.040000000000003 or 17.0399999999999991.
FLOAT_NOISE = re.compile(r"[0-9]{2}\.[0-9]{2}(?:0{6,}|9{6,})[0-9]*")
PAPUA = ("91", "92", "93", "94", "95", "96", "97")
# The score of a number that may be one of BPS's or an old one: whatever the name says is offered before it.
DOUBTED = 50.0
# Under the old codes there was no 93, 95 or 96.
SINCE_2022 = ("93", "95", "96")


@dataclass(frozen=True)
class NumberFormat:
    """The way in which a whole column writes its codes.

    keeps_zeros: a code such as 11.10 stands there with its zero, so 11.1 is not the work of Excel.
    has_regencies: some codes have digits behind the dot, so 11.0 need not be a province.
    since_2022: Papua's codes are today's (one is 93, 95 or 96, and none is an old one).
    """

    keeps_zeros: bool
    has_regencies: bool
    since_2022: bool


@dataclass(frozen=True)
class CodeReading:
    """The regions that a code may be.

    regions: region_code -> exact_code, code_as_float, code_incomplete, bps_code or old_papua_code, most likely first.
    alone: the first is certain without a name. reason: what is said where it is not certain.
    score: how much its regions are worth then, 100 or DOUBTED.
    """

    regions: dict[str, str]
    alone: bool
    reason: str
    score: float = 100.0


def clean_code(text: str) -> str:
    """Return a written code without spaces, Excel's apostrophe and float noise, its decimal comma as a dot."""
    cleaned = text.strip().strip("'’ ").replace(",", ".")
    return f"{float(cleaned):.2f}" if FLOAT_NOISE.fullmatch(cleaned) else cleaned


def is_code(text: str, known: Gazetteer) -> bool:
    """Say whether a text is a code (a known one, or digits and signs only) and no name."""
    code = clean_code(text)
    return code in known.types or bool(NUMBERS_ONLY.fullmatch(code) or PLACE_CODE.fullmatch(code))


def habit_of(texts: Collection[str], known: Gazetteer) -> NumberFormat:
    """Read off a column's codes how it writes them."""
    codes = {clean_code(text) for text in texts}
    today = any(code.startswith(SINCE_2022) and code in known.types for code in codes)
    return NumberFormat(
        keeps_zeros=any(re.fullmatch(r"[0-9]{2}\.[1-9]0", code) is not None for code in codes),
        has_regencies=any(re.fullmatch(r"[0-9]{2}\.?[0-9]{2}|[0-9]{2}\.[1-9]", code) is not None for code in codes),
        since_2022=today and not any(_is_old(code, known) for code in codes),
    )


def read_code(text: str, known: Gazetteer, habit: NumberFormat) -> CodeReading:
    """Return what a code may mean; no region where it is none's."""
    code = clean_code(text)
    if place := PLACE_CODE.fullmatch(code):
        return _place_code(place[1], known)
    if re.fullmatch(r"[0-9]{4}(\.0)?", code):
        return _undotted(code[:4], known, as_float=len(code) > 4)
    if re.fullmatch(r"[0-9]{2}\.0", code):
        regions = {code[:2]: "code_as_float"} if code[:2] in known.types else {}
        return CodeReading(regions, not habit.has_regencies, "code_incomplete" if regions else "unknown")
    if re.fullmatch(r"[0-9]{2}\.[1-9]", code):
        return _one_decimal(code, known, habit)
    return _dotted(code, known, habit)


def _place_code(number: str, known: Gazetteer) -> CodeReading:
    """Read ID3201: BPS's number and no other; in Papua, which BPS numbers otherwise, only with a name."""
    region = number if number in known.types else known.bps.get(number)
    if region is None or number.startswith(PAPUA):
        return CodeReading({}, False, "old_papua_code" if number.startswith(PAPUA) else "unknown")
    return CodeReading({region: "bps_code"}, True, "bps_code")


def _dotted(code: str, known: Gazetteer, habit: NumberFormat) -> CodeReading:
    """Read a code in full: today's, or one that Papua had before 2022."""
    if code in known.types:
        # The regencies left under 91 and 92 kept their old numbers; 94 was BPS's old Papua, dotted by some.
        alone = not code.startswith("94") or habit.since_2022
        reason = "exact_code" if alone else "old_papua_code"
        return CodeReading({code: "exact_code"}, alone, reason, score=100.0 if alone else DOUBTED)
    if _is_old(code, known):
        new = known.old.get(code)
        return CodeReading({new: "old_papua_code"} if new else {}, False, "old_papua_code")
    return CodeReading({}, False, "unknown")


def _one_decimal(code: str, known: Gazetteer, habit: NumberFormat) -> CodeReading:
    """Read 11.1: the number 11.10 prints so, 11.01 never does; but a hand may have left out either digit."""
    damaged = _dotted(f"{code}0", known, habit)
    regions = {region: _as_float(reason) for region, reason in damaged.regions.items()}
    typed = f"{code[:3]}0{code[3:]}"
    if typed in known.types:
        regions.setdefault(typed, "code_incomplete")
    alone = damaged.alone and not habit.keeps_zeros
    reason = damaged.reason if damaged.reason == "old_papua_code" else "code_incomplete"
    return CodeReading(regions, alone, reason if regions else "unknown", damaged.score)


def _undotted(code: str, known: Gazetteer, as_float: bool) -> CodeReading:
    """Read 1101: Kemendagri's 11.01 is Aceh Selatan, BPS's 1101 is Simeulue; alone it is certain where both agree."""
    dotted = f"{code[:2]}.{code[2:]}"
    read = [(known.old.get(dotted), "old_papua_code"), (known.bps.get(code), "bps_code")]
    kemendagri = {dotted: "code_as_float" if as_float else "exact_code"} if dotted in known.types else {}
    regions = kemendagri | {region: reason for region, reason in read if region and region != dotted}
    # BPS numbered Papua in its own way, before 2022 and after; no source was found for either.
    papua = code.startswith(PAPUA)
    alone = list(regions) == [dotted] and not papua
    reason = "old_papua_code" if papua else "ambiguous_code"
    return CodeReading(regions, alone, reason if regions or papua else "unknown", DOUBTED)


def _as_float(reason: str) -> str:
    return "code_as_float" if reason == "exact_code" else reason


def _is_old(code: str, known: Gazetteer) -> bool:
    """Say whether a dotted code is one of Papua's that is no longer in use; BPS's 94 went up to 94.71."""
    return code in known.old or (re.fullmatch(r"94\.[0-9]{2}", code) is not None and code not in known.types)
