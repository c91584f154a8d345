"""What is counted against which quota."""

import pytest

from components.server.security.quota import FORM, MEGABYTE, Ledger, Quota, QuotaError, quota


@pytest.fixture(autouse=True)
def small(monkeypatch):
    for name, size in (("FILE", 2), ("SESSION", 3), ("ALL", 4)):
        monkeypatch.setenv(f"CAKUPAN_QUOTA_{name}_MB", str(size))


def refused(ledger, upload, session, megabytes):
    try:
        ledger.take(upload, session, int(megabytes * MEGABYTE))
    except QuotaError as error:
        return error.quota
    return None


def test_a_file_may_be_as_large_as_its_quota_and_the_form_around_it():
    ledger = Ledger(dict)
    ledger.take("u", "s", 2 * MEGABYTE + FORM)
    with pytest.raises(QuotaError, match="file: 2"):
        ledger.take("u", "s", 2 * MEGABYTE + FORM + 1)


def test_a_session_counts_what_is_held_and_what_is_coming():
    held = {}
    ledger = Ledger(lambda: held)
    assert refused(ledger, "a", "s", 1.5) is None
    assert refused(ledger, "b", "s", 1.6) == "session"  # 1.5 + 1.6 > 3
    assert refused(ledger, "b", "other", 1.6) is None
    ledger.close("a")
    held["s"] = int(1.5 * MEGABYTE)
    assert refused(ledger, "c", "s", 1.6) == "session"
    held.clear()
    assert refused(ledger, "c", "s", 1.6) is None


def test_all_sessions_count_together():
    ledger = Ledger(lambda: {"s": 2 * MEGABYTE, "t": 1 * MEGABYTE})
    assert refused(ledger, "a", "u", 1.2) == "all"  # 2 + 1 + 1.2 > 4
    assert refused(ledger, "a", "u", 0.9) is None


def test_an_upload_counts_once_however_often_it_grows():
    ledger = Ledger(dict)
    for step in range(1, 9):
        assert refused(ledger, "a", "s", step / 4) is None
    assert refused(ledger, "b", "s", 0.9) is None  # 2 + 0.9 < 3


def test_what_was_refused_is_not_counted():
    ledger = Ledger(dict)
    assert refused(ledger, "a", "s", 2.5) == "file"
    assert refused(ledger, "b", "s", 2) is None


def test_quotas_are_those_of_the_issue_unless_the_environment_says_otherwise(monkeypatch):
    for name in ("FILE", "SESSION", "ALL"):
        monkeypatch.delenv(f"CAKUPAN_QUOTA_{name}_MB")
    assert quota() == Quota(file=100, session=300, all=1024)
    monkeypatch.setenv("CAKUPAN_QUOTA_FILE_MB", "0.5")
    assert quota().file == 0.5
    for nonsense in ("", "-1", "0", "nan", "inf", "much"):
        monkeypatch.setenv("CAKUPAN_QUOTA_FILE_MB", nonsense)
        assert quota().file == 100
