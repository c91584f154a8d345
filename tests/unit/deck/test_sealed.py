"""A pack that is saved with its names hidden holds none, nor what gives a region away."""

import json
import re

import pytest

from components.deck.document import document
from components.deck.payload import payload
from components.report.model import DeckRequest, OwnText
from components.state import reference
from geo.regions import regions_in
from tests.unit.slides.conftest import choice  # noqa: F401

NOTED = (("key", "Tanya Bupati Kaur, lalu Lebong"), ("map", "KAUR di selatan; Pacitan tidak"))
WANTED = DeckRequest(
    name="Rapat Kaur dan Lebong",
    texts=(OwnText("a", "Rencana Kaur", "Kaur dan Rejang Lebong lebih dulu"),),
    notes=NOTED,
    hidden_names=True,
    sealed=True,
)


@pytest.mark.parametrize("dataset", ["reported", "simulated"])
def test_a_sealed_pack_holds_no_name_no_code_and_no_boundary(choice, dataset):  # noqa: F811
    chosen = choice(dataset=dataset, region="17.04")
    told = document(chosen, WANTED).decode()
    rows = regions_in(reference.regions(), "17", "regency")
    names = [name for name in rows["name"] if name != "Bengkulu"] + ["Pacitan", "Kota Bengkulu"]
    assert [name for name in names if re.search(rf"(?<!\w){name}(?!\w)", told, re.IGNORECASE)] == []
    carried = told.rpartition("<script>")[0]
    assert [code for code in rows["region_code"] if f'"{code}"' in carried or f"-{code}" in carried] == []
    geometry = json.loads(payload(chosen, WANTED)["geometry"])
    assert set(geometry["paths"].values()) == {""}
    assert {tuple(point) for point in geometry["points"].values()} == {(0, 0)}


def test_its_numbers_figures_and_slides_are_those_of_the_open_deck(choice):  # noqa: F811
    chosen = choice(dataset="simulated")
    opened, sealed = (payload(chosen, DeckRequest(hidden_names=True, sealed=one)) for one in (False, True))
    assert sorted(opened["deck"]["numbers"].values()) == sorted(sealed["deck"]["numbers"].values())
    before, after = (json.loads(one["values"]) for one in (opened, sealed))
    assert before["numerator"] == after["numerator"]
    assert len(opened["deck"]["slides"]) == len(sealed["deck"]["slides"])
    assert (sealed["deck"]["names"], sealed["deck"]["sealed"]) == ({}, True)
