"""Words, numbers and dates in the screen's language, from gettext catalogues and Babel."""

import gettext
import io
import re
from contextvars import ContextVar
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from pathlib import Path

from babel.dates import format_date
from babel.messages import mofile, pofile
from babel.numbers import format_decimal, parse_decimal

LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}
DEFAULT_LANGUAGE = "id"
LOCALES = Path(__file__).parents[2] / "locales"
QUARTERS = {"1": "I", "2": "II", "3": "III", "4": "IV"}

# A number and its sign or the word that makes it large stand on one line.
PARTED = re.compile(r"(?<=\d) (?=(?:%|juta|miliar|million|billion)(?!\w))")
NO_BREAK = "\N{NO-BREAK SPACE}"
# A screen writes the same few thousand numbers and months at every click.
MOST_KEPT = 20_000

_language: ContextVar[str] = ContextVar("language", default=DEFAULT_LANGUAGE)


def use_language(code: str) -> None:
    """Choose the language of everything said in this run."""
    _language.set(code)


def language() -> str:
    return _language.get()


@cache
def catalogue(code: str) -> gettext.NullTranslations:
    """Return the catalogue of one language, compiled in memory so that no binary file is kept in the tree."""
    with (LOCALES / code / "LC_MESSAGES" / "cakupan.po").open("rb") as file:
        messages = pofile.read_po(file, locale=code)
    compiled = io.BytesIO()
    mofile.write_mo(compiled, messages)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _(message: str, **values: object) -> str:
    """Return the sentence in the screen's language, its {places} filled."""
    if not values:
        return _said(message, language())
    return unparted(catalogue(language()).gettext(message).format(**values))


@lru_cache(MOST_KEPT)
def _said(message: str, code: str) -> str:
    return unparted(catalogue(code).gettext(message))


def unparted(text: str) -> str:
    """Return the text with no line's end between a number and its sign: `39,0 %`, `Rp1,2 miliar`."""
    return PARTED.sub(NO_BREAK, text)


def N_(message: str) -> str:  # noqa: N802
    """Mark a sentence of a table for the catalogues; `_` translates it where it is shown."""
    return message


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """Return the singular or plural sentence for a count, as `_` does."""
    return unparted(catalogue(language()).ngettext(one, many, count).format(count=integer(count), **values))


def own(texts: dict[str, str]) -> str:
    """Return the screen's language of a text that the data carries in each."""
    return unparted(texts[language()])


def number(value: float, decimals: int = 0) -> str:
    """Return a number by locale, rounded half up on its shortest decimal, as the browser's Intl does."""
    return _number(float(value), decimals, language())


@lru_cache(MOST_KEPT)
def _number(value: float, decimals: int, code: str) -> str:
    rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0
    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    return format_decimal(rounded, pattern, locale=code, decimal_quantization=False).replace("-", "\N{MINUS SIGN}")


def exact_number(value: float) -> str:
    """Write a number with all its decimals and no more: 48 is not 48,0, and 52,15 is not 52,2."""
    return _exact(float(value), language())


@lru_cache(MOST_KEPT)
def _exact(value: float, code: str) -> str:
    return format_decimal(Decimal(repr(value)).normalize(), "#,##0.####", locale=code)


def exact_text(written: str) -> str:
    """Write a figure that has a decimal point by locale and with its own decimals: 50.88 as 50,88 and 39 as 39."""
    return number(float(written), len(written.partition(".")[2]))


def read_number(text: str) -> float:
    """Read a number as the screen's language writes it: in Indonesian 1.000 is a thousand and 37,5 has a half.

    Raises ValueError where the signs do not stand as that language sets them, as in 37.5 or 1.00.
    """
    return float(parse_decimal(text, locale=language(), strict=True))


def integer(value: float) -> str:
    return number(value, 0)


def signed(value: float, decimals: int = 1) -> str:
    """Write a change with its sign: +1,2 or −0,5; none where it shows as nothing."""
    text = number(value, decimals)
    return f"+{text}" if value > 0 and text.strip("0.,") else text


def percent(value: float, decimals: int = 1) -> str:
    """Write `75,0 %` in Indonesian, `75.0%` in English."""
    return number(value, decimals) + ("%" if language() == "en" else f"{NO_BREAK}%")


def rupiah(value: float) -> str:
    """Write `Rp126 juta`, `Rp1,2 miliar`; small sums in full."""
    for size, word in ((1e9, _("billion")), (1e6, _("million"))):
        if value >= size:
            decimals = 0 if value % size == 0 else 1
            return f"Rp{number(value / size, decimals)}{NO_BREAK}{word}"
    return f"Rp{integer(value)}"


def period_label(period: str) -> str:
    """Write a period: `November 2024`, `2024`, `Triwulan IV 2024`."""
    year, _dash, rest = period.partition("-")
    if not rest:
        return year
    if rest.startswith("Q"):
        return _("Quarter {quarter} {year}", quarter=QUARTERS[rest[1]], year=year)
    return _month(int(year), int(rest), "MMMM y", language())


def short_period(period: str) -> str:
    """Write `Nov 2024`, for a label; years and quarters as `period_label` has them."""
    year, _dash, rest = period.partition("-")
    if not rest or rest.startswith("Q"):
        return period_label(period)
    return _month(int(year), int(rest), "MMM y", language())


@cache
def _month(year: int, month: int, form: str, code: str) -> str:
    return format_date(date(year, month, 1), form, locale=code)


def short_day(day: date) -> str:
    """Write `25 Mar 2021`, for a column of days."""
    return format_date(day, "d MMM y", locale=language())


def day_label(day: date) -> str:
    """Write `25 Maret 2021`."""
    return format_date(day, "d MMMM y", locale=language())


def date_label(written: str) -> str:
    """Write `25 Maret 2021` for `2021-03-25`; the month or the year where no more is known."""
    return day_label(date.fromisoformat(written)) if len(written) == len("2021-03-25") else period_label(written)
