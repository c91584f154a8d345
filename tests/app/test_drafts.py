"""A draft is its analyst's own: every page opens with it, and for anybody else it is not there."""

import asyncio
import gzip
import json
import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.requests import Request

from components.server.routes import downloads, draft_values
from components.state import users
from data.store.drafts import drop_draft, publish_draft, rebase_draft
from data.store.roles import User
from tests.app.published import NAME, draft_kaur, publish_kaur

ANALYST, OTHER = User("ana@example.go.id"), User("budi@example.go.id")
PAGES = ["overview", "map", "ranking", "trend", "basemap", "sources", "upload", "versions"]


@pytest.fixture(autouse=True)
def people(store, monkeypatch):
    """Two analysts; a version is published."""
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    publish_kaur(70.0)
    roles = "\n".join(["[roles]", *(f'"{one.address}" = "analyst"' for one in (ANALYST, OTHER))])
    (store / "roles.toml").write_text(roles)


@pytest.fixture
def logged_in(monkeypatch):
    """Return a function that makes someone the user of all runs and requests."""

    def log_in(user):
        monkeypatch.setattr(users, "current_user", lambda: user)
        monkeypatch.setattr(users, "user_of", lambda _request: user)

    log_in(ANALYST)
    return log_in


@pytest.fixture
def draft(logged_in):  # noqa: ARG001
    return draft_kaur(75.5, ANALYST)


def address_of(draft):
    return {"set": f"draft-{draft.id}", "area": "17"}


def values_of(screen):
    return screen.given("explorer")["values"]


def asked(serve, address, name=""):
    """The answer of a route, as its server gives it."""
    path, query = urlsplit(address).path, urlsplit(address).query
    where = {"token": path.split("/")[2]} if not name else {"name": name}
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": [(b"accept-encoding", b"gzip")],
        "path_params": where,
    }
    return asyncio.run(serve(Request(scope)))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_with_a_draft_and_says_that_it_is_one(opened, draft, page):
    screen = opened(page, **address_of(draft))
    assert screen.failed + screen.said("error") + screen.said("warning") == []
    assert any("DRAF" in said and "draf.csv" in said and "hanya Anda" in said for said in screen.said("markdown"))
    assert screen.address["set"] == f"draft-{draft.id}"


def test_a_draft_shows_what_publishing_would_make_of_its_base(opened, draft):
    screen = opened(**address_of(draft))
    assert "75,5\u00a0%" in screen.words
    assert "Draf: Laporan cabang" in screen.app.selectbox(key="set").options


@pytest.mark.parametrize("other", [OTHER, users.NOBODY, users.LOCAL])
@pytest.mark.parametrize("page", ["overview", "upload"])
def test_for_anybody_else_the_address_of_a_draft_is_not_known(opened, draft, logged_in, other, page):
    opened(**address_of(draft))  # its owner has it open, so its figures lie in the caches
    logged_in(other)
    screen = opened(page, **address_of(draft))
    assert screen.failed == []
    assert screen.address["set"] == "reported"
    assert draft.id in "".join(screen.said("warning"))
    nobodys = opened(page, set=f"draft-{'0' * 32}", area="17")
    same = [re.sub("draft-[0-9a-f]+", "", "".join(one.said("warning"))) for one in (screen, nobodys)]
    assert same[0] == same[1]  # not even whether it exists is told
    assert "75,5" not in screen.shown
    assert not any("draft-" in option for option in map(str, _values(screen)))


def _values(screen):
    return [one.options for one in screen.app.selectbox]


def test_the_figures_of_a_draft_travel_to_their_owner_alone(opened, draft, logged_in):
    address = values_of(opened("map", **address_of(draft)))
    assert address.startswith("/drafts/")
    answer = asked(draft_values.serve, address)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert "17.04" in json.loads(gzip.decompress(answer.body))["codes"]
    for other in (OTHER, users.NOBODY, users.LOCAL):
        logged_in(other)
        refused = asked(draft_values.serve, address)
        assert (refused.status_code, refused.body) == (404, b"not found")


def test_the_address_of_the_figures_is_the_sessions_own(opened, draft):
    one, two = (opened("map", **address_of(draft)) for _ in range(2))
    assert values_of(one) != values_of(two)
    again = values_of(one)
    assert values_of(one.choose(lang="id")) == again  # else the map would be mounted anew at every click


@pytest.mark.parametrize("name", ["indicator", "segment", "area", "level", "every"])
def test_a_code_that_is_not_ours_finds_no_figures(opened, draft, name):
    address = values_of(opened("map", **address_of(draft)))
    changed = dict(parse_qsl(urlsplit(address).query)) | {name: "../x"}
    query = "&".join(f"{key}={value}" for key, value in changed.items())
    assert asked(draft_values.serve, f"{urlsplit(address).path}?{query}").status_code == 404
    assert asked(draft_values.serve, urlsplit(address).path).status_code == 404
    assert asked(draft_values.serve, f"/drafts/{'x' * 32}/values.json?{urlsplit(address).query}").status_code == 404


def test_a_dropped_draft_is_gone_for_its_owner_too(opened, draft):
    screen = opened("map", **address_of(draft))
    address = values_of(screen)
    drop_draft(ANALYST, draft.id)
    assert asked(draft_values.serve, address).status_code == 404
    assert screen.choose(lang="id").address["set"] == "reported"
    assert screen.failed == []


def test_whoever_lost_their_role_lost_the_drafts(opened, draft, store):
    screen = opened("map", **address_of(draft))
    address = values_of(screen)
    (store / "roles.toml").write_text(f'[roles]\n"{ANALYST.address}" = "viewer"')
    assert asked(draft_values.serve, address).status_code == 404
    assert screen.choose(lang="id").address["set"] == "reported"


def test_a_draft_is_taken_away_by_its_owner_alone(draft, logged_in):
    query = f"set=draft-{draft.id}&area=17&level=regency&indicator=coverage&segment=all&period=2024-11&scope=all"
    for ending in ("csv", "xlsx"):
        name = f"observations.{ending}"
        answer = asked(downloads.serve, f"/downloads/{name}?{query}", name)
        assert answer.status_code == 200
        assert f'filename="cakupan-laporan-cabang.{ending}"' in answer.headers["content-disposition"]
    for other in (OTHER, users.NOBODY, users.LOCAL):
        logged_in(other)
        assert asked(downloads.serve, f"/downloads/observations.csv?{query}", "observations.csv").status_code == 404


@pytest.mark.parametrize(("number", "status"), [("1", 200), ("2", 404), ("", 404), ("x", 404)])
def test_a_published_version_is_taken_away_by_its_number(number, status, logged_in):
    logged_in(users.NOBODY)
    query = f"set={NAME}&v={number}&area=17&level=regency&indicator=coverage&segment=all&scope=view"
    answer = asked(downloads.serve, f"/downloads/observations.csv?{query}", "observations.csv")
    assert answer.status_code == status
    if status == 200:
        said = answer.headers["content-disposition"]
        assert 'filename="cakupan-laporan-cabang-v1-bengkulu-cakupan-kepesertaan.csv"' in said
        assert b"Kaur" in answer.body


def test_a_draft_on_another_base_shows_what_that_makes(opened, draft, monkeypatch):
    screen = opened("map", **address_of(draft))
    before = values_of(screen)
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    publish_kaur(60.0)
    rebase_draft(ANALYST, draft.id)
    assert values_of(screen.choose(lang="id")) != before
    assert "75,5\u00a0%" in opened(**address_of(draft)).words


def test_a_published_draft_is_a_version_for_everyone(opened, logged_in):
    logged_in(users.LOCAL)
    mine = draft_kaur(75.5)
    assert publish_draft(users.LOCAL, mine.id, mine.base) == 2
    logged_in(users.NOBODY)
    screen = opened(set=NAME, area="17")
    assert screen.address["v"] == "2"
    assert "75,5\u00a0%" in screen.words
