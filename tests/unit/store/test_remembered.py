import sqlite3

import pytest

from data.store.database import reading, small_file
from data.store.drafts import drafts_of
from data.store.preferences import (
    aliases,
    define_indicator,
    defined_indicators,
    forget_alias,
    form,
    remember_alias,
    remember_form,
)
from errors import DataError
from tests.unit.store.people import ADMIN, ANALYST, PUBLISHER


def test_an_empty_store_remembers_nothing_and_makes_no_file():
    assert (aliases(), form("a;b"), defined_indicators(), drafts_of(ANALYST)) == ({}, None, {}, [])
    assert not small_file().exists()


def test_an_alias_is_remembered_changed_and_forgotten():
    remember_alias(ANALYST, "kab. kaur'; DROP TABLE aliases; --", "17.04")
    remember_alias(PUBLISHER, "lebong", "17.03")
    remember_alias(ANALYST, "lebong", "17.07")
    assert aliases() == {"kab. kaur'; DROP TABLE aliases; --": "17.04", "lebong": "17.07"}
    forget_alias(ADMIN, "lebong")
    assert list(aliases()) == ["kab. kaur'; DROP TABLE aliases; --"]


def test_a_form_and_an_indicator_come_back_as_they_were():
    settings = {"period": "Bulan", "header_rows": 2, "decimal": ","}
    remember_form(ANALYST, "Kab/Kota;Bulan", settings)
    define_indicator(ANALYST, "claims", {"title": {"id": "Klaim", "en": "Claims"}, "unit": "persons"})
    assert form("Kab/Kota;Bulan") == settings
    assert defined_indicators() == {"claims": {"title": {"id": "Klaim", "en": "Claims"}, "unit": "persons"}}


def test_what_was_written_outlasts_a_power_cut():
    remember_alias(ANALYST, "kaur", "17.04")
    with sqlite3.connect(small_file()) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with reading() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2  # FULL


def test_a_damaged_file_is_one_word():
    small_file().write_bytes(b"not a database at all" * 100)
    with pytest.raises(DataError, match="store_damaged"):
        aliases()
    with pytest.raises(DataError, match="store_damaged"):
        remember_alias(ANALYST, "kaur", "17.04")
