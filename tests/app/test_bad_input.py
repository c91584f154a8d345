"""A missing or damaged file is one sentence that names it and the fix; the rest goes on working."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from components.state import boundary_cache, reference
from data import bundled, indicators, policy, targets
from data.store import catalogue
from geo import boundaries as bundled_boundaries

AREA = "75"  # opened nowhere else, so that nothing of it lies in a cache


@pytest.fixture
def sets(tmp_path, monkeypatch, forget):
    """A copy of the bundled datasets that the app reads instead; what happens to it stays here."""
    copy = shutil.copytree(bundled.SETS, tmp_path / "sets")
    monkeypatch.setattr(catalogue, "load_dataset", partial(catalogue.load_dataset, root=copy))
    forget()
    return copy


@pytest.fixture
def boundaries(tmp_path, monkeypatch):
    """A copy of the bundled boundaries that the app reads instead."""
    copy = Path(shutil.copy(bundled_boundaries.REGENCIES_ZIP, tmp_path))
    monkeypatch.setattr(bundled_boundaries, "REGENCIES_ZIP", copy)
    boundary_cache.regencies.cache_clear()
    yield copy
    boundary_cache.regencies.cache_clear()


def lost(path):
    path.unlink()


def cut(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def emptied(path):
    path.write_bytes(b"")


def overwritten(path):
    path.write_bytes(b"<html>404 Not Found</html>")


@pytest.mark.parametrize("page", ["overview", "map", "ranking", "trend", "sources"])
@pytest.mark.parametrize("name", ["observations.csv", "sources.csv"])
def test_a_missing_file_of_a_dataset_is_named_on_every_page(opened, sets, page, name):
    lost(sets / "reported" / name)
    screen = opened(page, set="reported")
    assert screen.failed == []
    (said,) = screen.said("error")
    assert name in said


@pytest.mark.parametrize(
    ("dataset", "name", "damage"),
    [
        ("simulated", "observations.csv.gz", cut),
        ("simulated", "observations.csv.gz", emptied),
        ("reported", "observations.csv", emptied),
        ("reported", "observations.csv", overwritten),
    ],
)
def test_a_damaged_file_of_a_dataset_is_named_with_the_fix(opened, sets, dataset, name, damage):
    damage(sets / dataset / name)
    screen = opened(set=dataset, lang="en")
    assert screen.failed == []
    (said,) = screen.said("error")
    assert name in said
    assert ": " in said  # what is wrong, and then what to do


def test_a_repeated_key_is_named_with_its_line(opened, sets):
    file = sets / "reported" / "observations.csv"
    lines = file.read_text().splitlines()
    file.write_text("\n".join([*lines, lines[1]]))
    (said,) = opened(set="reported", lang="en").said("error")
    assert f"line {len(lines) + 1}:" in said
    assert "ID coverage all 2024-11" in said


def test_a_damaged_description_of_a_dataset_is_named(opened, sets):
    overwritten(sets / "reported" / "set.toml")
    (said,) = opened(set="reported").said("error")
    assert "set.toml" in said


def test_the_other_dataset_goes_on_working_and_can_be_chosen(opened, sets):
    lost(sets / "reported" / "observations.csv")
    screen = opened(set="reported", lang="en")
    assert screen.said("error")
    assert screen.app.selectbox(key="lang").value == "en"
    screen.choose(set="simulated")
    assert screen.failed + screen.said("error") == []
    assert screen.said("header")


def test_the_menu_stays_where_a_dataset_is_missing(opened, hashes, sets):
    lost(sets / "reported" / "observations.csv")
    assert len(opened(set="reported").app.sidebar.get("page_link")) == len(hashes)


@pytest.mark.parametrize("damage", [lost, cut, emptied, overwritten])
def test_damaged_boundaries_are_named_and_the_other_pages_work(opened, boundaries, damage):
    damage(boundaries)
    screen = opened("map", area=AREA)
    assert screen.failed == []
    (said,) = screen.said("error")
    assert "regencies.zip" in said
    for page in ("ranking", "trend"):
        assert screen.turn_to(page).find(page)
        assert screen.failed + screen.said("error") == []
    # Boundaries are one of the downloads there; the rest of the page stands.
    assert len(screen.turn_to("sources").app.tabs) == 6
    assert screen.failed == []


def test_without_boundaries_the_sentence_and_the_figures_still_stand(opened, boundaries):
    lost(boundaries)
    screen = opened("overview", area=AREA)
    assert screen.said("header")
    assert len(screen.said("error")) == 1


def test_with_its_boundaries_back_the_map_is_drawn_again(opened, boundaries):
    whole = boundaries.read_bytes()
    lost(boundaries)
    screen = opened("map", area=AREA)
    assert screen.find("explorer") is None
    boundaries.write_bytes(whole)
    assert screen.follow(area=AREA).find("explorer")


@pytest.fixture(params=["overlap.csv", "policy.toml", "indicators.toml", "regions.csv", "targets.toml", "targets.csv"])
def small_file(request, tmp_path, monkeypatch):
    """The name of a small bundled file that the app finds elsewhere: the folder there is empty."""
    name = request.param
    monkeypatch.setattr(
        bundled_boundaries, "OVERLAP_CSV", tmp_path / name if name == "overlap.csv" else bundled_boundaries.OVERLAP_CSV
    )
    for module in (policy, indicators):
        monkeypatch.setattr(module, "_FILE", tmp_path / name if name == module._FILE.name else module._FILE)
    for part in ("_SERIES", "_FIGURES"):
        if name == getattr(targets, part).name:
            monkeypatch.setattr(targets, part, tmp_path / name)
    if name == "regions.csv":
        monkeypatch.setattr(reference, "read_regions", partial(reference.read_regions, tmp_path / name))
    read_from_it = (
        policy._contents.cache_clear, indicators._contents.cache_clear,
        reference.targets.cache_clear, reference.indicators.cache_clear,
        reference.regions.cache_clear, reference.names.cache_clear, reference.rough_boundaries.cache_clear,
    )  # fmt: skip
    for empty in read_from_it:
        empty()
    yield name
    for empty in read_from_it:
        empty()


def test_a_small_bundled_file_that_is_missing_is_named(opened, small_file):
    screen = opened("sources", set="reported")
    assert screen.failed == []
    assert small_file in "".join(screen.said("error"))
