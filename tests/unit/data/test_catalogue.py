"""The datasets there are: bundled and published, each under a key."""

import shutil
from collections import Counter

import pandas as pd
import pytest

from data.bundled import SETS, bundled_ids
from data.observations import read_observations
from data.schema import KEY
from data.sources import read_sources
from data.store.catalogue import dataset_from, dataset_title, key_of, load_dataset, published, split_key, stamp
from data.store.durable import log_entry
from data.store.roles import User
from data.store.versions import Upload, publish
from errors import DataError
from tests.unit.store.people import figures
from tools.build_datasets import coded

LOCAL = User("local", local=True)
ABOUT = {
    "title": {"id": "Cabang Bengkulu", "en": "Bengkulu branch"},
    "sources": [{"source_id": "s1", "title": "Laporan", "publisher": "BPJS", "url": "javascript:alert(1)"}],
    "default_period": "2024-10",
}


@pytest.fixture
def store(tmp_path, monkeypatch):
    """An empty store whose local user may publish."""
    monkeypatch.setenv("CAKUPAN_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    return tmp_path / "store"


def _published(*values, name="bengkulu", about=None):
    for base, value in enumerate(values):
        publish(LOCAL, name, figures(kaur=value), Upload("x.csv", "a" * 64, "", about or {}), base)


def test_two_datasets_are_bundled_and_one_says_that_it_is_simulated(simulated_set):
    assert bundled_ids() == ["reported", "simulated"]
    assert (load_dataset("reported").simulated, simulated_set.simulated) == (False, True)
    assert simulated_set.note["id"].startswith("Data simulasi")
    assert (simulated_set.default_area, simulated_set.default_period) == ("17", "2024-11")


def test_all_410_reported_figures_are_there_with_their_source():
    reported = load_dataset("reported")
    titles = reported.sources.set_index("source_id")["title"]
    assert len(reported.observations) == 410
    assert (reported.observations["source_id"].map(titles).str.len() > 0).all()
    assert Counter(reported.observations["status"]) == {"reported": 361, "computed": 49}


@pytest.mark.parametrize(
    ("key", "printed"),
    [
        (("17", "coverage", "all", "2024-11"), "37"),
        (("ID", "coverage", "all", "2024-11"), "39"),
        (("17", "vulnerable_workers_protected", "all", "2024-11"), "39487"),
        (("73.14", "villages_paying_from_village_fund", "all", "2023-10"), "68"),
    ],
)
def test_the_figures_of_the_meetings_are_as_printed(key, printed):
    observations = load_dataset("reported").observations
    rows = observations.set_index(["region_code", "indicator", "segment", "period"])
    assert rows.loc[key, "value_printed"] == printed
    assert rows.loc[key, "value"] == float(printed)


def test_the_reported_set_holds_facts_and_nothing_else(facts):
    reported = load_dataset("reported")
    known = coded(read_observations(facts / "reported.csv")).set_index(KEY)
    ours = reported.observations.set_index(KEY)
    assert not ours.index.difference(known.index).size
    assert ours.equals(known.loc[ours.index, ours.columns])
    assert set(reported.observations["source_id"]) <= set(read_sources(facts / "sources.csv")["source_id"])


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("observations.csv", None, "file_missing"),
        ("sources.csv", None, "file_missing"),
        ("set.toml", "title = ", "file_damaged"),
        ("set.toml", "simulated = false", "file_damaged"),
        ("sources.csv", "source_id,title,publisher,published,url,note\n", "source_unknown"),
    ],
)
def test_a_damaged_set_is_refused_with_the_name_of_its_file(tmp_path, file, content, code):
    shutil.copytree(SETS / "reported", tmp_path / "mine")
    broken = tmp_path / "mine" / file
    if content is None:
        broken.unlink()
    else:
        broken.write_text(content)
    with pytest.raises(DataError) as refused:
        load_dataset("mine", root=tmp_path)
    assert (refused.value.code, refused.value.particulars["file"]) == (code, file)


@pytest.mark.parametrize("dataset_id", ["nothing", "../sets/reported", ""])
def test_only_a_bundled_dataset_is_loaded(dataset_id):
    with pytest.raises(DataError) as refused:
        load_dataset(dataset_id)
    assert refused.value.code == "dataset_unknown"


def test_a_key_is_a_name_with_a_version_or_without():
    assert [key_of("simulated"), key_of("bengkulu", 3)] == ["simulated", "bengkulu@3"]
    assert [split_key(key) for key in ("simulated", "bengkulu@3", "draft-ab", "x@", "x@-1", "x@²")] == [
        *[("simulated", 0), ("bengkulu", 3), ("draft-ab", 0)],
        *[("x", 0), ("x", 0), ("x", 0)],
    ]


@pytest.mark.usefixtures("store")
def test_every_version_of_a_published_dataset_opens_by_its_key():
    assert published() == {}
    _published(70.0, 75.0, about=ABOUT)
    assert published() == {"bengkulu": 2}
    assert [load_dataset(f"bengkulu@{number}").observations["value"].item() for number in (1, 2)] == [70.0, 75.0]
    assert load_dataset("bengkulu@2").id == "bengkulu@2"
    assert dataset_title("bengkulu@2") == ABOUT["title"]


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("key", ["bengkulu@3", "bengkulu@99", "nothing@1"])
def test_a_version_that_is_not_there_is_refused(key):
    _published(70.0, 75.0)
    with pytest.raises(DataError, match="version_unknown"):
        load_dataset(key)


@pytest.mark.parametrize("key", ["../x@1", "A@1", "@1"])
def test_a_key_is_never_a_path(key):
    with pytest.raises(DataError, match="dataset_name_bad"):
        load_dataset(key)


def test_boundaries_and_what_has_no_version_are_no_datasets(store):
    publish(LOCAL, "boundaries", pd.DataFrame({"region_code": ["17"], "geometry": [b"x"]}), Upload("x", "a" * 64), 0)
    (store / "tables" / "empty").mkdir()
    assert published() == {}


def test_a_number_that_is_used_again_has_another_stamp(store):
    _published(70.0)
    before = stamp("bengkulu@1")
    log_entry(store / "tables" / "bengkulu", 1).unlink()
    assert stamp("bengkulu@1") == "missing"
    _published(71.0)
    assert stamp("bengkulu@1") != before
    assert stamp("simulated") == ""


def test_what_was_not_said_about_a_dataset_is_worked_out():
    rows = pd.concat([figures(kaur=75.0, lebong=17.0), figures(kaur=70.0).assign(period="2024-10")])
    found = dataset_from("cabang-bengkulu@1", rows, {})
    assert found.title == {"id": "Cabang bengkulu", "en": "Cabang bengkulu"}
    assert (found.default_area, found.default_indicator, found.default_segment) == ("17", "coverage", "all")
    assert (found.default_period, found.simulated, found.note["id"]) == ("2024-11", False, "")
    assert found.sources[["source_id", "title", "url"]].to_numpy().tolist() == [["s1", "s1", ""]]


def test_what_was_said_about_a_dataset_is_taken():
    rows = pd.concat([figures(kaur=75.0), figures(kaur=70.0).assign(period="2024-10", region_code="51.01")])
    found = dataset_from("bengkulu@1", rows, ABOUT)
    assert (found.title, found.default_period, found.default_area) == (ABOUT["title"], "2024-10", "ID")
    (source,) = found.sources.to_dict("records")
    assert (source["title"], source["publisher"], source["note"]) == ("Laporan", "BPJS", "")
    assert source["url"] == ""  # an address that would run as a script is no link


@pytest.mark.parametrize(
    "about",
    [{"title": 3, "sources": [3, {}]}, {"title": {"en": "Only English"}}, {"default_period": "2031-01"}, {"title": {}}],
)
def test_what_was_said_in_another_form_does_not_stop_a_dataset(about):
    found = dataset_from("bengkulu@1", figures(kaur=75.0), about)
    assert set(found.title) == {"id", "en"}
    assert all(found.title.values())
    assert found.default_period == "2024-11"


def test_figures_that_are_simulated_say_so_even_where_nobody_said_it():
    found = dataset_from("bengkulu@1", figures(kaur=75.0).assign(status="simulated"), {"simulated": False})
    assert found.simulated
    assert found.note["id"].startswith("Data simulasi")


def test_texts_that_are_missing_are_empty_and_numbers_that_are_missing_stay_so():
    rows = figures(kaur=None).assign(note=None)
    found = dataset_from("bengkulu@1", rows, {}).observations
    assert found["note"].item() == ""
    assert found["value"].isna().item()
    assert found.dtypes.astype(str).to_dict()["region_code"] == "str"


def test_rows_of_another_form_are_refused():
    with pytest.raises(DataError, match="columns_differ"):
        dataset_from("bengkulu@1", pd.DataFrame({"region_code": ["17"]}), {})
