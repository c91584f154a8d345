"""Who looks a region up finds it by every writing that Unggah knows."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from components.explorer.region_index import region_index
from components.state import reference
from geo.matching.resolve import resolve_regions

MODULE = Path(__file__).parents[3] / "components" / "explorer" / "regions.js"
SCRIPT = f"""
import {{ regionIndex }} from "{MODULE.as_uri()}";
let text = "";
for await (const part of process.stdin) text += part;
const [index, asked] = JSON.parse(text);
const known = regionIndex(index);
const answer = (found) => [known.only(found)?.code ?? null, found.map(({{ code }}) => code)];
console.log(JSON.stringify(asked.map((one) => answer(known.find(one)))));
"""

# The environment's own, else the machine's.
NODE = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")


@pytest.fixture(scope="module")
def look_up():
    """Return a function that asks the browser's module: the one region that a text means, and all that fit."""
    if NODE is None:
        pytest.skip("no node here; the journeys ask the same of a browser")

    def ask(*texts):
        given = json.dumps([region_index(), texts])
        command = [NODE, "--input-type=module", "-e", SCRIPT]
        done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)  # noqa: S603
        return dict(zip(texts, map(tuple, json.loads(done.stdout)), strict=True))

    return ask


def test_the_index_holds_every_regency_and_province():
    codes = [code for code, *_rest in region_index()["regions"]]
    assert (len(codes), len({code for code in codes if "." in code})) == (514 + 38, 514)


def test_writings_of_offices_mean_one_region(look_up):
    wanted = {
        "sidrap": "73.14", "Kabupaten Bogor": "32.01", "bogor kab.": "32.01", "kab. kaur": "17.04", "KAUR": "17.04",
        "OKU Timur": "16.08", "HST": "63.07", "Tanjungpinang": "21.72", "Pare-Pare": "73.72", "Kab Pasuruan": "35.14",
        "Kota Adm. Jakarta Pusat": "31.71", "Kep. Seribu": "31.01", "pangkep": "73.10",
        "Aceh Barat": "11.05", "Kab. Solok": "13.02", "Lebong": "17.07", "Tanjabbar": "15.06",
    }  # fmt: skip
    assert {text: one for text, (one, _all) in look_up(*wanted).items()} == wanted


def test_a_name_of_several_regions_means_none_and_offers_them_all(look_up):
    found = look_up("Pasuruan", "jakarta", "bogor")
    assert [one for one, _all in found.values()] == [None, None, None]
    assert set(found["Pasuruan"][1]) == {"35.14", "35.75"}
    assert {"31", "31.71", "31.75"} <= set(found["jakarta"][1])


def test_a_slip_is_offered_and_never_taken(look_up):
    assert look_up("surabya") == {"surabya": (None, ["35.78"])}
    assert look_up("atlantis") == {"atlantis": (None, [])}


def test_whatever_unggah_is_certain_of_is_found(look_up):
    """All official names, as the statistics office and the ministry write them, and all other names."""
    rows = reference.regions()
    rows = rows[rows["level"] == "regency"]
    texts = [
        *rows["full_name"],
        *(name for _code, _type, _shown, names in region_index()["regions"] for name in names[1:]),
    ]
    certain = resolve_regions(pd.Series(texts), reference.regions()).region_codes
    found = look_up(*dict.fromkeys(texts))
    lost = {
        text: (code, found[text])
        for text, code in zip(texts, certain, strict=True)
        if code and code not in found[text][1][:1]
    }
    assert lost == {}
