"""The five meetings and two maps beside them: the README's link that opens each, and what its screen must say."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

README = Path(__file__).parents[2] / "README.md"
HEADING = "Lima pertemuan"
LINK = re.compile(r"/[\w-]*\?set=reported&[\w=&.,%-]+")

# What must be readable on the opened page, by area and indicator (facts/reported.csv).
WORDS = {
    ("17", "coverage"): ["37 %", "39 %", "Kaur 75 %", "Lebong 17 %", "39.487"],
    ("93", "villages_enrolled"): ["Merauke", "16,2 %", "29 dari 179"],
    ("76", "villages_enrolled"): ["Majene", "30,6 %", "19 dari 62", "30,8 %", "12 dari 39"],
    ("76", "agencies_enrolled"): ["Majene", "30,8 %", "12 dari 39"],
    ("73", "villages_paying_from_village_fund"): ["Sidenreng Rappang", "68 desa"],
    ("13", "death_benefit_paid"): ["Dharmasraya", "Rp126 juta", "3 orang"],
    ("13", "death_benefit_heirs"): ["Dharmasraya", "3 orang", "Rp126 juta"],
    ("18", "coverage"): [
        "24,9 %",
        "Kota Metro 32,9 %",
        "Pesisir Barat 1,9 %",
        "Ada angka untuk 14 dari 15 kabupaten/kota",
    ],
    ("ID", "coverage"): ["7 dari 38 provinsi", "calon peserta potensial", "Sulawesi Utara"],
}
PROGRAMMES = [
    "Jaminan Kecelakaan Kerja",
    "Jaminan Kematian",
    "Jaminan Hari Tua",
    "Jaminan Pensiun",
    "Jaminan Kehilangan Pekerjaan",
]


def readme_links() -> list[str]:
    """The links under the README's heading, as path and query."""
    _before, _heading, section = README.read_text(encoding="utf-8").partition(HEADING)
    return list(dict.fromkeys(LINK.findall(re.split(r"\n#+ ", section)[0])))


def subject(link: str) -> tuple[str, str]:
    """Area and indicator of a link."""
    query = parse_qs(urlsplit(link).query)
    return query["area"][0], query["indicator"][0]
