"""The key of the dataset that an address names, for those who may take it away."""

from components.state import cache
from components.state.open_drafts import open_draft
from data.bundled import bundled_ids
from data.store import catalogue
from data.store.catalogue import is_draft, key_of
from data.store.naming import number_in
from data.store.roles import User
from errors import DataError


class UnknownError(KeyError):
    """An address names what is not known here, or not to this user."""


def key_for(user: User, name: str, number: str) -> str:
    """Return the key of `set` and `v` of an address, its figures ready to be read.

    Raises UnknownError for what is not known here; a draft is its owner's, and for others there is none.
    """
    if is_draft(name):
        return _draft(user, name)
    if name in bundled_ids():
        return name
    newest = cache.published().get(name, 0)
    if not 1 <= number_in(number) <= newest:
        raise UnknownError(f"{name} {number}".strip())
    key = key_of(name, number_in(number))
    cache.settle(key, catalogue.stamp(key))
    return key


def _draft(user: User, name: str) -> str:
    try:
        cache.settle(name, str(open_draft(user, name).base))
    except DataError as error:
        raise UnknownError(name) from error
    return name
