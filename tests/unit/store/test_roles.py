import pytest

from data.store.roles import ALLOWED, SERVER, User, read_roles, require, role_of
from errors import DataError
from tests.unit.store.people import ADMIN, ANALYST, NOBODY, PUBLISHER, VIEWER

ACTIONS = ["view", "draft", "keep", "remember", "define", "tick", "publish", "restore", "forget", "recover"]
#                     view draft keep remember define tick publish restore forget recover
MAY = [
    (User(""),        "-    -     -    -        -      -    -       -       -      -"),
    (NOBODY,          "-    -     -    -        -      -    -       -       -      -"),
    (VIEWER,          "yes  -     -    -        -      -    -       -       -      -"),
    (ANALYST,         "yes  yes   yes  yes      yes    yes  -       -       -      -"),
    (PUBLISHER,       "yes  yes   yes  yes      yes    yes  yes     yes     -      -"),
    (ADMIN,           "yes  yes   yes  yes      yes    yes  yes     yes     yes    yes"),
    (SERVER,          "-    -     -    -        -      -    -       -       -      yes"),
    (User("x", True), "-    -     -    -        -      -    -       -       -      -"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("user", "action", "may"),
    [(user, action, word == "yes") for user, words in MAY for action, word in zip(ACTIONS, words.split(), strict=True)],
)
def test_each_role_may_do_what_the_table_says(user, action, may):
    if may:
        require(user, action)
    else:
        with pytest.raises(DataError, match="not_allowed"):
            require(user, action)


def test_the_table_knows_every_action():
    assert sorted(set().union(*ALLOWED.values())) == sorted(ACTIONS)


def test_an_action_that_nobody_knows_is_refused():
    with pytest.raises(DataError, match="not_allowed"):
        require(ADMIN, "delete_everything")


def test_the_local_user_is_a_publisher_where_the_server_runs_locally(monkeypatch):
    local = User("local", local=True)
    for setting in ["0", "", "true", "yes"]:
        monkeypatch.setenv("CAKUPAN_LOCAL", setting)
        assert role_of(local) is None
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    assert role_of(local) == "publisher"


def test_a_name_in_the_file_does_not_make_a_local_user(monkeypatch):
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    assert role_of(User("local")) is None


def test_the_file_is_read_again_at_every_question(store):
    require(PUBLISHER, "publish")
    (store / "roles.toml").write_text('[roles]\n"puji@example.go.id" = "viewer"\n')
    with pytest.raises(DataError) as refused:
        require(PUBLISHER, "publish")
    assert refused.value.particulars == {"who": PUBLISHER.address, "action": "publish", "role": "viewer"}


def test_without_a_file_nobody_may_do_anything(store):
    (store / "roles.toml").unlink()
    assert role_of(ADMIN) is None


def test_addresses_are_compared_without_case_and_blanks():
    assert role_of(User(" PUJI@example.go.id ")) == "publisher"
    assert read_roles()["puji@example.go.id"] == "publisher"


@pytest.mark.parametrize(
    ("given", "other"), [("strasse@x.id", "straße@x.id"), ("kaur@x.id", "\u212aaur@x.id"), ("ana@x.id", "ana＠x.id")]
)
def test_an_address_that_is_not_ascii_has_nobodys_role(given, other, store):
    (store / "roles.toml").write_text(f'[roles]\n"{given}" = "admin"\n')
    assert (role_of(User(given)), role_of(User(other))) == ("admin", None)
    (store / "roles.toml").write_text(f'[roles]\n"{other}" = "admin"\n', encoding="utf-8")
    with pytest.raises(DataError, match="roles_file_damaged"):
        role_of(User(given))


@pytest.mark.parametrize(
    "text",
    [
        b"[roles",
        b"\xff\xfe",
        b'roles = "admin"',
        b'[roles]\n"a@b.id" = "root"',
        b'[roles]\n"a@b.id" = "server"',
        b'[roles]\n"a@b.id" = 1',
        b'[roles]\n"a@b.id" = ["admin"]',
        b'[roles]\n"a@b.id" = "admin"\n"A@b.id" = "viewer"',
    ],
)
def test_a_damaged_file_allows_nobody(text, store):
    (store / "roles.toml").write_bytes(text)
    with pytest.raises(DataError) as refused:
        require(ADMIN, "view")
    assert (refused.value.code, refused.value.particulars["file"]) == ("roles_file_damaged", "roles.toml")


def test_a_file_elsewhere_may_be_named(tmp_path, monkeypatch):
    (tmp_path / "who.toml").write_text('[roles]\n"x@example.go.id" = "admin"\n')
    monkeypatch.setenv("CAKUPAN_ROLES", str(tmp_path / "who.toml"))
    assert (role_of(User("x@example.go.id")), role_of(ADMIN)) == ("admin", None)
