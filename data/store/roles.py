"""Who may do what: a role for each address, from a file on the server, read again at every question."""

import os
import tomllib
from dataclasses import dataclass
from typing import Literal

from data.store.paths import roles_file
from data.store.storage_errors import storage
from errors import DataError

Role = Literal["viewer", "analyst", "publisher", "admin", "server"]
Action = Literal["view", "draft", "keep", "remember", "define", "tick", "publish", "restore", "forget", "recover"]

_VIEWER: frozenset[Action] = frozenset({"view"})
_ANALYST: frozenset[Action] = _VIEWER | {"draft", "keep", "remember", "define", "tick"}
_PUBLISHER: frozenset[Action] = _ANALYST | {"publish", "restore"}
_ADMIN: frozenset[Action] = _PUBLISHER | {"forget", "recover"}
ALLOWED: dict[Role, frozenset[Action]] = {
    "viewer": _VIEWER,
    "analyst": _ANALYST,
    "publisher": _PUBLISHER,
    "admin": _ADMIN,
    "server": frozenset({"recover"}),
}
_GIVEN = ("viewer", "analyst", "publisher", "admin")  # `server` is given by no file


def plain_address(address: str) -> str:
    """Return an e-mail address as it is compared everywhere: lower case, no blanks around; "" for none.

    One that is not written in ASCII is none: folded or normalised (NFKC), "ß" is somebody else's "ss" and the Kelvin
    sign somebody else's "k". Of an ASCII text NFKC changes nothing, so that it need not be asked for.
    """
    plain = address.strip().lower()
    return plain if address.isascii() and plain.isprintable() else ""


@dataclass(frozen=True)
class User:
    """Who asks. address: of the verified login as `plain_address` writes it, "" without one.

    local: sits at this machine's own screen, as the page has found (CAKUPAN_LOCAL, loopback, no forwarding).
    server: the program itself, at its start.
    """

    address: str
    local: bool = False
    server: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "address", plain_address(self.address))


SERVER = User("server", server=True)


def require(user: User, action: Action) -> None:
    """Return if a user may do this; who has no role may do nothing.

    Raises DataError `not_allowed` (who, action, role: "" for none), and as `role_of` does.
    """
    role = role_of(user)
    if role is None or action not in ALLOWED[role]:
        raise DataError("not_allowed", who=user.address, action=action, role=role or "")


def role_of(user: User) -> Role | None:
    """Return a user's role, None for who has none.

    The local user is a publisher where CAKUPAN_LOCAL is 1, whatever the page says otherwise.
    Raises DataError `roles_file_damaged` (file, reason), and those of storage: nobody may do anything then.
    """
    if user.server:
        return "server"
    if user.local:
        return "publisher" if os.environ.get("CAKUPAN_LOCAL") == "1" else None
    return read_roles().get(user.address) if user.address else None


def read_roles() -> dict[str, Role]:
    """Return the role of each address, lower case; none where there is no file.

    The file is TOML: a table `roles` of lines such as `"siti@example.go.id" = "publisher"`.
    """
    path = roles_file()
    with storage():
        text = path.read_bytes() if path.exists() else b""
    try:
        given = tomllib.loads(text.decode("utf-8")).get("roles", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError("roles_file_damaged", file=path.name, reason=str(error)) from error
    return _checked(given, path.name)


def _checked(given: object, file: str) -> dict[str, Role]:
    if not isinstance(given, dict):
        raise DataError("roles_file_damaged", file=file, reason="roles")
    roles: dict[str, Role] = {}
    for address, role in given.items():
        # An address under two roles, one that can be nobody's, or a role we do not know, is a mistake of whoever
        # wrote the file.
        plain = plain_address(address)
        if role not in _GIVEN or not plain or plain in roles:
            raise DataError("roles_file_damaged", file=file, reason=f"{address} = {role}")
        roles[plain] = role
    return roles
