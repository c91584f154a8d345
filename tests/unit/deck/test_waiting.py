"""A build that takes long: one for all who ask the same, and a page meanwhile."""

import asyncio

import pytest

from components.language.i18n import use_language
from components.server.routes import waiting
from components.server.routes.waiting import built


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(waiting, "PATIENCE", 0.02)
    use_language("id")


def builder(seconds, failure=None):
    """A build that takes its time, and how often it was begun."""
    begun = []

    async def build():
        begun.append(1)
        await asyncio.sleep(seconds)
        if failure:
            raise failure
        return "the deck"

    return build, begun


def test_a_page_says_how_long_it_has_taken_until_the_one_build_is_done():
    build, begun = builder(0.1)

    async def asking():
        first = await built(("a",), build, waits=False)
        assert (first.status_code, first.headers["cache-control"]) == (202, "no-store")
        assert b"Sudah 0 detik" in first.body and b'http-equiv="refresh"' in first.body
        await asyncio.sleep(0.1)
        return await built(("a",), build, waits=False)

    assert asyncio.run(asking()) == "the deck"
    assert len(begun) == 1
    assert not waiting._building and not waiting._begun


def test_a_download_waits_and_joins_the_build_of_the_same():
    build, begun = builder(0.1)

    async def asking():
        return await asyncio.gather(*(built(("a",), build, waits=True) for _ in range(3)))

    assert asyncio.run(asking()) == ["the deck"] * 3
    assert len(begun) == 1


def test_another_who_asks_gets_a_build_of_their_own():
    build, begun = builder(0)

    async def asking():
        return await asyncio.gather(built(("ana",), build, waits=True), built(("budi",), build, waits=True))

    asyncio.run(asking())
    assert len(begun) == 2


def test_a_failure_reaches_who_asked_and_is_not_kept():
    build, begun = builder(0, ValueError("broken"))

    async def asking():
        for _ in range(2):
            with pytest.raises(ValueError, match="broken"):
                await built(("a",), build, waits=True)

    asyncio.run(asking())
    assert len(begun) == 2
