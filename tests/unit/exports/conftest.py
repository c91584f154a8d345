"""A small deck made by hand, with the facts of Bengkulu and with names that mean harm."""

from dataclasses import replace

import pytest

from components.charts.waterfall import Step, Steps
from components.language.i18n import use_language
from components.report.citations import SourceTitle
from components.report.map_model import LegendEntry, MapDrawing, MapRegion
from components.report.model import (
    Bar,
    BarDrawing,
    Column,
    Deck,
    Figure,
    Line,
    LineDrawing,
    Milestone,
    Reference,
    Slide,
    Table,
    TargetPoint,
)

KAUR, LEBONG, SELUMA = "17.04", "17.07", "17.05"
# What a file or a draft may call a region.
HOSTILE = '=1+1|<b>&"$x^2$#*_{}\x07'
SHOWN = '=1+1|<b>&"$x^2$#*_{}'


def region_map(name="Kaur"):
    """Three squares side by side, the third without a figure; the first has an island."""
    return MapDrawing(
        regions=(
            MapRegion(KAUR, name, "75,0\u00a0%", 1, 75.0, "dilaporkan"),
            MapRegion(LEBONG, "Lebong", "17,0\u00a0%", 0, 17.0, "simulasi"),
            MapRegion(SELUMA, "Seluma", "belum dilaporkan", "not_reported"),
        ),
        paths={
            KAUR: "m0 0l100 0 0 100-100 0zm0 150l20 0 0 20-20 0z",
            LEBONG: "m100 0l100 0 0 100-100 0z",
            SELUMA: "m200 0l100 0 0 100-100 0z",
        },
        box=(0, 0, 300, 170),
        points={KAUR: (50, 50), LEBONG: (150, 50), SELUMA: (250, 50)},
        colours=("#eef8b3", "#142670"),
        legend=(
            LegendEntry(0, "sampai 20,0", "#eef8b3", 1),
            LegendEntry(1, "di atas 20,0", "#142670", 1),
            LegendEntry("not_reported", "belum dilaporkan", "", 1),
        ),
        legend_title="persen dari pekerja eligible",
        selected=KAUR,
    )


def bars(name="Kaur"):
    return BarDrawing(
        rows=(Bar(KAUR, name, 75.0, "75,0\u00a0%", 1), Bar(LEBONG, "Lebong", 17.0, "17,0\u00a0%", 2)),
        references=(Reference("Bengkulu 37,0\u00a0%", 37.0), Reference("Indonesia 39,0\u00a0%", 39.0, is_country=True)),
        unit="persen dari pekerja eligible",
        decimals=1,
        selected=KAUR,
    )


def lines(name="Kaur"):
    """Two months that follow each other, and one after a month without a figure."""
    return LineDrawing(
        series=(
            Line(KAUR, name, "chosen", (("2024-08", 70.0), ("2024-09", 71.0), ("2024-11", 75.0))),
            Line("17", "Bengkulu", "area", (("2024-08", 35.0), ("2024-10", None), ("2024-11", 37.0))),
        ),
        milestones=(Milestone("2024-09", "UU 3/2024", "Hak perangkat desa."),),
        targets=(TargetPoint("Target UCJ Kemendagri", "Bengkulu", 2025, 48.0),),
        unit="persen dari pekerja eligible",
        decimals=1,
    )


def steps(name="Kaur"):
    """A fall of six points, five of them by the denominator."""
    return Steps(
        f"{name}, persen",
        (
            Step("November 2023", 40.0, "40\u00a0%"),
            Step("Peserta aktif", 4.0, "+4,00"),
            Step("Penyebut", -10.0, "−10,00"),
            Step("November 2024", 34.0, "34\u00a0%"),
        ),
    )


def table(name="Kaur"):
    return Table(
        "Peringkat",
        (Column("rank", "Peringkat", "number"), Column("region", "Wilayah"), Column("value", "Nilai", "percent", 1)),
        ((1, name, 75.0), (2, "Lebong", 17.0), (None, "Seluma", None)),
        (KAUR, LEBONG, SELUMA),
    )


def deck_of(name="Kaur", title="Cakupan kepesertaan, Bengkulu"):
    source = "Sumber: Jarrakpos · November 2024 · 2 dilaporkan"
    figure = Figure(name, "75,0\u00a0%", 75.0, "dilaporkan")
    slides = (
        Slide("key", "key", title, "Bengkulu 37\u00a0%, 2 poin persen di bawah nasional.", (figure,),
              notes=("Pertama.",),
              source=source, simulated=True),
        Slide("map", "map", title, "Tertinggi Kaur.", map=region_map(name), source=source, simulated=True),
        Slide("extremes", "extremes", "Ujung", "Kaur dan Lebong.", tables=(table(name),), bars=bars(name),
              notes=("Tertinggi Kaur 75,0\u00a0%.", "Terendah Lebong 17,0\u00a0%."), source=source, simulated=True),
        Slide("trend", "trend", "Tren", "Naik.", lines=lines(name), steps=steps(name), source=source, simulated=True),
        Slide("board", "scoreboard", "Papan", tables=(table(name),), source=source),
        Slide("text-a", "text", name, paragraphs=("Satu.", "Dua <script>alert(1)</script>.")),
        Slide("profile-17.04", "profile", name, "Kaur 75,0\u00a0%.", (figure,), map=region_map(name), lines=lines(name),
              source=source, simulated=True, region=KAUR),
    )  # fmt: skip
    return Deck(
        name=name, language="id", title=title, subtitle="November 2024", dataset="Simulasi", version="versi bawaan",
        period="2024-11", area="Bengkulu", made="2024-11-20", slides=slides, public_url="http://10.0.0.5/d/abc",
    )  # fmt: skip


@pytest.fixture(autouse=True)
def indonesian():
    use_language("id")
    yield
    use_language("id")


@pytest.fixture
def deck():
    return deck_of()


@pytest.fixture
def hostile():
    return deck_of(HOSTILE, HOSTILE)


MONEV = "https://jarrakpos.com/gelar-monev"


def with_sources(deck):
    """The deck with its source known by its address, and a slide of sources."""
    columns = (Column("publisher", "Penerbit"), Column("title", "Judul"))
    listed = Table("Sumber", columns, (("Jarrakpos", "Gelar Monev"), ("Ayonusa", "Wujud")), links=(MONEV, ""))
    slides = (
        *(replace(one, cites=("monev",)) for one in deck.slides),
        Slide("sources", "sources", "Sumber", tables=(listed,)),
    )
    return replace(deck, slides=slides, cited={"monev": SourceTitle("Jarrakpos", "Jarrakpos, Gelar Monev", MONEV)})
