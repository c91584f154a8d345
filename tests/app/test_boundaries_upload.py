"""Unggah, boundaries: each file goes through the screen until it is published, and the maps show it."""

import io
import json
import threading
import zipfile
from itertools import product
from pathlib import Path

import pandas as pd
import pytest
import shapely

from components.explorer import data_urls
from components.state import boundary_cache, drawn_boundaries, users
from data.store.roles import User
from data.store.versions import open_version, versions
from geo.boundary_sets import boundaries_key

SHARED = Path(__file__).parents[3] / "shared" / "geo"
# What a store's boundaries are kept in. The bundled set stays: to make it takes seconds.
OF_EVERY_SET = (
    boundary_cache.newest_boundaries,
    boundary_cache.of_area,
    drawn_boundaries.drawn_boundaries,
    data_urls.geometry_url,
    data_urls.fine_geometry_url,
)
OF_ONE_SET = (boundary_cache.regencies, boundary_cache.published_regions, boundary_cache._country)
MOST_VERSIONS = 4
PUBLISH, CONFIRM = "Terbitkan batas ini", "Batas terletak benar di peta: gunakan yang ini"
SQUARE = [[103.2, -4.9], [103.6, -4.9], [103.6, -4.6], [103.2, -4.6], [103.2, -4.9]]


def shared(name):
    if not (SHARED / name).exists():
        pytest.skip(f"../shared/geo/{name} is not on this machine")
    return SHARED / name


def zipped(folder):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, path.name)
    return content.getvalue()


def geojson(*features):
    rows = [
        {
            "type": "Feature",
            "properties": about,
            "geometry": {"type": "Polygon", "coordinates": [ring]} if ring else None,
        }
        for about, ring in features
    ]
    return json.dumps({"type": "FeatureCollection", "features": rows}).encode()


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch):
    """An empty store whose publisher is the user."""
    (tmp_path / "roles.toml").write_text(
        '[roles]\n"puji@example.go.id" = "publisher"\n"ana@example.go.id" = "analyst"\n'
    )
    monkeypatch.setenv("CAKUPAN_STORE", str(tmp_path))
    as_user(monkeypatch, "puji@example.go.id")
    forget_boundaries()
    yield tmp_path
    forget_boundaries()


def forget_boundaries():
    # What is made ready in the background belongs to the store of its own test.
    for thread in threading.enumerate():
        if thread.name == "new outlines":
            thread.join()
    for kept in OF_EVERY_SET:
        kept.cache_clear()
    for kept, number in product(OF_ONE_SET, range(1, MOST_VERSIONS + 1)):
        kept.cache.pop(kept.cache_key(boundaries_key(number)), None)


def as_user(monkeypatch, address):
    monkeypatch.setattr(users, "current_user", lambda: User(address))


@pytest.fixture
def uploaded(opened):
    """Return a function that opens Unggah and brings a file to its uploader of boundaries."""

    def bring(name, content, **address):
        screen = opened("upload", **address)
        (uploader,) = [one for one in screen.app.file_uploader if one.key == "outline_file"]
        uploader.set_value((name, content, "application/octet-stream"))
        return screen._ran(screen.app.run)

    return bring


def button(screen, label):
    return next((one for one in screen.app.button if one.label == label), None)


def findings(screen):
    """The table of findings; the screen's other tables have other columns."""
    tables = [table.value for table in screen.app.dataframe if "Tindak lanjut" in table.value]
    return tables[0] if tables else pd.DataFrame(columns=["Fitur", "Dalam berkas", "Wilayah", "Yang terbaca"])


def told(screen, text):
    """The features of which the findings say this."""
    table = findings(screen)
    return table.loc[table["Yang terbaca"].str.startswith(text), "Fitur"].tolist()


def test_bengkulu_in_utm_needs_nothing_but_the_button(uploaded):
    screen = uploaded("batas.zip", zipped(shared("derived_bengkulu_utm47s")))
    assert screen.failed == []
    assert "EPSG:32747" in screen.words
    assert "10 dari 10 fitur" in screen.words
    assert screen.said("warning") == []
    # Its city calls itself a kabupaten; its code and its place say which is meant.
    assert findings(screen)["Dalam berkas"].tolist() == ["1771 · KAB. BENGKULU"]
    assert not button(screen, PUBLISH).disabled
    screen.click(PUBLISH)
    assert screen.failed == []
    (version,) = versions("boundaries")
    assert (version.number, version.rows, version.file_name) == (1, 10, "batas.zip")
    assert shapely.from_wkb(open_version("boundaries", 1)["geometry"][0]).is_valid


def test_after_publishing_this_session_shows_the_new_boundaries_and_an_open_one_its_own(uploaded, opened):
    presenter = opened("map")
    before = presenter.given("explorer")["geometry"]
    screen = uploaded("batas.zip", zipped(shared("derived_bengkulu_utm47s")))
    screen.click(PUBLISH)
    assert screen.turn_to("map").given("explorer")["geometry"] != before
    assert presenter.choose(indicator="villages_enrolled").given("explorer")["geometry"] == before
    assert opened("map").given("explorer")["geometry"] != before


def test_bengkulu_without_prj_asks_for_its_coordinate_system(uploaded):
    screen = uploaded("batas.zip", zipped(shared("derived_bengkulu_mercator_noprj")))
    assert screen.failed == []
    assert len(screen.said("warning")) == 1
    assert "EPSG:3857" in screen.words
    assert button(screen, PUBLISH).disabled
    # The guess lies on the map: all ten drawn, over what is shown today.
    (new,) = [one for one in screen.given("outline_new")["layers"] if len(one["outlines"]) == 10][:1]
    assert "Kaur" in [title for title, _path in new["outlines"]]
    screen.click(CONFIRM)
    assert not button(screen, PUBLISH).disabled
    screen.click(PUBLISH)
    kaur = open_version("boundaries", 1).set_index("region_code")["geometry"]["17.04"]
    assert shapely.from_wkb(kaur).centroid.distance(shapely.Point(103.4, -4.7)) < 0.3


def test_another_coordinate_system_moves_the_boundaries_and_must_be_confirmed(uploaded):
    screen = uploaded("batas.zip", zipped(shared("derived_bengkulu_mercator_noprj")))
    screen.click(CONFIRM)
    (field,) = [one for one in screen.app.text_input if one.key.startswith("outline_epsg")]
    field.set_value("EPSG:32748")
    screen._ran(screen.app.run)
    assert button(screen, PUBLISH).disabled
    (field,) = [one for one in screen.app.text_input if one.key.startswith("outline_epsg")]
    field.set_value("EPSG:1")
    screen._ran(screen.app.run)
    assert any("EPSG:1" in error for error in screen.said("error"))


def test_of_the_messy_file_every_problem_is_listed_and_nothing_is_dropped(uploaded):
    screen = uploaded("big2022.geojson", shared("big2022_518_features.geojson").read_bytes())
    assert screen.failed == []
    assert "518 fitur, 507 di antaranya" in screen.words
    table = findings(screen)
    cities = ["13.74", "12.73", "31.01", "12.76", "13.75", "35.76", "33.71"]
    bare = table[table["Yang terbaca"].str.startswith("satu-satunya fitur wilayah ini")]
    assert sorted(text[:5] for text in bare["Dalam berkas"]) == sorted(cities)
    neither = table[table["Yang terbaca"].str.startswith("tidak cocok dengan wilayah mana pun")]
    assert sorted(neither["Dalam berkas"]) == [
        "",
        "52.0452.07 · Sumbawa/Sumbawa Barat",
        "71.05/71.10 · Minahasa Selatan/Bolaang Mongondwo Timur",
    ]
    doubled = table[table["Yang terbaca"].str.startswith("menyebut wilayah yang digambar oleh fitur lain")]
    assert doubled["Dalam berkas"].tolist() == ["75.04 · Pahuwato"]
    assert len(told(screen, "garis batas memotong dirinya sendiri")) == 26 - 11
    assert (
        "17.06 · Muko Muko" in table.loc[table["Yang terbaca"].str.startswith("ditulis lain"), "Dalam berkas"].tolist()
    )
    old = table.loc[table["Yang terbaca"].str.startswith("memakai kode Papua"), "Dalam berkas"]
    assert len(old) == 26
    assert set(old.str[:2]) <= {"91", "92"}
    columns = next(one.value for one in screen.app.dataframe if "Kolom" in one.value)
    fits = columns.set_index("Kolom").iloc[:, 1]
    assert (fits["NAMOBJ"], fits["WADMKK"], fits["KDPKAB"]) == ("3 dari 518", "515 dari 518", "515 dari 518")
    # 7 + 3 + 1 features without a boundary of their own have to be seen before the button works.
    assert button(screen, PUBLISH).disabled
    (seen,) = [one for one in screen.app.checkbox if "11" in one.label]
    seen.check()
    screen._ran(screen.app.run)
    screen.click(PUBLISH)
    assert len(open_version("boundaries", 1)) == 518 - 11


def test_an_unmatched_feature_waits_until_it_is_settled_or_left_out(uploaded):
    far = [[x + 1, y] for x, y in SQUARE]
    content = geojson(({"KODE": "17.04"}, SQUARE), ({"KODE": "Atlantis"}, far), ({"KODE": "17.05"}, far))
    screen = uploaded("batas.geojson", content)
    assert button(screen, PUBLISH).disabled
    screen.choose(outline_feature_2="17.06")
    assert open_findings(screen) == []
    screen.click("Fitur 2: Mukomuko – batalkan")
    assert open_findings(screen) == ["2"]
    screen.choose(outline_feature_2="")
    assert told(screen, "ditinggalkan oleh Anda") == ["2"]


def open_findings(screen):
    return told(screen, "tidak cocok dengan satu wilayah secara pasti")


def test_two_boundaries_of_a_region_are_listed_and_joined_or_one_is_taken(uploaded):
    east = [[x + 0.4, y] for x, y in SQUARE]
    screen = uploaded("batas.geojson", geojson(({"KODE": "17.04"}, SQUARE), ({"KODE": "1704"}, east)))
    assert told(screen, "adalah salah satu dari beberapa batas") == ["1", "2"]
    tick(screen)
    screen.click(PUBLISH)
    joined = shapely.from_wkb(open_version("boundaries", 1)["geometry"][0])
    assert joined.area == pytest.approx(2 * 0.4 * 0.3)


def tick(screen):
    """Tick what must be seen first."""
    for one in screen.app.checkbox:
        one.check()
    screen._ran(screen.app.run)


def test_whoever_publishes_in_between_is_named_and_nothing_is_lost(uploaded):
    kaur, seluma = geojson(({"KODE": "17.04"}, SQUARE)), geojson(({"KODE": "17.05"}, SQUARE))
    first, second = uploaded("kaur.geojson", kaur), uploaded("seluma.geojson", seluma)
    for screen in (first, second):
        tick(screen)
    first.click(PUBLISH)
    second.click(PUBLISH)
    assert any("puji" in error for error in second.said("error"))
    second.click(PUBLISH)
    assert open_version("boundaries", 2)["region_code"].tolist() == ["17.04", "17.05"]


def test_an_analyst_may_check_and_not_publish(uploaded, monkeypatch):
    as_user(monkeypatch, "ana@example.go.id")
    screen = uploaded("kaur.geojson", geojson(({"KODE": "17.04"}, SQUARE)))
    assert screen.failed == []
    assert button(screen, PUBLISH) is None
    assert screen.find("outline_new")


def test_nobody_without_a_role_has_an_uploader(opened, monkeypatch):
    as_user(monkeypatch, "")
    screen = opened("upload")
    assert screen.failed == []
    assert len(screen.app.file_uploader) == 0


def test_the_way_back_is_a_version_too(uploaded):
    screen = uploaded("kaur.geojson", geojson(({"KODE": "17.04"}, SQUARE)))
    bundled = data_urls.geometry_url("17", "regency", "bundled")
    tick(screen)
    screen.click(PUBLISH)
    assert data_urls.geometry_url("17", "regency", "boundaries@1") != bundled
    screen.click("Terbitkan batas bawaan program")
    assert screen.failed == []
    assert [version.number for version in versions("boundaries")] == [2, 1]
    assert data_urls.geometry_url("17", "regency", "boundaries@2") == bundled


@pytest.mark.parametrize("name", ["![](x).geojson", "=cmd|.geojson", "<script>.geojson"])
def test_a_refusal_names_the_file_as_text(uploaded, name):
    screen = uploaded(name, b"<html></html>")
    assert screen.failed == []
    (said,) = screen.said("error")
    assert name in said
    assert "![](" not in screen.sent("error")[0]
