"""Columns of one sex: parts of the column that holds both, and no segment of the programme."""

from collections.abc import Collection

from data.intake.vocabulary import plain

_MEN = frozenset({"laki", "lelaki", "pria", "lk", "male", "males", "men"})
_WOMEN = frozenset({"perempuan", "wanita", "pr", "female", "females", "women"})
_BOTH = frozenset({"jumlah", "total", "dan", "and", "both", "sexes", "l", "p"})


def is_of_one_sex(column: str) -> bool:
    """Say whether a column's name is of men or of women alone: `Peserta / Laki-laki`, `P` below `Peserta`."""
    words = plain(column).split()
    men = bool(_MEN & set(words)) or words[-1:] == ["l"]
    women = bool(_WOMEN & set(words)) or (words[-1:] == ["p"] and words[-2:] != ["l", "p"])
    return men != women


def without_parts(columns: Collection[str]) -> list[str]:
    """Leave out the columns of one sex whose sum has a column of its own: `Peserta / Jumlah`."""
    whole = {_stem(column) for column in columns if not is_of_one_sex(column)}
    return [column for column in columns if not (is_of_one_sex(column) and _stem(column) in whole)]


def _stem(column: str) -> str:
    return " ".join(word for word in plain(column).split() if word not in _MEN | _WOMEN | _BOTH)
