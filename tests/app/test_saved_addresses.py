"""Addresses that were saved before open the same view after: what twenty of them opened when they were saved."""

from urllib.parse import parse_qsl

import pytest

USUAL = {
    "set": "simulated", "area": "17", "level": "regency", "indicator": "coverage", "segment": "all", "period": "2024-11",
    "scheme": "pretty", "since": "2023-11", "lang": "id",
}  # fmt: skip
# An address, what of its view is not the usual one ("": not in the address), and whether the page says a word about it.
SAVED = [
    ("map?set=simulated&area=17&level=regency&indicator=coverage&segment=all&period=2024-11&scheme=pretty&since=2023-11&lang=id", {}, False),
    ("map?set=simulated&area=ID&level=province&indicator=coverage&segment=pu&period=2023-12&lang=en", {"area": "ID", "level": "province", "segment": "pu", "period": "2023-12", "since": "2022-12", "lang": "en"}, False),
    ("map?area=17&indicator=coverage&period=2024-06&region=17.04", {"period": "2024-06", "region": "17.04", "since": "2023-06"}, False),
    ("map?set=reported&area=17", {"set": "reported", "since": ""}, False),
    ("map?set=reported&area=76&indicator=villages_enrolled&segment=all&period=2022-11&region=76.05", {"set": "reported", "area": "76", "indicator": "villages_enrolled", "period": "2022-11", "region": "76.05", "since": ""}, False),
    ("map?set=reported&area=93&indicator=villages_enrolled&segment=village_apparatus", {"set": "reported", "area": "93", "indicator": "villages_enrolled", "segment": "village_apparatus", "period": "2023-04", "since": ""}, False),
    ("map?scheme=quantile&area=32", {"area": "32", "scheme": "quantile"}, False),
    ("map?scheme=own_breaks&breaks=20,38.5,60&area=17", {"scheme": "own_breaks", "breaks": "20,38.5,60"}, False),
    ("map?scheme=target_bands&target=kemendagri-ucj&area=17", {"scheme": "target_bands", "target": "kemendagri-ucj"}, False),
    ("map?scheme=pretty&scale=area&area=35", {"area": "35", "scale": "area"}, False),
    ("ranking?area=33&since=2022-01&period=2024-01", {"area": "33", "period": "2024-01", "since": "2022-01"}, False),
    ("ranking?area=ID&level=regency&indicator=coverage&segment=bpu&period=2024-11", {"area": "ID", "segment": "bpu"}, False),
    ("trend?area=17&regions=17.04,17.07&period=2024-11", {"regions": "17.04,17.07"}, False),
    ("trend?area=17&regions=17.04,99.99&period=2024-11", {"regions": "17.04"}, True),
    ("profile?area=35&region=35.25", {"area": "35", "region": "35.25"}, False),
    ("profile?area=17&region=17.04&target=rpjmn-2025-2029", {"region": "17.04"}, True),
    ("map?area=99&period=1999-01&lang=xx&indicator=nothing", {}, True),
    ("map?set=nothing&v=3&area=17", {"set": "reported", "since": ""}, True),
    ("overview", {}, False),
    ("villages?set=reported&area=76&indicator=villages_enrolled", {"set": "reported", "area": "76", "indicator": "villages_enrolled", "period": "2022-11", "since": ""}, False),
    ("map?area=17&period=2024-11&segment=bpu&level=province&breaks=nan&scheme=own_breaks", {"segment": "bpu", "scheme": "own_breaks"}, True),
    ("basemap?area=92&period=2024-03", {"area": "92", "period": "2024-03", "since": "2023-03"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("address", "own", "is_said"), SAVED)
def test_a_saved_address_opens_the_view_that_it_opened(opened, address, own, is_said):
    page, _mark, query = address.partition("?")
    screen = opened(page, **dict(parse_qsl(query)))
    assert screen.address == {name: value for name, value in (USUAL | own).items() if value}
    assert bool(screen.said("warning")) == is_said
    assert screen.failed == []
