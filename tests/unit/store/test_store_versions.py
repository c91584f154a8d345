import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from data.store import commit
from data.store.durable import log_entry
from data.store.versions import (
    Upload,
    compare,
    newest,
    open_version,
    publish,
    published_datasets,
    restore,
    version_of,
    versions,
)
from errors import DataError
from tests.unit.store.people import ADMIN, PUBLISHER, UPLOAD, figures


def test_a_published_version_is_read_as_it_was_written():
    rows = figures(kaur=75.0, lebong=None)
    assert publish(PUBLISHER, "bengkulu", rows, UPLOAD, base=0) == 1
    pd.testing.assert_frame_equal(open_version("bengkulu", 1), rows, check_dtype=False)
    assert open_version("bengkulu", 1)["value"].isna().tolist() == [False, True]


def test_a_version_says_who_when_and_from_what_file():
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0, lebong=17.0), UPLOAD, base=0)
    (version,) = versions("bengkulu")
    assert (version.number, version.who, version.rows) == (1, "puji@example.go.id", 2)
    assert (version.file_name, version.sha256, version.note) == (UPLOAD.file_name, "a" * 64, UPLOAD.note)
    assert abs(datetime.now(UTC) - version.when) < timedelta(minutes=1)


def test_versions_are_listed_newest_first_and_each_can_be_opened():
    for base, value in enumerate([70.0, 71.0, 72.0]):
        publish(PUBLISHER, "bengkulu", figures(kaur=value), UPLOAD, base)
    assert [version.number for version in versions("bengkulu")] == [3, 2, 1]
    assert [open_version("bengkulu", number)["value"].item() for number in (1, 2, 3)] == [70.0, 71.0, 72.0]


def test_nothing_is_published_in_an_empty_store():
    assert published_datasets() == []
    assert newest("bengkulu") == 0
    assert versions("bengkulu") == []
    with pytest.raises(DataError, match="version_unknown"):
        open_version("bengkulu", 1)


def test_datasets_are_those_with_a_version(store):
    (store / "tables" / "empty").mkdir(parents=True)
    (store / "tables" / "Not a name").mkdir()
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, base=0)
    assert published_datasets() == ["bengkulu"]


@pytest.mark.parametrize("number", [0, -1, 2, 99])
def test_a_version_that_is_not_there_is_refused(number):
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, base=0)
    with pytest.raises(DataError) as refused:
        open_version("bengkulu", number)
    assert (refused.value.code, refused.value.particulars) == ("version_unknown", {"found": number, "expected": 1})


@pytest.mark.parametrize("base", [0, 1])
def test_of_two_publishers_on_one_base_the_second_is_told_who_came_before(base, store):
    for earlier in range(base):
        publish(ADMIN, "bengkulu", figures(kaur=70.0), UPLOAD, earlier)
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, base)
    with pytest.raises(DataError) as refused:
        publish(ADMIN, "bengkulu", figures(kaur=1.0), UPLOAD, base)
    assert refused.value.code == "published_meanwhile"
    assert refused.value.particulars == {
        "dataset": "bengkulu",
        "who": "puji@example.go.id",
        "when": versions("bengkulu")[0].when,
        "number": base + 1,
    }
    assert open_version("bengkulu", base + 1)["value"].item() == 75.0
    assert len(list((store / "tables" / "bengkulu").glob("*.parquet"))) == base + 1  # nothing half-written


def test_of_four_publishers_at_once_exactly_one_wins(store):
    outcomes = _publish_at_once(4)
    assert sorted(outcomes) == ["published", *["published_meanwhile"] * 3]
    assert newest("bengkulu") == 1
    assert len(list((store / "tables" / "bengkulu").glob("*.parquet"))) == 1


def test_a_commit_that_another_overtook_is_told_so_and_removed(store, monkeypatch):
    publish(PUBLISHER, "bengkulu", figures(kaur=70.0), UPLOAD, base=0)
    write_data = commit._write_data  # the other publisher comes after the base was looked at, before the commit

    def overtaken(uri, name, rows):
        size = write_data(uri, name, rows)
        monkeypatch.setattr(commit, "_write_data", write_data)
        publish(ADMIN, "bengkulu", figures(kaur=75.0), UPLOAD, base=1)
        return size

    monkeypatch.setattr(commit, "_write_data", overtaken)
    with pytest.raises(DataError, match="published_meanwhile"):
        publish(PUBLISHER, "bengkulu", figures(kaur=1.0), UPLOAD, base=1)
    assert open_version("bengkulu", 2)["value"].item() == 75.0
    assert len(list((store / "tables" / "bengkulu").glob("*.parquet"))) == 2


def test_a_restored_version_is_a_new_one():
    first = Upload("october.csv", "b" * 64)
    publish(PUBLISHER, "bengkulu", figures(kaur=70.0), first, base=0)
    publish(PUBLISHER, "bengkulu", figures(kaur=7.0), UPLOAD, base=1)
    assert restore(ADMIN, "bengkulu", number=1, base=2, note="a decimal was lost") == 3
    newest_version = versions("bengkulu")[0]
    assert (newest_version.who, newest_version.restored) == ("adi@example.go.id", 1)
    assert (newest_version.file_name, newest_version.sha256) == ("october.csv", "b" * 64)
    assert [open_version("bengkulu", number)["value"].item() for number in (1, 2, 3)] == [70.0, 7.0, 70.0]


def test_a_restore_on_a_stale_base_is_refused():
    for base in range(2):
        publish(PUBLISHER, "bengkulu", figures(kaur=70.0), UPLOAD, base)
    with pytest.raises(DataError, match="published_meanwhile"):
        restore(PUBLISHER, "bengkulu", number=1, base=1)


def test_versions_are_compared_by_their_key():
    publish(PUBLISHER, "bengkulu", figures(kaur=70.0, lebong=17.0), UPLOAD, base=0)
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0, bengkulu=40.0), UPLOAD, base=1)
    found = compare("bengkulu", 1, 2)
    assert found.added["region_code"].tolist() == ["17.71"]
    assert found.gone["region_code"].tolist() == ["17.07"]
    assert found.changed["region_code"].tolist() == ["17.04"]
    assert found.changed["change"].tolist() == [75.0 - 70.0]


def test_an_empty_version_and_a_file_without_its_fingerprint_are_refused():
    with pytest.raises(DataError, match="version_empty"):
        publish(PUBLISHER, "bengkulu", figures(), UPLOAD, base=0)
    with pytest.raises(DataError, match="sha256_bad"):
        publish(PUBLISHER, "bengkulu", figures(kaur=75.0), Upload("x.csv", "not one"), base=0)
    assert newest("bengkulu") == 0


@pytest.mark.parametrize("name", ["simulated", "reported", "boundaries", "draft-1"])
def test_a_name_that_means_something_else_cannot_be_published(name):
    with pytest.raises(DataError) as refused:
        publish(PUBLISHER, name, figures(kaur=75.0), UPLOAD, base=0)
    assert (refused.value.code, refused.value.particulars) == ("dataset_name_reserved", {"found": name})


def test_boundaries_have_a_name_of_their_own_and_no_other():
    boundaries = pd.DataFrame({"region_code": ["17.04"], "geometry": [b"wkb"]})
    assert publish(PUBLISHER, "boundaries", boundaries, UPLOAD, base=0) == 1
    with pytest.raises(DataError, match="dataset_name_reserved"):
        publish(PUBLISHER, "bengkulu", boundaries, UPLOAD, base=0)


SOURCES = [{"source_id": "s1", "title": "“BPJS”"}]
ABOUT = {"title": {"id": "Bengkulu", "en": "Bengkulu"}, "sources": SOURCES, "simulated": False}


def test_what_is_said_about_a_version_comes_back_and_is_restored_with_it():
    publish(PUBLISHER, "bengkulu", figures(kaur=70.0), Upload("x.csv", "b" * 64, "", ABOUT), base=0)
    publish(PUBLISHER, "bengkulu", figures(kaur=7.0), UPLOAD, base=1)
    restore(PUBLISHER, "bengkulu", number=1, base=2)
    assert [version.about for version in versions("bengkulu")] == [ABOUT, {}, ABOUT]


def test_one_version_is_told_from_its_own_entry():
    for base in range(3):
        publish(PUBLISHER, "bengkulu", figures(kaur=70.0), Upload("x.csv", "b" * 64, str(base), ABOUT), base)
    assert [version_of("bengkulu", number) for number in (3, 2, 1)] == versions("bengkulu")
    with pytest.raises(DataError, match="version_unknown"):
        version_of("bengkulu", 4)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"commitInfo": 1}'])
def test_a_version_whose_entry_is_damaged_is_refused_in_one_word(damage, store):
    publish(PUBLISHER, "bengkulu", figures(kaur=70.0), UPLOAD, base=0)
    log_entry(store / "tables" / "bengkulu", 1).write_bytes(damage)
    with pytest.raises(DataError, match="version_damaged"):
        version_of("bengkulu", 1)


def test_other_columns_than_the_versions_before_are_refused():
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, base=0)
    with pytest.raises(DataError, match="columns_differ"):
        publish(PUBLISHER, "bengkulu", figures(kaur=75.0).drop(columns="note"), UPLOAD, base=1)
    assert newest("bengkulu") == 1


@pytest.mark.parametrize("text", ["../../etc/passwd", "a\nb\x00c", "=1+1", "<script>", "名前" * 500])
def test_texts_from_outside_are_kept_as_text(text):
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0).assign(note=text), Upload(text, "a" * 64, text), base=0)
    assert (versions("bengkulu")[0].file_name, versions("bengkulu")[0].note) == (text, text)
    assert open_version("bengkulu", 1)["note"].item() == text


@pytest.mark.parametrize("folder", ["a b", "a[1]", "a*", "year=2024", "ä", "{a,b}"])
def test_the_store_may_lie_in_a_folder_of_any_name(folder, tmp_path, store, monkeypatch):
    elsewhere = tmp_path / folder / "store"
    elsewhere.mkdir(parents=True)
    (elsewhere / "roles.toml").write_bytes((store / "roles.toml").read_bytes())
    monkeypatch.setenv("CAKUPAN_STORE", str(elsewhere))
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, base=0)
    publish(PUBLISHER, "bengkulu", figures(kaur=76.0), UPLOAD, base=1)
    assert open_version("bengkulu", 1).columns.tolist() == figures(kaur=75.0).columns.tolist()
    assert open_version("bengkulu", 1)["value"].item() == 75.0
    assert (Path(elsewhere) / "tables" / "bengkulu" / "_delta_log").is_dir()


def test_a_folder_that_deltalake_would_misread_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("CAKUPAN_STORE", str(tmp_path / "a%20b"))
    with pytest.raises(DataError, match="store_path_bad"):
        newest("bengkulu")


def test_tables_behind_a_uri_are_read_without_duckdb(tmp_path, monkeypatch):
    (tmp_path / "far").mkdir()
    monkeypatch.setenv("CAKUPAN_TABLES", f"file://{tmp_path}/far")
    monkeypatch.setattr("data.store.entries.duckdb", None)
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, base=0)
    publish(PUBLISHER, "bengkulu", figures(kaur=76.0), UPLOAD, base=1)
    assert [open_version("bengkulu", number)["value"].item() for number in (1, 2)] == [75.0, 76.0]
    assert published_datasets() == ["bengkulu"]


def _publish_at_once(publishers: int) -> list[str]:
    together, outcomes = threading.Barrier(publishers), []

    def one(value: float) -> None:
        together.wait()
        try:
            publish(PUBLISHER, "bengkulu", figures(kaur=value), UPLOAD, base=0)
            outcomes.append("published")
        except DataError as error:
            outcomes.append(error.code)

    threads = [threading.Thread(target=one, args=(float(value),)) for value in range(publishers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
