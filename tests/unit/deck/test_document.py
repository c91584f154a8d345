"""The deck as one document: everything inside it, nothing that a name could break, small enough for a stick."""

import json
import re

import pytest

from components.deck import bundle
from components.deck.document import document, json_text, policy
from components.deck.payload import payload
from components.deck.qr import qr_code
from components.report.model import DeckRequest, OwnText
from tests.unit.slides.conftest import _indonesian, choice  # noqa: F401

NAMESPACE = "http://www.w3.org/2000/svg"
HOSTILE = "</script><script>alert(1)</script><!-- \u2028 & \"'"


def block(page, name):
    return json.loads(re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', page, re.DOTALL)[1])


def test_every_module_is_in_the_script_once_and_none_is_left_to_fetch():
    script = bundle.script()
    for name in ("deck_deck", "explorer_map", "explorer_ranking", "explorer_timeline", "explorer_values"):
        assert script.count(f"const ${name} = ") == 1
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)


def test_a_circle_of_modules_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(bundle, "COMPONENTS", tmp_path)
    (tmp_path / "a.js").write_text('import { b } from "./b.js";\nexport const a = 1;\n')
    (tmp_path / "b.js").write_text('import { a } from "./a.js";\nexport const b = 2;\n')
    with pytest.raises(ValueError, match=r"a\.js > b\.js > a\.js"):
        bundle._in_order("a.js", {}, ())


def test_a_form_that_is_not_read_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(bundle, "COMPONENTS", tmp_path)
    (tmp_path / "a.js").write_text("export default 1;\n")
    with pytest.raises(ValueError, match="export default"):
        bundle._in_order("a.js", {}, ())


def test_the_document_holds_no_network_address_but_those_of_its_sources(choice):  # noqa: F811
    page = document(choice(dataset="simulated"), DeckRequest()).decode()
    cited = {source["url"] for source in block(page, "deck")["sources"]} - {""}
    assert set(re.findall(r"\b(?:https?|wss?)://[^\s\"'<)]+", page)) - cited == {NAMESPACE}
    assert not re.findall(r"(?:src|href)=", page)


def test_a_text_from_outside_cannot_leave_its_place(choice):  # noqa: F811
    wanted = DeckRequest(slides=("text-x",), texts=(OwnText("x", HOSTILE, HOSTILE),))
    page = document(choice(), wanted).decode()
    assert page.count("<script") == 4
    assert block(page, "deck")["slides"][0]["paragraphs"] == [HOSTILE]
    assert json.loads(json_text(HOSTILE)) == HOSTILE


def test_the_policy_lets_nothing_run_but_the_script_itself():
    said = policy("let a = 1;")
    assert said.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in said and "script-src 'unsafe" not in said


@pytest.mark.parametrize("area", ["17", "35"])
def test_a_province_fits_in_a_megabyte(choice, area):  # noqa: F811
    assert len(document(choice(dataset="simulated", area=area), DeckRequest())) < 1_000_000


def test_names_travel_beside_the_texts_so_that_they_can_be_hidden(choice):  # noqa: F811
    deck = payload(choice(), DeckRequest())["deck"]
    assert deck["names"]["17.04"] == "Kaur"
    assert deck["numbers"]["17.04"] == "Wilayah 1"
    assert "Kaur" not in json.dumps([slide for slide in deck["slides"] if slide["kind"] != "sources"])


def test_a_qr_code_is_drawn_where_there_is_an_address():
    pytest.importorskip("segno")
    code = qr_code("https://cakupan.example.go.id/d/abc")
    assert re.fullmatch(r"(M\d+ \d+\.5h\d+)+", code["path"])
    assert code["size"] >= 21 + 2 * 4  # the smallest code and its quiet zone
    assert qr_code("") is None
