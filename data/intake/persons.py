"""Files with one row a worker: known by identity numbers, dates of birth and names, and counted, never summed."""

import re
from collections.abc import Collection

import pandas as pd

from data.intake.vocabulary import plain

_IDENTITY = re.compile(
    r"\b(?:nik|ktp|kpj|npwp|nip|no(?:mor)? (?:induk|peserta|kartu|kk|kartu keluarga|identitas|pegawai|rekening|hp|"
    r"telepon|paspor)|id (?:peserta|pekerja|karyawan|card|number)|national id|employee id|social security)\b"
)
# Of a person without doubt, however often it stands there: a month after the other, or twice.
_SURE = re.compile(r"\b(?:nik|e?ktp|kpj|national id|social security|no(?:mor)? induk kependudukan)\b")
# The number of somebody else beside the row, or of many.
_OF_OTHERS = re.compile(
    r"\b(?:kk|keluarga|hp|telepon|rekening|npwp|npp|pasangan|suami|istri|ayah|ibu|orang tua|waris|pemberi kerja|"
    r"perusahaan|pimpinan|badan usaha|petugas|kepala|pic|penanggung jawab)\b"
)
# Sixteen digits, also in groups: `1704 0100 0000 0001`, `170401-010170-0001`.
NUMBER = r"(?:[0-9]{16}|[0-9]{4}([ -])[0-9]{4}\1[0-9]{4}\1[0-9]{4}|[0-9]{6}([ .-])[0-9]{6}\2[0-9]{4})"
_NUMBER = re.compile(rf"{NUMBER}(?:\.0)?|[0-9][.,][0-9]+E\+?15", re.IGNORECASE)
_SHORT = re.compile(r"[0-9]{1,3}(?:[.,]?[0-9]{3}){0,2}(?:\.0)?")  # at most nine digits, as counts have
_NUMBERED = re.compile(r"(?:no|nomor|id|nip)\b|(?:nik|e ?ktp|kpj)(?: (?:pekerja|peserta|karyawan|pegawai))?$")
_COUNTED = re.compile(r"\b(?:jumlah|banyak|banyaknya|total|cacah|persen|persentase|number of|count)\b")
_BIRTH = re.compile(r"\b(?:lahir|birth|dob|ttl|tanggal lhr|tgl lhr)\b")
_NAME = re.compile(
    r"\bnama (?:peserta|pekerja|tenaga kerja|tk|karyawan|pegawai|lengkap|buruh|orang)\b|"
    r"\b(?:full|employee|worker) name\b"
)
_BARE_NAME = re.compile(r"^(?:nama|name)$")
# Beside a bare `Nama` they say whose name it is.
_OF_A_PERSON = re.compile(
    r"^(?:pekerjaan|jenis pekerjaan|jabatan|profesi|umur|usia|jenis kelamin|l p|jk|pendidikan(?: terakhir)?|"
    r"occupation|age|sex|gender|position)\b"
)
_WAGE = re.compile(r"\b(?:upah|gaji|honor|honorarium|siltap|penghasilan|wages?|salary|salaries|income)\b")
_SUMMED = re.compile(r"\b(?:rata|rerata|average|mean|median|minimum|minimal|jumlah|total|ump|umk|umr)\b")
# Days of a person's life and work are no period of a figure.
_DAY = re.compile(
    r"\b(?:lahir|birth|dob|ttl|masuk|(?:tanggal|tgl) (?:daftar|kepesertaan|registrasi)|registered|join|joined|"
    r"hire|hired|tmt|meninggal|kejadian|death|berakhir|expired|keluar|aktif sejak)\b"
)
_TYPE = re.compile(r"^(?:kabupaten|kab\.?|kota)\s+")
_MOST, _OFTEN = 0.8, 0.5


def is_of_persons(texts: pd.DataFrame, region_names: Collection[str] = ()) -> bool:
    """Say whether each row is a worker: an identity number of its own, a birth, a person's name, or a wage a row."""
    names = {column: plain(str(column)) for column in texts}
    identities = identity_columns(texts)
    if any(_BIRTH.search(name) for name in names.values()):
        return True
    own = [column for column in identities if is_own_number(column)]
    if any(_SURE.search(names[column]) or _is_numbered(texts[column]) or _is_own(texts[column]) for column in own):
        return True
    told = any(_OF_A_PERSON.search(name) or _is_wage(name) for name in names.values())
    people = [
        column
        for column, name in names.items()
        if (_NAME.search(name) or (told and _BARE_NAME.search(name))) and _is_own(texts[column])
    ]
    if any(not _are_regions(texts[column], region_names) for column in people):
        return True
    wages = [column for column, name in names.items() if _is_wage(name)]
    others = texts.drop(columns=wages)
    return bool(wages) and not others.empty and float(others.duplicated(keep=False).mean()) > _OFTEN


def private_columns(texts: pd.DataFrame, persons: bool = True) -> set[str]:
    """Return the columns that tell of a person: identity, birth, name, wage; none of them is a figure or a region.

    persons: whether each row is one; else a name is a region's, and a wage one of a whole region.
    """
    words = (_BIRTH, _NAME, _BARE_NAME, _WAGE) if persons else (_BIRTH,)
    told = {str(column) for column in texts if any(one.search(plain(str(column))) for one in words)}
    return told | set(identity_columns(texts))


def naming_columns(texts: pd.DataFrame) -> list[str]:
    """Return the columns of a file of workers that tell who one is: number, name, birth."""
    words = (_BIRTH, _NAME, _BARE_NAME)
    named = {str(column) for column in texts if any(one.search(plain(str(column))) for one in words)}
    return [column for column in map(str, texts) if column in {*named, *identity_columns(texts)}]


def is_name_of_worker(column: str) -> bool:
    """Say whether a column's `Nama Pekerja` is a name and no word for what is counted, as `Nama Peserta` is."""
    return bool(_NAME.search(plain(column))) and "peserta" not in plain(column)


def is_own_number(column: str) -> bool:
    """Say whether a column of identities is of the person of the row: not of a family, an officer or a firm."""
    return not _OF_OTHERS.search(plain(column))


def is_own_day(column: str) -> bool:
    """Say whether a column's name is a day of a person's life or work."""
    return bool(_DAY.search(plain(column)))


def identity_columns(texts: pd.DataFrame) -> list[str]:
    """Return the columns of numbers of persons, families or their cards, by name or by their sixteen digits."""
    return [str(column) for column in texts if _is_named(str(column), texts[column]) or _is_numbered(texts[column])]


def _is_named(column: str, cells: pd.Series) -> bool:
    """Say whether a column is called an identity and is no count of them: `Jumlah NIK`, `Peserta (KPJ)` 30.112."""
    name = plain(column)
    if not _IDENTITY.search(name) or _COUNTED.search(name):
        return False
    filled = cells[cells.str.strip() != ""].str.strip()
    short = len(filled) > 0 and float(filled.str.fullmatch(_SHORT).mean()) >= _MOST
    return not short or bool(_NUMBERED.match(name))


def _is_wage(name: str) -> bool:
    return bool(_WAGE.search(name)) and not _SUMMED.search(name)


def _is_numbered(cells: pd.Series) -> bool:
    filled = cells[cells.str.strip() != ""].str.strip().str.strip("'’")
    return len(filled) > 0 and float(filled.str.fullmatch(_NUMBER).mean()) >= _MOST


def _is_own(cells: pd.Series) -> bool:
    filled = cells[cells.str.strip() != ""]
    return len(filled) > 1 and filled.nunique() >= 0.9 * len(filled)


def _are_regions(cells: pd.Series, names: Collection[str]) -> bool:
    bare = cells.str.strip().str.casefold().str.replace(_TYPE, "", regex=True)
    return bool(names) and float(bare.isin(set(names)).mean()) > _OFTEN
