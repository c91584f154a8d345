"""The bundled datasets."""

import shutil
from collections import Counter

import pytest

from data.catalogue import SETS, dataset_ids, load_dataset
from data.observations import read_observations
from data.sources import read_sources
from errors import DataError


def test_two_datasets_are_bundled_and_one_says_that_it_is_simulated(simulated_set):
    assert dataset_ids() == ["reported", "simulated"]
    assert (load_dataset("reported").simulated, simulated_set.simulated) == (False, True)
    assert simulated_set.note["id"].startswith("Data simulasi")
    assert (simulated_set.default_area, simulated_set.default_period) == ("17", "2024-11")


def test_all_116_reported_figures_are_there_with_their_source():
    reported = load_dataset("reported")
    titles = reported.sources.set_index("source_id")["title"]
    assert len(reported.observations) == 116
    assert (reported.observations["source_id"].map(titles).str.len() > 0).all()
    assert Counter(reported.observations["status"]) == {"reported": 116 - 7, "computed": 7}


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


def test_the_reported_set_holds_the_facts_and_nothing_else(facts):
    reported = load_dataset("reported")
    assert reported.observations.equals(read_observations(facts / "reported.csv"))
    assert reported.sources.equals(read_sources(facts / "sources.csv"))


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
