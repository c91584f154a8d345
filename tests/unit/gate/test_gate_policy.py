"""The rules a browser gets: as narrow as each kind of answer allows."""

import folium

from components.server.security.policy import file_policy, frame_policy, page_policy

HTML = "<head><script>\n  window.prerenderReady = false\n</script><script src='x.js'></script></head>"


def rules(policy):
    return {name: set(values.split()) for name, _, values in (rule.partition(" ") for rule in policy.split("; "))}


def test_every_policy_begins_with_nothing_and_allows_no_plugin_and_no_form():
    for policy in (file_policy(), page_policy(HTML), frame_policy()):
        assert rules(policy)["default-src"] == {"'none'"}
        assert rules(policy)["form-action"] == {"'none'"}
        assert "*" not in policy.split()


def test_an_inline_script_is_known_by_its_hash():
    # printf '\n  window.prerenderReady = false\n' | openssl dgst -sha256 -binary | base64
    assert "'sha256-4u1OPAdtCr8+M1HRaukHjIcJ16zKttM2uTopyOMkJqA='" in rules(page_policy(HTML))["script-src"]
    assert not {"'unsafe-inline'", "'unsafe-eval'"} & rules(page_policy(HTML))["script-src"]


def test_the_frame_loads_from_the_hosts_that_folium_names_and_no_others():
    named = {f"https://{url.split('/')[2]}" for _name, url in [*folium.Map.default_js, *folium.Map.default_css]}
    hosts = {value for values in rules(frame_policy()).values() for value in values if value.startswith("https://")}
    assert hosts == named | {"https://tile.openstreetmap.org"}


def test_a_file_opened_by_itself_may_do_nothing():
    assert set().union(*rules(file_policy()).values()) == {"'none'"}
