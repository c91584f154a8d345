"""Bytes to text: UTF-8, UTF-16 and cp1252, and the word for which of them it was."""

import codecs
import re
from dataclasses import dataclass

from errors import DataError

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252")
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
# Tab, newline, vertical tab, form feed, carriage return and the end mark of DOS occur in text; the rest does not.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_SAMPLE = 4096


@dataclass(frozen=True)
class Decoded:
    """A file's text without its byte order mark, and the encoding (one of `ENCODINGS`) that it was read as."""

    text: str
    encoding: str


def decode(file: str, content: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a file: by its byte order mark, else UTF-16 by its zeros, UTF-8, or cp1252.

    encoding: one of `ENCODINGS`, where the analyst knows better.
    Raises DataError with file: `encoding_bad` (place: the line, expected: the encoding tried),
    `encoding_mixed` (place: the first line that is not UTF-8 in a file that mostly is) and `file_not_text`
    (place: the line with a byte that no text has).
    """
    marked = next((one for mark, one in _MARKS.items() if content.startswith(mark)), None)
    chosen = encoding or marked or _by_zeros(content) or _by_trial(file, content)
    try:
        text = content.decode(chosen).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise DataError("encoding_bad", file=file, place=_line(content, error.start), expected=chosen) from error
    if control := _CONTROL.search(text):
        raise DataError("file_not_text", file=file, place=text.count("\n", 0, control.start()) + 1)
    return Decoded(text, chosen)


def _by_zeros(content: bytes) -> str | None:
    """Tell UTF-16 without a mark: of Latin text every second byte is 0."""
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 5 and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > len(sample) // 5 and odd == 0 else None


def _by_trial(file: str, content: bytes) -> str:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_mixture(file, content, error.start)
        return "cp1252"
    return "utf-8"


def _refuse_mixture(file: str, content: bytes, start: int) -> None:
    """Refuse what is UTF-8 but for a few bytes: read as cp1252, each of its accents would become two letters."""
    text = content.decode("utf-8", "surrogateescape")
    broken = sum("\udc80" <= letter <= "\udcff" for letter in text)
    if sum(letter > "\x7f" for letter in text) > 2 * broken:
        raise DataError("encoding_mixed", file=file, place=_line(content, start))


def _line(content: bytes, position: int) -> int:
    return content.count(b"\n", 0, position) + 1
