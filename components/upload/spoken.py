"""Numbers said in words: 39.487 and 39,487 look alike, thirty-nine thousand and thirty-nine point four do not."""

from decimal import Decimal

from components.i18n import _, language

_ID = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spoken(value: float) -> str:
    """`tiga puluh sembilan ribu` for 39,487 of something, `tiga puluh sembilan koma empat` for 39.4…."""
    sign, size = (_("minus") + " " if value < 0 else ""), abs(Decimal(repr(value)))
    for unit, word in (
        (Decimal(10) ** 9, _("billion")),
        (Decimal(10) ** 6, _("million")),
        (Decimal(1000), _("thousand")),
    ):
        if size >= unit:
            return f"{sign}{whole(int(size // unit))} {word}"
    rest = format(size % 1, "f").partition(".")[2].rstrip("0")
    said = sign + whole(int(size))
    return said if not rest else f"{said} {_('point')} {' '.join(whole(int(digit)) for digit in rest[:3])}"


def whole(number: int) -> str:
    """A whole number under a thousand; a larger one in digits."""
    if number >= 1000:
        return str(number)
    return _indonesian(number) if language() == "id" else _english(number)


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


def _rest(number: int, say) -> str:
    return say(number) if number else ""
