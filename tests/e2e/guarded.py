"""A server with roles and a login, for the tests of who may do what."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from conftest import Server, free_port, running_server
from oidc_provider import CLIENT, CLIENT_SECRET, Provider, running_provider

COOKIE_SECRET = "only the tests know this text, and it is long"  # noqa: S105
ROLES = """
[roles]
"vina@example.go.id" = "viewer"
"ana@example.go.id" = "analyst"
"puji@example.go.id" = "publisher"
"""


@dataclass(frozen=True)
class Guarded:
    """A running app with its provider. roles: the file of roles, which a test may change meanwhile."""

    server: Server
    provider: Provider
    roles: Path

    @property
    def address(self) -> str:
        return self.server.address


@contextmanager
def guarded_server(folder: Path, **environment: str) -> Iterator[Guarded]:
    """An app that knows a provider and three roles."""
    port = free_port()
    callback = f"http://127.0.0.1:{port}/oauth2callback"
    roles = folder / "store" / "roles.toml"
    roles.parent.mkdir()
    roles.write_text(ROLES)
    # The app speaks to the provider on this machine, whatever proxy the machine has.
    direct = {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    with running_provider(callback) as provider:
        secrets = folder / "secrets.toml"
        secrets.write_text(_secrets(callback, provider.address))
        options = ("--secrets.files", str(secrets))
        with running_server(folder, *options, port=port, **direct | environment) as server:
            yield Guarded(server, provider, roles)


def _secrets(callback: str, provider: str) -> str:
    return f"""[auth]
redirect_uri = "{callback}"
cookie_secret = "{COOKIE_SECRET}"
client_id = "{CLIENT}"
client_secret = "{CLIENT_SECRET}"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""
