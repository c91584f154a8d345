"""A store of one's own, and the user of a page."""

import pytest
import streamlit as st

from components.language.i18n import use_language
from components.state import users
from data.store.roles import User


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch):
    """Return the folder of an empty store that knows a viewer and an analyst."""
    roles = '[roles]\n"vina@example.go.id" = "viewer"\n"ana@example.go.id" = "analyst"\n'
    (tmp_path / "roles.toml").write_text(roles)
    monkeypatch.setenv("CAKUPAN_STORE", str(tmp_path))
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    for name in ("CAKUPAN_TABLES", "CAKUPAN_ROLES"):
        monkeypatch.delenv(name, raising=False)
    use_language("id")
    return tmp_path


@pytest.fixture
def sits(monkeypatch):
    """Return a function that puts somebody before the page, in a session of their own."""

    def before_the_page(user: User) -> User:
        monkeypatch.setattr(users, "current_user", lambda: user)
        monkeypatch.setattr(st, "session_state", {})
        return user

    return before_the_page
