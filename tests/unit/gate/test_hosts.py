"""The names that the server answers to."""

import pytest
from starlette.datastructures import Headers

from components.server.security import hosts
from components.state.client import Client


@pytest.fixture(autouse=True)
def unnamed(monkeypatch):
    monkeypatch.delenv("CAKUPAN_HOSTS", raising=False)
    monkeypatch.setattr(hosts.streamlit_private, "login_origin", lambda: None)


def answers(*names):
    return hosts.is_ours(Client("203.0.113.9", Headers(raw=[(b"host", name.encode()) for name in names])))


def test_without_configuration_only_localhost_and_addresses_are_answered():
    assert [answers(name) for name in ("localhost", "127.0.0.1", "[2001:db8::1]:80", "10.1.2.3")] == [True] * 4
    assert [answers(name) for name in ("cakupan.example.go.id", "", "10.1.2.3.example")] == [False] * 3
    assert not answers()
    assert not answers("localhost", "evil.example")


def test_names_are_told_by_the_administrator(monkeypatch):
    monkeypatch.setenv("CAKUPAN_HOSTS", " Cakupan.Example.go.id, *.kantor.example ,")
    assert answers("cakupan.example.go.id.")
    assert answers("satu.kantor.example:443")
    assert not answers("kantor.example")
    assert not answers("evil.example")


def test_a_star_answers_to_every_name_that_is_one(monkeypatch):
    monkeypatch.setenv("CAKUPAN_HOSTS", "*")
    assert answers("any.example")
    assert not answers("a b")


def test_the_host_of_the_login_is_known(monkeypatch):
    monkeypatch.setattr(hosts.streamlit_private, "login_origin", lambda: "https://Cakupan.example.go.id:8443")
    assert answers("cakupan.example.go.id:8443")
    assert not answers("evil.example")
