"""The login beside every page: a way in only where one is configured."""

import pytest

from components.screens import login


@pytest.mark.parametrize(("auth", "buttons"), [({}, []), ({"client_id": "cakupan"}, ["Masuk"])])
def test_there_is_a_button_only_where_a_login_is_configured(opened, monkeypatch, auth, buttons):
    monkeypatch.setattr(login.streamlit_private, "login_settings", lambda: auth)
    screen = opened("sources")
    assert [one.label for one in screen.app.sidebar.button if one.key.startswith("log")] == buttons
    assert screen.failed == []
