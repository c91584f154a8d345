"""Streamlit's upload endpoint over HTTP: only who may draft sends a file, and only into a session of their own."""

import random
import socket
from collections.abc import Iterator
from functools import partial

import pytest
import visitor
from conftest import running_server
from guarded import COOKIE_SECRET, Guarded, guarded_server
from visitor import USER_COOKIE, ask, login_cookies

DAY_S = 86_400
LONG = random.Random(1).randbytes(3_500).hex()  # noqa: S311 - only so that no compression fits it into one cookie
REFUSED = "Berkas hanya diterima dari yang berhak membuat draf"
# A session is all that an upload needs: thirty pages that nobody looks at would keep the server busy.
visiting = partial(visitor.visiting, draws=False)


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    with guarded_server(tmp_path_factory.mktemp("guarded")) as started:
        yield started


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """What `make run HOST=0.0.0.0` starts: within the reach of others, and yet only its own user is local."""
    everywhere = ("--server.address", "0.0.0.0")  # noqa: S104
    with running_server(tmp_path_factory.mktemp("local"), *everywhere, CAKUPAN_LOCAL="1") as started:
        yield started.address


def login(guarded: Guarded, email: str, secret: str = COOKIE_SECRET, **more) -> dict[str, str]:
    return login_cookies(email, secret, more.pop("origin", guarded.address), **more)


def test_who_has_no_login_sends_nothing_even_with_a_live_session(guarded):
    with visiting(guarded.address) as nobody:
        answer = nobody.upload()
        assert (answer.status, answer.text.startswith(REFUSED)) == (401, True)
        assert [nobody.post().status, nobody.drop().status] == [401, 401]


@pytest.mark.parametrize(
    ("email", "status"), [("vina", 401), ("siapa", 401), ("ana", 204), ("ANA", 204), ("puji", 204)]
)
def test_the_role_decides(guarded, email, status):
    with visiting(guarded.address, login(guarded, f"{email}@example.go.id")) as visitor:
        assert visitor.upload().status == status
        assert visitor.drop().status == status


def test_a_cookie_that_is_merely_there_opens_nothing(guarded):
    for value in ("1", "ana@example.go.id", '{"email": "ana@example.go.id", "is_logged_in": true}', "a.b.c"):
        with visiting(guarded.address, {USER_COOKIE: value}) as visitor:
            assert visitor.upload().status == 401


FALSE = {
    "signed with another secret": {"secret": "another secret, just as long as the true one"},
    "older than its 31 days": {"age_s": 32 * DAY_S},
    "made for another server": {"origin": "https://elsewhere.example"},
    "of a login that was not completed": {"is_logged_in": False},
    "of an address that is not verified": {"email_verified": False},
}


@pytest.mark.parametrize("false", FALSE)
def test_a_cookie_is_refused_that_is(guarded, false):
    cookies = login(guarded, "ana@example.go.id", **FALSE[false])
    with visiting(guarded.address, cookies) as visitor:
        assert visitor.upload().status == 401


def test_a_cookie_whose_text_was_changed_is_refused(guarded):
    true = login(guarded, "ana@example.go.id")[USER_COOKIE]
    false = login(guarded, "puji@example.go.id", secret="x" * 40)[USER_COOKIE]
    mixed = ".".join([false.rsplit(".", 2)[0], *true.rsplit(".", 2)[1:]])
    with visiting(guarded.address, {USER_COOKIE: mixed}) as visitor:
        assert visitor.upload().status == 401


def test_a_login_as_old_as_thirty_days_and_one_in_several_cookies_are_taken(guarded):
    old = login(guarded, "ana@example.go.id", age_s=30 * DAY_S)
    long = login(guarded, "ana@example.go.id", groups=LONG)
    assert len(long) > 2
    for cookies in (old, long):
        with visiting(guarded.address, cookies) as visitor:
            assert visitor.upload().status == 204


def test_a_part_missing_from_a_login_in_several_cookies_refuses_it(guarded):
    cookies = login(guarded, "ana@example.go.id", groups=LONG)
    del cookies[f"{USER_COOKIE}_2"]
    with visiting(guarded.address, cookies) as visitor:
        assert visitor.upload().status == 401


def test_nobody_sends_into_the_session_of_someone_else(guarded):
    with (
        visiting(guarded.address, login(guarded, "puji@example.go.id")) as puji,
        visiting(guarded.address, login(guarded, "ana@example.go.id")) as ana,
        visiting(guarded.address) as nobody,
    ):
        assert ana.upload(session=puji.session).status == 401
        assert ana.upload(session=nobody.session).status == 401
        assert nobody.upload(session=ana.session).status == 401
        assert ana.upload(session="0000").status == 400  # Streamlit's own: no such session


def test_a_role_taken_away_closes_the_door_at_once(guarded):
    with visiting(guarded.address, login(guarded, "ana@example.go.id")) as ana:
        assert ana.upload().status == 204
        before = guarded.roles.read_text()
        for without in ("[roles]\n", "[roles\n"):  # none, and a file that cannot be read
            guarded.roles.write_text(without)
            assert ana.upload().status == 401
        guarded.roles.write_text(before)
        assert ana.upload().status == 204


def test_a_foreign_page_cannot_use_the_login_of_its_visitor(guarded):
    with visiting(guarded.address, login(guarded, "ana@example.go.id")) as ana:
        assert ana.upload(Origin="https://evil.example").status == 401
        assert ana.upload(X_Xsrftoken="2|00|00|1").status == 403


def test_the_local_user_may_upload(local):
    with visiting(local) as here:
        assert [here.upload().status, here.drop().status] == [204, 204]


FROM_OUTSIDE = [
    {"X_Forwarded_For": "127.0.0.1"},
    {"X_Forwarded_Host": "localhost"},
    {"X_Forwarded_Proto": "https"},
    {"X_Real_IP": "127.0.0.1"},
    {"Forwarded": "for=127.0.0.1"},
    {"Via": "1.1 proxy"},
    {"Origin": "http://evil.example"},
    {"Origin": "http://localhost:3000"},
    {"Origin": "null"},
    {"Host": "192.168.1.7:8501"},
]


@pytest.mark.parametrize("headers", FROM_OUTSIDE, ids=lambda headers: " ".join([*headers, *headers.values()]))
def test_who_comes_from_outside_is_not_the_local_user(local, headers):
    with visiting(local) as here:
        assert here.upload(**headers).status == 401


def test_a_session_that_was_opened_from_outside_is_not_the_local_users(local):
    with visiting(local, X_Forwarded_For="203.0.113.9") as outsider:
        assert outsider.upload().status == 401


def test_a_name_led_to_this_machine_gets_no_answer(local):
    with visiting(local) as here:
        assert here.upload(Host="evil.example").status == 400
    assert ask(local, "GET", "/", Host="evil.example").status == 400


def test_without_the_variable_nobody_is_local(guarded, server):
    for address in (guarded.address, server.address):
        with visiting(address) as here:
            assert here.upload().status == 401


def own_address() -> str:
    """This machine's address in its network; asking for a way there sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("192.0.2.1", 9))
        except OSError:
            pytest.skip("this machine has no network")
        return str(way.getsockname()[0])


def test_a_server_shared_with_the_office_knows_its_own_user_and_no_other(local):
    from_the_network = local.replace("127.0.0.1", own_address())
    with visiting(local) as here, visiting(from_the_network) as colleague:
        assert here.upload().status == 204
        assert colleague.upload().status == 401
        assert (
            ask(from_the_network, "PUT", f"/_stcore/upload_file/{here.session}/x", **colleague.headers()).status == 401
        )
