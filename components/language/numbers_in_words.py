"""Numbers said in words: 39.487 and 39,487 look alike, thirty-nine thousand and thirty-nine point four do not."""

from collections.abc import Callable
from decimal import Decimal

from components.language.i18n import _, language

_ID = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_EN: tuple[str, ...] = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_EN += ("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
# So many digits behind the comma are said; the figure itself stands beside the words.
MOST_DIGITS = 3


def spoken(value: float) -> str:
    """Write `tiga puluh sembilan ribu delapan puluh tujuh`, or `tiga puluh sembilan koma empat delapan tujuh`."""
    size = abs(Decimal(repr(value)))
    said = whole(int(size))
    digits = format(size % 1, "f").partition(".")[2].rstrip("0")
    if digits:
        said = " ".join([said, _("point"), *(whole(int(digit)) for digit in digits[:MOST_DIGITS])])
    return _("minus") + f" {said}" if value < 0 else said


def whole(number: int) -> str:
    """Write a whole number in words, up to billions."""
    for size, word in ((10**9, _("billion")), (10**6, _("million")), (1000, _("thousand"))):
        if number >= size:
            return f"{_many(number // size, size, word)} {_rest(number % size, whole)}".strip()
    return _indonesian(number) if language() == "id" else _english(number)


def _many(count: int, size: int, word: str) -> str:
    """Write so many thousands or millions; one thousand has a word of its own in Indonesian."""
    return "seribu" if (language(), count, size) == ("id", 1, 1000) else f"{whole(count)} {word}"


def _indonesian(number: int) -> str:
    if number < 12:
        return _ID[number]
    if number < 20:
        return f"{_ID[number - 10]} belas"
    if number < 100:
        return f"{_ID[number // 10]} puluh {_rest(number % 10, _indonesian)}".strip()
    hundreds = "seratus" if number < 200 else f"{_ID[number // 100]} ratus"
    return f"{hundreds} {_rest(number % 100, _indonesian)}".strip()


def _english(number: int) -> str:
    if number < 20:
        return _EN[number]
    if number < 100:
        return "-".join(part for part in (_TENS[number // 10 - 2], _rest(number % 10, _english)) if part)
    return f"{_EN[number // 100]} hundred {_rest(number % 100, _english)}".strip()


def _rest(number: int, say: Callable[[int], str]) -> str:
    return say(number) if number else ""
