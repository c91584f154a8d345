"""Files as branch offices send them, made anew for each journey."""

import io
import random
from pathlib import Path

import pandas as pd
from openpyxl import Workbook

REGIONS = pd.read_csv(Path(__file__).parents[2] / "geo" / "regions.csv", dtype=str)
REGENCIES = REGIONS[REGIONS["level"] == "regency"].assign(
    villages=lambda rows: rows[["desa", "kelurahan"]].fillna("0").astype("int64").sum(axis=1)
)
VILLAGES = int(REGENCIES["villages"].sum())
# Participants, workers and the printed percentage, of Bengkulu's ten in a branch office's spellings.
ROWS = [
    ("Kab. Bengkulu Selatan", "23.456", "61.200", "38,3"), ("KAB. REJANG LEBONG", "41.871", "98.765", "42,4"),
    ("Bengkulu Utara", "39.487", "110.234", "35,8"), ("Kab. Kaur", "30.112", "40.150", "75,0"),
    ("Seluma", "21.987", "70.321", "31,3"), ("Mukomuko", "33.120", "71.020", "46,6"),
    ("Kab Lebongg", "8.123", "47.781", "17,0"), ("Kepahiang", "19.002", "52.114", "36,5"),
    ("Bengkulu Tengah", "15.230", "42.001", "36,3"), ("Bengkulu", "61.020", "138.000", "44,2"),
]  # fmt: skip


def branch_workbook() -> bytes:
    """Titles, a header in two rows with merged cells, thousands by points, decimal commas, a total and a note."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Rekap Nov"
    rows = [
        ["REKAPITULASI KEPESERTAAN"], ["KANTOR CABANG BENGKULU"], ["Posisi 30 November 2024"], [],
        ["No", "Kabupaten/Kota", "Kepesertaan"], [None, None, "Peserta Aktif", "Pekerja Eligible", "Cakupan (%)"],
        *([number, *row] for number, row in enumerate(ROWS, 1)),
        [None, "JUMLAH", "293.408", "731.586", "40,1"], [None, "Sumber: Kantor Cabang"],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    for cells in ("A1:E1", "A2:E2", "C5:E5"):
        sheet.merge_cells(cells)
    book.create_sheet("Catatan")["A1"] = "Data sementara"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def village_file() -> bytes:
    """A row per village of the whole country, with its code, its regency and yes or no."""
    chance = random.Random(3)  # noqa: S311 - figures to add up, no secret
    lines = ["Kode Desa;Nama Desa;Kabupaten/Kota;Tanggal;Desa terdaftar"]
    for row in REGENCIES.itertuples():
        for place in range(row.villages):
            code = f"{row.region_code}.{place // 20 + 1:02d}.{2001 + place % 20}"
            lines.append(f"{code};Desa {place};{row.full_name};30/11/2024;{chance.choice(['Ya', 'Tidak'])}")
    return "\r\n".join(lines).encode()
