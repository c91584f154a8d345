"""Fair turns: who asks for sixty things does not make the next one wait."""

import asyncio
import threading

import pytest

from components.state.made_once import MadeOnce
from sandbox.fair_queue import FairQueue, LineFullError


def worked(line: FairQueue, asked: list[str]) -> list[str]:
    """In which order those who ask at once get to work, each for a moment."""
    order = []

    async def work(who):
        async with line.turn_of_request(who):
            order.append(who)
            await asyncio.sleep(0.002)

    async def all_at_once():
        await asyncio.gather(*map(work, asked))

    asyncio.run(all_at_once())
    return order


def test_whoever_asks_for_one_goes_before_the_second_of_another():
    assert worked(FairQueue(1), ["a", "a", "a", "b", "c", "a"]) == ["a", "b", "c", "a", "a", "a"]


def test_those_of_one_are_served_in_the_order_they_came():
    assert worked(FairQueue(1), ["a"] * 3) == ["a"] * 3
    assert worked(FairQueue(2), list("abcd")) == list("abcd")


def test_one_who_asks_holds_no_more_places_than_allowed():
    line, most = FairQueue(2, of_one=1), []

    async def work(who):
        async with line.turn_of_request(who):
            most.append([one.who for one in line._line if one.works])
            await asyncio.sleep(0.002)

    async def all_at_once():
        await asyncio.gather(*(work(who) for who in "aaabb"))

    asyncio.run(all_at_once())
    assert max(working.count("a") for working in most) == 1
    assert ["a", "b"] in [sorted(working) for working in most]


def test_too_many_of_one_are_sent_away_and_others_are_not():
    line = FairQueue(1, most_of_one=2, most=3)
    with line.turn(who="a"):
        waiting = threading.Thread(target=lambda: line.turn(who="a").__enter__(), daemon=True)
        waiting.start()
        while line.length < 2:
            pass
        with pytest.raises(LineFullError), line.turn(who="a"):
            pass
        asyncio.run(_leaves_at_once(line))


async def _leaves_at_once(line):
    task = asyncio.ensure_future(_hold(line, "b"))
    await asyncio.sleep(0.01)
    with pytest.raises(LineFullError):
        await _hold(line, "c")  # the line as a whole is full
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert line.length == 2


async def _hold(line, who):
    async with line.turn_of_request(who):
        await asyncio.sleep(60)


def made(asked, kept=None, line=None):
    """Ask for all keys at once; how often each was made, and what came of it."""
    kept, line, begun = kept or MadeOnce(len, 100), line or FairQueue(2), []

    def make(key):
        begun.append(key)
        if key == "bad":
            raise ValueError(key)
        return key.encode() * 10

    async def all_at_once():
        asking = [kept.get(key, lambda key=key: make(key), line, who) for who, key in asked]
        return await asyncio.gather(*asking, return_exceptions=True)

    return asyncio.run(all_at_once()), begun


def test_what_all_ask_for_is_made_once_and_kept():
    kept = MadeOnce(len, 100)
    assert made([("a", "x"), ("b", "x"), ("a", "x")], kept) == ([b"x" * 10] * 3, ["x"])
    assert made([("c", "x")], kept) == ([b"x" * 10], [])
    kept.clear()
    assert made([("c", "x")], kept)[1] == ["x"]


def test_what_is_kept_takes_no_more_room_than_allowed():
    kept = MadeOnce(len, 25)
    for key in "xyxz":  # x was asked for again, so that y goes
        made([("a", key)], kept)
    assert [made([("a", key)], kept)[1] for key in "xzy"] == [[], [], ["y"]]


def test_a_failure_reaches_all_who_wait_and_is_not_kept():
    kept = MadeOnce(len, 100)
    answers, begun = made([("a", "bad"), ("b", "bad")], kept)
    assert [str(answer) for answer in answers] == ["bad", "bad"] and begun == ["bad"]
    assert made([("a", "bad")], kept)[1] == ["bad"]


def test_what_was_begun_before_the_figures_changed_is_not_kept():
    kept = MadeOnce(len, 100)

    def make():
        kept.clear()
        return b"old"

    async def asking():
        return await kept.get("x", make, FairQueue(1), "a")

    assert asyncio.run(asking()) == b"old"
    assert made([("a", "x")], kept)[1] == ["x"]


def test_who_asks_for_what_is_there_is_never_sent_away():
    kept, line = MadeOnce(len, 100), FairQueue(1, most_of_one=1)
    made([("a", "x")], kept, line)
    answers, _ = made([("a", "slow"), ("a", "y"), ("a", "x")], kept, line)
    assert [type(answer) for answer in answers] == [bytes, LineFullError, bytes]
