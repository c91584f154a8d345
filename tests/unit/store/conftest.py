"""A store in a folder of its own."""

import pytest

from tests.unit.store.people import ROLES


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch):
    """Return the folder of an empty store that knows the roles above."""
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / "roles.toml").write_text(ROLES)
    monkeypatch.setenv("CAKUPAN_STORE", str(folder))
    for name in ["CAKUPAN_TABLES", "CAKUPAN_ROLES", "CAKUPAN_LOCAL"]:
        monkeypatch.delenv(name, raising=False)
    return folder
