import sqlite3
from dataclasses import replace

import pandas as pd
import pytest

from data.store import draft_files
from data.store.database import small_file
from data.store.drafts import (
    MOST,
    Meets,
    draft_of,
    draft_preview,
    drafts_of,
    drop_draft,
    publish_draft,
    rebase_draft,
    save_draft,
)
from data.store.journal import read_journal
from data.store.versions import newest, open_version, publish, version_of
from errors import DataError
from tests.unit.store.people import ADMIN, ANALYST, PUBLISHER, UPLOAD, figures


def _saved(user=PUBLISHER, base=0, mode="update", rows=None, upload=UPLOAD):
    return save_draft(user, Meets("bengkulu", base, mode), upload, figures(kaur=75.0) if rows is None else rows)


def _files(store):
    return sorted(path.name for path in (store / "drafts").glob("*"))


def test_a_draft_is_seen_by_its_analyst_alone(store):
    draft = _saved(ANALYST)
    assert drafts_of(ANALYST) == [draft]
    assert draft_of(ANALYST, draft.id) == draft
    for other in (PUBLISHER, ADMIN):
        assert drafts_of(other) == []
        for ask in (draft_of, draft_preview, rebase_draft):
            with pytest.raises(DataError, match="draft_unknown"):
                ask(other, draft.id)
        with pytest.raises(DataError, match="draft_unknown"):
            publish_draft(other, draft.id, base=0)
        drop_draft(other, draft.id)
    assert drafts_of(ANALYST) == [draft]
    assert _files(store) == [f"{draft.id}.parquet"]
    drop_draft(ANALYST, draft.id)
    assert drafts_of(ANALYST) == []
    assert _files(store) == []


def test_the_figures_of_a_draft_come_back_as_they_were():
    rows = figures(kaur=75.0, lebong=None)
    pd.testing.assert_frame_equal(draft_preview(ANALYST, _saved(ANALYST, rows=rows).id)[0], rows, check_dtype=False)


def test_what_is_said_about_a_draft_comes_back_as_it_was():
    upload = replace(UPLOAD, about={"title": {"id": "Bengkulu", "en": "Bengkulu"}, "simulated": False})
    assert draft_of(ANALYST, _saved(ANALYST, upload=upload, mode="replace").id).upload == upload
    assert drafts_of(ANALYST)[0].mode == "replace"


def test_a_published_draft_meets_its_base_and_is_gone(store):
    publish(PUBLISHER, "bengkulu", figures(kaur=70.0, lebong=17.0), UPLOAD, base=0)
    draft = _saved(base=1)
    assert publish_draft(PUBLISHER, draft.id, base=1) == 2
    published = open_version("bengkulu", 2)
    assert dict(zip(published["region_code"], published["value"], strict=True)) == {"17.04": 75.0, "17.07": 17.0}
    assert drafts_of(PUBLISHER) == []
    assert _files(store) == []


def test_a_draft_that_replaces_leaves_nothing_of_its_base():
    publish(PUBLISHER, "bengkulu", figures(kaur=70.0, lebong=17.0), UPLOAD, base=0)
    publish_draft(PUBLISHER, _saved(base=1, mode="replace").id, base=1)
    assert open_version("bengkulu", 2)["region_code"].tolist() == ["17.04"]


def test_a_conflict_keeps_the_draft_and_it_can_be_put_on_the_newest_version():
    draft = _saved()
    publish(ADMIN, "bengkulu", figures(lebong=17.0), UPLOAD, base=0)
    with pytest.raises(DataError) as refused:
        publish_draft(PUBLISHER, draft.id, base=0)
    assert (refused.value.code, refused.value.particulars["who"]) == ("published_meanwhile", ADMIN.address)
    assert draft_of(PUBLISHER, draft.id) == draft
    assert rebase_draft(PUBLISHER, draft.id).base == draft_of(PUBLISHER, draft.id).base == 1
    assert publish_draft(PUBLISHER, draft.id, base=1) == 2
    assert open_version("bengkulu", 2)["region_code"].tolist() == ["17.04", "17.07"]


def test_an_analyst_may_keep_a_draft_and_not_publish_it():
    draft = _saved(ANALYST)
    with pytest.raises(DataError, match="not_allowed"):
        publish_draft(ANALYST, draft.id, base=0)
    assert drafts_of(ANALYST) == [draft]
    assert newest("bengkulu") == 0
    assert [line["action"] for line in read_journal()] == ["draft", "publish"]


def test_a_preview_is_what_publishing_makes():
    publish(PUBLISHER, "bengkulu", figures(kaur=70.0, lebong=17.0), UPLOAD, base=0)
    draft = _saved(base=1)
    rows, _upload = draft_preview(PUBLISHER, draft.id)
    publish_draft(PUBLISHER, draft.id, base=1)
    pd.testing.assert_frame_equal(open_version("bengkulu", 2), rows, check_dtype=False)


def test_sources_that_are_still_cited_stay_described():
    first = replace(UPLOAD, about={"title": {"id": "B"}, "sources": [{"source_id": "s1"}, {"source_id": "s9"}]})
    publish(PUBLISHER, "bengkulu", figures(kaur=70.0, lebong=17.0), first, base=0)
    second = replace(UPLOAD, about={"sources": [{"source_id": "s2"}]})
    draft = _saved(base=1, rows=figures(kaur=75.0).assign(source_id="s2"), upload=second)
    publish_draft(PUBLISHER, draft.id, base=1)
    about = version_of("bengkulu", 2).about
    assert [source["source_id"] for source in about["sources"]] == ["s1", "s2"]
    assert about["title"] == {"id": "B"}


def test_an_analyst_keeps_a_few_drafts_and_is_told_so():
    for _ in range(MOST):
        _saved(ANALYST)
    with pytest.raises(DataError) as refused:
        _saved(ANALYST)
    assert (refused.value.code, refused.value.particulars["expected"]) == ("draft_too_many", MOST)
    _saved(PUBLISHER)


@pytest.mark.parametrize(
    ("name", "code"),
    [("simulated", "reserved"), ("boundaries", "reserved"), ("draft-x", "reserved"), ("../x", "bad")],
)
def test_a_draft_for_a_name_that_cannot_be_published_is_refused(name, code, store):
    with pytest.raises(DataError, match=f"dataset_name_{code}"):
        save_draft(ANALYST, Meets(name, 0), UPLOAD, figures(kaur=75.0))
    assert _files(store) == []


@pytest.mark.parametrize("draft_id", ["../../roles", "x", "a" * 32, "a" * 32 + "\n", ""])
def test_no_draft_is_found_by_what_could_be_a_path(draft_id):
    with pytest.raises(DataError, match="draft_unknown"):
        draft_preview(ANALYST, draft_id)
    with pytest.raises(DataError, match="draft_unknown"):
        draft_files.read_figures(draft_id)


def test_a_draft_that_cannot_be_kept_leaves_nothing(store, monkeypatch):
    def fails(_, path, **__):
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(draft_files.pq, "write_table", fails)
    with pytest.raises(DataError, match="store_full"):
        _saved(ANALYST)
    assert (_files(store), drafts_of(ANALYST)) == ([], [])


def test_what_a_power_cut_left_is_removed_and_nothing_else(store):
    kept = _saved(ANALYST)
    left, foreign = store / "drafts" / f"{'0' * 32}.parquet", store / "drafts" / "notes.parquet"
    left.write_bytes(b"half")
    foreign.write_bytes(b"mine")
    other = _saved(PUBLISHER)
    assert _files(store) == sorted([f"{kept.id}.parquet", f"{other.id}.parquet", foreign.name])


def test_a_draft_whose_figures_are_gone_is_unknown_and_can_be_dropped(store):
    draft = _saved(ANALYST)
    (store / "drafts" / f"{draft.id}.parquet").unlink()
    with pytest.raises(DataError, match="draft_unknown"):
        draft_preview(ANALYST, draft.id)
    drop_draft(ANALYST, draft.id)
    assert drafts_of(ANALYST) == []


def test_a_file_of_before_the_figures_were_kept_is_opened():
    with sqlite3.connect(small_file()) as connection:
        connection.execute(
            "CREATE TABLE drafts (id TEXT PRIMARY KEY, who TEXT, dataset TEXT, base INTEGER, file_name TEXT,"
            " sha256 TEXT, rows INTEGER, note TEXT, at TEXT)"
        )
        row = ("b" * 32, ANALYST.address, "bengkulu", 0, "x.csv", "a" * 64, 3, "", "2026-11-20T00:00:00+00:00")
        connection.execute("INSERT INTO drafts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    (old,) = drafts_of(ANALYST)
    assert (old.mode, old.upload.about) == ("update", {})
    new = _saved(ANALYST)
    assert [draft.id for draft in drafts_of(ANALYST)] == [new.id, old.id]
