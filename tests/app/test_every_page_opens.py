"""Every page opens for every dataset, language, kind of area and indicator, and says what it shows."""

from pathlib import Path

import pytest

from components.state import cache
from data.bundled import bundled_ids as dataset_ids
from geo.classify import SCHEMES

PAGES = sorted(path.stem for path in (Path(__file__).parents[2] / "pages").glob("[a-z]*.py"))
# They speak of files and versions, and have no pickers of places.
OF_THE_STORE = ["upload", "versions"]
WITH_FIGURES = [page for page in PAGES if page not in ["sources", *OF_THE_STORE]]
# It has indicators of its own, whatever the address names.
OF_THE_CHOICE = [page for page in WITH_FIGURES if page != "villages"]
VIEWS = [("ID", "province"), ("ID", "regency"), ("17", "regency"), ("93", "regency")]
AREA_PICKER = {"id": "Daerah", "en": "Area"}


@pytest.fixture(params=[(dataset, language) for dataset in dataset_ids() for language in AREA_PICKER], ids="-".join)
def address(request):
    """A dataset and a language, as the address names them."""
    return dict(zip(("set", "lang"), request.param, strict=True))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("area", "level"), VIEWS)
def test_every_page_opens(opened, page, address, area, level):
    asked = address | {"area": area, "level": level}
    screen = opened(page, **asked)
    assert screen.failed == []
    assert screen.said("error") + screen.said("warning") == []
    assert {name: screen.address[name] for name in asked} == asked
    labels = [one.label for one in screen.app.selectbox if one.key == "area"]
    assert labels == ([] if page in OF_THE_STORE else [AREA_PICKER[address["lang"]]])
    assert screen.words


def test_every_page_is_in_the_menu(opened, hashes):
    assert sorted(hashes) == PAGES
    assert len(opened().app.sidebar.get("page_link")) == len(PAGES)


@pytest.mark.parametrize("page", WITH_FIGURES)
@pytest.mark.parametrize(("area", "level"), [("ID", "province"), ("17", "regency"), ("63", "regency")])
def test_every_indicator_and_segment_opens(opened, page, area, level):
    measured = [(key, segment) for key, some in cache.measured("reported", area).items() for segment in some]
    assert measured
    screen = opened(page, set="reported", area=area, level=level)
    for indicator, segment in measured:
        screen.follow(set="reported", area=area, level=level, indicator=indicator, segment=segment)
        assert screen.failed + screen.said("error") == [], (indicator, segment)
        assert (screen.address["indicator"], screen.address["segment"]) == (indicator, segment)


@pytest.mark.parametrize("page", ["ranking", "trend", "basemap"])
def test_an_indicator_that_only_provinces_report_opens_by_regency(opened, page):
    screen = opened(page, set="reported", area="ID", level="regency", indicator="inactive_participants")
    assert screen.failed + screen.said("error") == []


@pytest.mark.parametrize("page", ["map", "basemap", "overview"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_classification_opens(opened, page, scheme):
    screen = opened(page, scheme=scheme, target="kemendagri-ucj", breaks="20,40")
    assert screen.failed + screen.said("error") + screen.said("warning") == []
    assert screen.address["scheme"] == scheme


@pytest.mark.parametrize("page", OF_THE_CHOICE)
def test_an_area_without_a_figure_says_so_and_leads_to_what_it_has(opened, page):
    screen = opened(page, set="reported", area="93", indicator="death_benefit_paid")
    assert screen.failed + screen.said("error") == []
    (said,) = screen.said("info")
    assert "Papua Selatan" in said
    (title,) = screen.said("title")
    assert title == ("Presentasi rapat" if page == "meeting" else "Santunan kematian dibayarkan, Papua Selatan")
    assert any("indicator=villages_enrolled" in address for _label, address in screen.links())


@pytest.mark.parametrize(
    ("page", "counts"),
    [
        ("ranking", "10 wilayah: 2 dilaporkan; tanpa angka: 8"),
        ("basemap", "10 wilayah: 2 dilaporkan; tanpa angka: 8"),
        # The ends, their area and the country.
        ("trend", "Pada November 2024, 4 wilayah: 4 dilaporkan; tanpa angka: 0"),
    ],
)
def test_a_chart_has_its_unit_source_status_counts_and_table(opened, page, counts):
    screen = opened(page, set="reported", area="17", period="2024-11")
    if page == "basemap":
        screen.answer("probe", answer=True)
    said = " ".join(screen.said("caption"))
    assert "Jarrakpos" in said
    assert counts in said
    assert not screen.app.dataframe
    twin = screen.table(page)
    assert "Persen dari pekerja eligible" in twin.columns
    # Behind the status stands the place that the source states: "dilaporkan; tertinggi dari 10".
    assert "dilaporkan" in {status.partition(";")[0] for status in twin["Status"]}


BALI = {"set": "reported", "area": "ID", "level": "province", "period": "2025-03", "regions": "51"}


@pytest.mark.parametrize("page", ["overview", "ranking", "trend", "basemap", "sources"])
def test_a_printed_figure_that_its_counts_contradict_stands_beside_them(opened, page):
    # Bali, March 2025: 50.88 printed; 935,079 of 1,873,899 are 49.90.
    screen = opened(page, **BALI, regime="/working_population/")
    if page == "basemap":
        screen.answer("probe", answer=True)
    shown = screen.shown
    assert "49,9" in shown
    assert "50,88" in shown
