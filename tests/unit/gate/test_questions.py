"""What an address may hold, and who may ask for a logout, at the gate."""

import pytest
from test_middleware import answered, app_with

OWN = ["/assets/0/x.js", "/downloads/observations.csv", "/drafts/x/values.json", "/decks/view", "/decks/ticks"]
OWN += ["/decks/bcdfghjk", "/checklists/list.xlsx"]
STRANGE = [
    b"%0d%0a",
    b"%0A",
    b"%0D",
    b"%00",
    b"%7f",
    b"%E2%82%AC",
    b"%ED%A0%80",
    b"%C0%AF",
    b"%FF",
    b"%",
    b"%zz",
    b"\xff",
]


@pytest.mark.parametrize("path", OWN)
@pytest.mark.parametrize("value", STRANGE, ids=repr)
def test_no_route_of_ours_reads_what_no_address_of_ours_holds(path, value):
    status, headers, body, raised = answered(app_with(), path, query=b"set=reported&period=" + value)
    assert (status, raised) == (400, [])
    assert "Alamat" in body
    assert headers["x-content-type-options"] == "nosniff"
    assert answered(app_with(), path, query=value + b"=1")[0] == 400


@pytest.mark.parametrize("path", OWN)
def test_a_choice_is_given_once(path):
    assert answered(app_with(), path, query=b"period=2024-11&lang=id&regions=17.04%2C17.07&outlines=")[0] == 200
    assert answered(app_with(), path, query=b"period=2024-11&period=2024-10")[0] == 400


@pytest.mark.parametrize("path", [*OWN, "/", "/peta", "/auth/login", "/static/x.js"])
def test_a_long_question_is_refused_wherever_it_is_asked(path):
    assert answered(app_with(), path, query=b"period=" + b"1" * 1_000_000)[0] == 414
    assert answered(app_with(), path, query=b"period=" + b"1" * 8_000)[0] == 200


def test_a_page_is_opened_whatever_its_address_says():
    for value in STRANGE:
        assert answered(app_with(), "/peta", query=b"region=" + value)[0] == 200


@pytest.mark.parametrize("path", ["/auth/login", "/oauth2callback", "/auth/logout"])
def test_the_logins_addresses_are_read_in_one_way_too(path):
    assert answered(app_with(), path, query=b"provider=%0d%0a", sec_fetch_site="same-origin")[0] == 400
    assert answered(app_with(), path, query=b"provider=%E2%82%AC", sec_fetch_site="same-origin")[0] == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec_fetch_site": "same-origin"}, 200),
        ({"sec_fetch_site": "none"}, 200),
        ({"sec_fetch_site": "same-site"}, 403),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": "cross-site", "referer": "http://localhost/"}, 403),
        ({"referer": "http://localhost/sumber"}, 200),
        ({"origin": "http://localhost"}, 200),
        ({"referer": "https://evil.example/"}, 403),
        ({"referer": "http://["}, 403),
        ({"origin": "null"}, 403),
        ({}, 403),
    ],
)
def test_nobody_is_logged_out_by_another_site(headers, status):
    assert answered(app_with(), "/auth/logout", **headers)[0] == status
