"""The empty form that an analyst may fill in: CSV, and XLSX with drop-downs, an example and a sheet of codes."""

import io
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from data.indicators import Indicator
from data.regimes import universes

# Names that `score_columns` knows; the file is a form in Indonesian, whatever the screen's language.
HEADER = (
    "Kode wilayah", "Nama wilayah", "Periode", "Indikator", "Segmen", "Pembilang", "Penyebut", "Nilai",
    "Dasar penyebut", "Semesta penyebut", "Segmen yang dihitung",
)  # fmt: skip
TEMPLATE_COLUMNS = frozenset(HEADER)
_WIDTHS = (14, 34, 16, 44, 32, 14, 14, 12, 22, 44, 44)
# Words that `read_basis` knows.
_BASES = ("menurut KTP", "menurut tempat kerja")
_DATA, _EXAMPLE, _CODES, _CHOICES = "Data", "Contoh", "Kode wilayah", "Pilihan"
_MOST_ROWS = 5000  # rows with drop-downs; more may be filled in without
_LEVELS = {"province": "Provinsi", "regency": "Kabupaten/Kota"}
_MARKED = "CONTOH, tidak dibaca"
# What to write in each column, on the sheet of the example: a row of figures there would be read as data.
_SAID = (
    "Kode Kemendagri seperti 17.04; boleh kosong bila nama wilayah diisi.",
    "Nama lengkap dengan Kabupaten atau Kota; boleh kosong bila kode diisi.",
    "Tahun 2024, triwulan 2024-Q4, atau bulan 2024-11.",
    "Pilih dari daftar, lihat lembar Pilihan.",
    "Pilih dari daftar, lihat lembar Pilihan.",
    "Hitungan di atas garis bagi, bilangan bulat; hanya untuk indikator berupa rasio.",
    "Hitungan di bawah garis bagi, bilangan bulat; hanya untuk indikator berupa rasio.",
    "Angka yang tercetak: persen (75 berarti 75 %), atau jumlah untuk indikator yang bukan rasio.",
    "Penyebut dihitung menurut KTP atau menurut tempat kerja; kosong bila sumber tidak menyebutnya.",
    "Siapa yang dihitung penyebut: pilih dari daftar atau tulis kata sumbernya sendiri; kosong bila tidak disebut.",
    "Segmen yang masuk penyebut, dihubungkan dengan +; kosong bila semua segmen atau bila tidak disebut.",
)


def template_csv(
    regions: pd.DataFrame, indicators: Mapping[str, Indicator], segments: Mapping[str, Mapping[str, str]]
) -> bytes:
    """Return the form as CSV for a spreadsheet set to Indonesian (semicolons, UTF-8 with a byte order mark).

    Arguments as for `template_xlsx`. The example stands in one cell above the header, where it is not read.
    """
    example = " | ".join(str(cell) for cell in _example(regions, indicators, segments))
    lines = [f'"{_MARKED}: {example}"' + ";" * (len(HEADER) - 1), ";".join(HEADER)]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def template_xlsx(
    regions: pd.DataFrame, indicators: Mapping[str, Indicator], segments: Mapping[str, Mapping[str, str]]
) -> bytes:
    """Return the form as a workbook: the sheet to fill in, an example, the codes of regions, and the choices.

    regions: region_code, level, full_name, parent_code; the country may be among them and is left out.
    indicators: all of them; segments: titles by segment and language. Choices are Indonesian titles.
    """
    book = Workbook()
    data = book.active
    data.title = _DATA
    _fill(data, HEADER, [], _WIDTHS)
    example = book.create_sheet(_EXAMPLE)
    cells = [str(cell) for cell in _example(regions, indicators, segments)]
    _fill(example, ("Kolom", _MARKED, "Keterangan"), list(zip(HEADER, cells, _SAID, strict=True)), (18, 36, 90))
    codes = regions[regions["level"].isin(list(_LEVELS))]
    _fill(
        book.create_sheet(_CODES), ("Kode", "Nama", "Tingkat", "Provinsi"), _code_rows(regions, codes), (10, 40, 16, 32)
    )
    choices = _choices(indicators, segments)
    _fill(book.create_sheet(_CHOICES), tuple(choices), list(zip_longest(*choices.values())), (52, 36, 22, 52))
    _add_choices(data, len(codes), [len(column) for column in choices.values()])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _choices(
    indicators: Mapping[str, Indicator], segments: Mapping[str, Mapping[str, str]]
) -> dict[str, Sequence[str]]:
    return {
        "Indikator": [one.title["id"] for one in indicators.values()],
        "Segmen": [title["id"] for title in segments.values()],
        "Dasar penyebut": _BASES,
        "Semesta penyebut": [title["id"] for title in universes().values()],
    }


def _example(
    regions: pd.DataFrame, indicators: Mapping[str, Indicator], segments: Mapping[str, Mapping[str, str]]
) -> tuple[object, ...]:
    region = regions[regions["level"] == "regency"].iloc[0]
    ratio = next(one for one in indicators.values() if one.is_ratio)
    segment, *parts = (title["id"] for title in segments.values())
    universe = next(iter(universes().values()))["id"]
    figures = (ratio.title["id"], segment, 750, 1000, 75)
    return (region["region_code"], region["full_name"], "2024-11", *figures, _BASES[0], universe, " + ".join(parts[:2]))


def _code_rows(regions: pd.DataFrame, codes: pd.DataFrame) -> list[tuple[object, ...]]:
    names = dict(zip(regions["region_code"], regions["full_name"], strict=True))
    provinces = codes["region_code"].str[:2].map(names)
    levels = codes["level"].map(_LEVELS)
    return list(zip(codes["region_code"], codes["full_name"], levels, provinces, strict=True))


def _fill(sheet: Any, header: Sequence[str], rows: Iterable[Sequence[object]], widths: Sequence[int]) -> None:
    """Write a header that stays in view over rows; codes, periods and words are text, so that 11.10 stays 11.10."""
    sheet.append(list(header))
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E6EFE9")
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append(list(row))
    for letter, width in zip("ABCDEFGHIJK", widths, strict=False):
        sheet.column_dimensions[letter].width = width
        if letter not in "FGH":
            sheet.column_dimensions[letter].number_format = "@"
    for row in sheet.iter_rows(min_row=2, max_col=min(5, len(header))):
        for cell in row:
            cell.number_format = "@"


def _add_choices(sheet: Any, codes: int, counts: Sequence[int]) -> None:
    """Offer the codes, and the choices, of which the universe alone may be told in other words. counts: of each."""
    lists = {letter: f"'{_CODES}'!${letter}$2:${letter}${codes + 1}" for letter in "AB"}
    for letter, column, count in zip("DEIJ", "ABCD", counts, strict=True):
        lists[letter] = f"{_CHOICES}!${column}$2:${column}${count + 1}"
    for letter, source in lists.items():
        choice = DataValidation(type="list", formula1=f"={source}", allow_blank=True, showErrorMessage=letter != "J")
        choice.errorTitle, choice.error = (
            "Tidak ada dalam daftar",
            f"Pilih dari daftar, lihat lembar {_CODES} dan {_CHOICES}.",
        )
        sheet.add_data_validation(choice)
        choice.add(f"{letter}2:{letter}{_MOST_ROWS}")
