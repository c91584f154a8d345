from data.store.difference import difference
from tests.unit.store.people import figures


def test_rows_are_added_changed_and_gone_by_key():
    found = difference(figures(kaur=70.0, lebong=17.0), figures(bengkulu=40.0, kaur=75.5))
    assert found.added["region_code"].tolist() == ["17.71"]
    assert found.gone["region_code"].tolist() == ["17.07"]
    changed = found.changed.iloc[0]
    assert (changed["region_code"], changed["value_before"], changed["value_after"]) == ("17.04", 70.0, 75.5)
    assert changed["change"] == 75.5 - 70.0


def test_equal_versions_differ_in_nothing():
    rows = figures(kaur=70.0, lebong=None)
    found = difference(rows, rows.iloc[::-1])
    assert found.added.empty
    assert found.changed.empty
    assert found.gone.empty


def test_missing_is_not_zero_and_has_no_change():
    found = difference(figures(kaur=None, lebong=0.0), figures(kaur=0.0, lebong=None))
    assert found.changed["region_code"].tolist() == ["17.04", "17.07"]
    assert found.changed["change"].isna().all()


def test_a_changed_text_is_a_change_without_a_difference_in_value():
    found = difference(figures(kaur=70.0), figures(kaur=70.0).assign(status="computed"))
    assert (found.changed["status_before"].item(), found.changed["status_after"].item()) == ("reported", "computed")
    assert found.changed["change"].item() == 0.0


def test_an_empty_version_on_either_side():
    assert difference(figures(), figures(kaur=70.0)).added["region_code"].tolist() == ["17.04"]
    assert difference(figures(kaur=70.0), figures()).gone["region_code"].tolist() == ["17.04"]
