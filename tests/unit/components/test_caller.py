"""Who sits at this machine: by address, name, page and the headers of proxies."""

import pytest
from starlette.datastructures import Headers

from components.state.client import Client, caller_of, host_name, is_loopback, sits_here


def caller(address="127.0.0.1", host="localhost:8501", **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Client(address, Headers({"host": host} | named))


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"])
@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8501", "localhost.", "127.0.0.1:80", "[::1]:8501"])
def test_who_sits_here(address, host):
    assert sits_here(caller(address, host))


@pytest.mark.parametrize("address", ["", "192.168.1.7", "10.0.0.1", "::2", "::ffff:10.0.0.1", "localhost", "8.8.8.8"])
def test_another_machine_or_a_connection_without_address_is_not_here(address):
    assert not sits_here(caller(address))


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.7", "127.1", "[::1"],
)
def test_another_name_is_not_here(host):
    assert not sits_here(caller(host=host))


@pytest.mark.parametrize(
    "header",
    [
        *("forwarded", "via", "x_forwarded_for", "x_forwarded_proto", "x_forwarded_prefix", "x_real_ip", "x_client_ip"),
        *("x_original_host", "cf_connecting_ip", "true_client_ip", "x_envoy_external_address", "x_amzn_trace_id"),
    ],
)
def test_through_a_proxy_nobody_is_here_whatever_the_header_says(header):
    assert not sits_here(caller(**{header: "127.0.0.1"}))
    assert not sits_here(caller(**{header: ""}))


def test_only_our_own_page_acts_for_who_sits_here():
    assert sits_here(caller(origin="http://localhost:8501"))
    for foreign in ("http://localhost:3000", "http://127.0.0.1:8501", "https://evil.example", "null", "http://[", "x"):
        assert not sits_here(caller(origin=foreign))


def test_a_host_that_is_not_exactly_one_is_none():
    assert host_name([]) == ""
    assert host_name(["localhost", "localhost"]) == ""
    for malformed in ("a b", "user@localhost", "localhost:port", "localhost/", "localhost:", "http://localhost", "a,b"):
        assert host_name([malformed]) == ""
    assert host_name(["[2001:DB8::1]:80"]) == "2001:db8::1"


def test_an_address_in_words_is_no_loopback():
    assert not is_loopback("localhost")
    assert not is_loopback("")


def test_a_request_without_client_comes_from_nowhere():
    assert caller_of({"type": "http", "headers": [(b"host", b"localhost")], "client": None}).address == ""
