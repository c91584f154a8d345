"""The addresses of decks: versions, boundaries, drafts and kept decks, each for those who may see them."""

import asyncio
import gzip
import json
import re
from urllib.parse import urlencode

import pytest
from starlette.requests import Request

from components.deck import ready
from components.server.routes import decks, waiting
from components.state import memo, users
from data.store.deck_content import KeptDeck
from data.store.decks import keep_deck
from data.store.roles import User
from tests.app.published import NAME, draft_kaur, publish_kaur

ANALYST, OTHER = User("ana@example.go.id"), User("budi@example.go.id")
HERE = {"set": NAME, "area": "17", "period": "2024-11"}


@pytest.fixture(autouse=True)
def people(store, monkeypatch):
    """Two analysts; a version is published; the one who asks is an analyst, and waits however slow the machine is."""
    monkeypatch.setattr(waiting, "PATIENCE", 60.0)
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    publish_kaur(70.0)
    roles = "\n".join(["[roles]", *(f'"{one.address}" = "analyst"' for one in (ANALYST, OTHER))])
    (store / "roles.toml").write_text(roles)


@pytest.fixture(autouse=True)
def log_in(monkeypatch):
    """Return a function that makes someone the user of all requests."""

    def log_in(user):
        monkeypatch.setattr(users, "user_of", lambda _request: user)

    log_in(ANALYST)
    return log_in


def request(query, deck="", **headers):
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": "/decks/", "query_string": urlencode(query).encode()}
    return Request(scope | {"headers": raw, "path_params": {"deck": deck}})


def view(headers=None, **query):
    return asyncio.run(decks.view(request(query, **(headers or {}))))


def kept(deck_id, headers=None, **query):
    return asyncio.run(decks.kept(request(query, deck_id, **(headers or {}))))


def told(answer):
    """What the document carries of its slides."""
    found = re.search(r'<script type="application/json" id="deck">(.*?)</script>', answer.body.decode(), re.DOTALL)
    assert found, answer.body[:200]
    return json.loads(found[1])


def test_a_pack_to_keep_is_named_after_what_it_shows():
    kept = view(set="simulated", area="17", period="2024-11", lang="id", download="1")
    told = 'attachment; filename="cakupan-simulasi-bengkulu-cakupan-kepesertaan-2024-11.html"'
    assert kept.headers["content-disposition"] == told


def test_a_version_is_held_by_its_number_and_printed():
    publish_kaur(80.0)
    first, newest = told(view(**HERE, v="1")), told(view(**HERE))
    assert (first["version"], newest["version"]) == ("versi 1", "versi 2")
    assert "70,0" in json.dumps(first["slides"]) and "80,0" in json.dumps(newest["slides"])
    assert view(**HERE, v="3").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"set": "nothing"}, {"area": "99"}, {"indicator": "../x"}, {"segment": "bpu,"}, {"period": "1999-01"},
        {"since": "2024-12"}, {"region": "31.71"}, {"regions": "17.04,99.99"}, {"scheme": "x"}, {"breaks": "nan"},
        {"target": "x"}, {"outlines": "boundaries@1"}, {"outlines": "../x"}, {"level": "province"}, {"lang": "xx"},
    ],
)  # fmt: skip
def test_a_code_that_is_not_known_finds_no_deck(wrong):
    answer = view(**HERE | wrong)
    assert (answer.status_code, answer.headers["cache-control"]) == (404, "no-store")
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.body.decode().startswith(("Tidak ada presentasi", "There is no such deck"))


def test_a_deck_that_has_not_changed_costs_no_bytes_the_second_time():
    first = view(**HERE, headers={"accept_encoding": "gzip"})
    assert first.headers["cache-control"] == "private, no-cache"
    assert b"Kaur" in gzip.decompress(first.body)
    again = view(**HERE, headers={"if_none_match": first.headers["etag"]})
    assert (again.status_code, again.body) == (304, b"")
    publish_kaur(80.0)
    assert view(**HERE, headers={"if_none_match": first.headers["etag"]}).status_code == 200


def test_one_build_serves_all_who_ask_at_the_same_time(monkeypatch):
    builds, document = [], ready.document

    def counted(*asked):
        builds.append(asked)
        return document(*asked)

    monkeypatch.setattr(ready, "document", counted)
    ready.DECKS.clear()

    async def all_at_once():
        return await asyncio.gather(*(decks.view(request(HERE)) for _ in range(6)))

    assert len({answer.headers["etag"] for answer in asyncio.run(all_at_once())}) == 1
    assert len(builds) == 1
    memo.forget_figures()
    view(**HERE)
    assert len(builds) == 2


def test_the_deck_of_a_draft_is_its_owners_alone_and_nothing_keeps_it(log_in, monkeypatch):
    draft = draft_kaur(75.5, ANALYST)
    asked = {"set": f"draft-{draft.id}", "area": "17"}
    kept_before = []
    monkeypatch.setattr(ready.DECKS, "_keep", lambda *_: kept_before.append("a draft"))
    own = view(**asked)
    assert own.headers["cache-control"] == "no-store" and "etag" not in own.headers
    assert told(own)["version"] == "draf, belum diterbitkan"
    assert kept_before == []
    for other in (OTHER, users.NOBODY, users.LOCAL):
        log_in(other)
        refused, unknown = view(**asked), view(**asked | {"set": f"draft-{'0' * 32}"})
        assert refused.status_code == unknown.status_code == 404
        assert refused.body.replace(draft.id.encode(), b"") == unknown.body.replace(b"0" * 32, b"")


def a_deck(**more):
    choice = {"set": NAME, "v": "1", "area": "17", "period": "2024-11", "lang": "id"}
    own = (("x", "Kesepakatan", "Dua hal\n\nDan <b>satu</b> lagi"),)
    return KeptDeck(name="Monev <b>", choice=choice, slides=("map", "text-x", "key"), texts=own, **more)


def test_a_kept_deck_opens_by_its_short_address_in_its_own_order(log_in):
    found = keep_deck(ANALYST, a_deck(hidden=("gap",), notes={"map": "Tanya bupati dulu"}))
    publish_kaur(80.0)
    log_in(users.NOBODY)
    deck = told(kept(found.id))
    assert [slide["id"] for slide in deck["slides"]] == ["map", "text-x", "key"]
    assert (deck["name"], deck["version"]) == ("Monev <b>", "versi 1")
    assert deck["slides"][1]["paragraphs"] == ["Dua hal", "Dan <b>satu</b> lagi"]
    assert told(kept(found.id, lang="en"))["version"] == "version 1"
    file = kept(found.id, download="1").headers["content-disposition"]
    assert file == 'attachment; filename="cakupan-laporan-cabang-v1-monev-b-bengkulu-cakupan-kepesertaan-2024-11.html"'
    assert kept("nothere").status_code == 404


def test_what_a_presenter_noted_is_not_sent_to_the_audience(log_in):
    found = keep_deck(ANALYST, a_deck(notes={"map": "Tanya bupati dulu"}))
    assert told(kept(found.id))["slides"][0]["notes"][0] == "Tanya bupati dulu"
    assert "Tanya" in kept(found.id, download="1", notes="1").body.decode()
    assert "Tanya" not in kept(found.id, download="1").body.decode()
    log_in(users.NOBODY)
    for query in ({}, {"download": "1"}, {"notes": "1", "download": "1"}):
        assert "Tanya" not in kept(found.id, **query).body.decode()


def test_slides_that_are_hidden_are_left_out_of_all():
    choice = {"set": NAME, "area": "17", "lang": "id"}
    found = keep_deck(ANALYST, KeptDeck(name="Semua", choice=choice, hidden=("map", "profile-17.04")))
    ids = [slide["id"] for slide in told(kept(found.id))["slides"]]
    assert "key" in ids and "profile-17.07" in ids and not {"map", "profile-17.04"} & set(ids)


def test_a_kept_deck_of_a_draft_is_as_if_there_were_none_for_others(log_in):
    draft = draft_kaur(75.5, ANALYST)
    found = keep_deck(ANALYST, KeptDeck(name="Draf", choice={"set": f"draft-{draft.id}", "area": "17"}))
    assert kept(found.id).status_code == 200
    for other in (OTHER, users.NOBODY):
        log_in(other)
        refused = kept(found.id)
        assert refused.status_code == 404
        assert refused.body == kept(found.id[::-1]).body.replace(found.id[::-1].encode(), found.id.encode())


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("https://cakupan.example.go.id/", "cakupan.example.go.id/decks/"),
        ("http://10.0.0.5:8501", "10.0.0.5:8501/decks/"),
        ("https://example.go.id/cakupan", "example.go.id/cakupan/decks/"),
        ("", ""), ("javascript:alert(1)", ""), ("https://", ""), ("cakupan.example.go.id", ""),
        ("https://x.example/\"><b>", ""), ("https://a:b@x.example", ""), ("https://x.example/?a=b", ""),
        ("https://x.example:99999", ""),
    ],
)  # fmt: skip
def test_the_audience_is_given_the_short_address_where_there_is_one(monkeypatch, written, shown):
    monkeypatch.setenv("CAKUPAN_PUBLIC_URL", written)
    found = keep_deck(ANALYST, a_deck())
    deck = told(kept(found.id))
    assert deck["shortUrl"] == (shown + found.id if shown else "")
    assert (deck["qr"] is None) == (not shown)


def test_a_draft_has_no_address_for_the_audience(monkeypatch):
    monkeypatch.setenv("CAKUPAN_PUBLIC_URL", "https://cakupan.example.go.id")
    choice = {"set": f"draft-{draft_kaur(75.5, ANALYST).id}", "area": "17"}
    deck = told(kept(keep_deck(ANALYST, KeptDeck(name="Draf", choice=choice)).id))
    assert (deck["shortUrl"], deck["qr"]) == ("", None)
