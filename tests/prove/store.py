"""Prove the store's promises by force: each proof tells what it promises, what it found and whether it holds."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from data.store.durable import log_entry
from data.store.journal import read_journal, verify
from data.store.recovery import recover
from data.store.roles import User
from data.store.versions import Upload, newest, open_version, publish, restore, versions
from tests.prove.publishers import killed_publisher, racing_publishers
from tests.prove.rows import DATASET, rows_of, value_of

Proof = Callable[[], tuple[str, str, bool]]
PUBLISHER = User("puji@example.go.id")
UPLOAD = Upload("november.csv", "a" * 64)
KILLS, PUBLISHERS, ROUNDS, VERSIONS, TEARS = 30, 8, 20, 300, 20


def kill_publishers() -> tuple[str, str, bool]:
    """Kill a process with -9 while it publishes one version after another; look at what it left."""
    acknowledged = lost = set_aside = 0
    for kill in range(KILLS):
        last = killed_publisher(seconds=0.05 + 0.5 * kill / KILLS)
        set_aside += len(recover())
        lost += newest(DATASET) < last
        lost += any(value_of(open_version(DATASET, number)) != number for number in {last, newest(DATASET)} - {0})
        acknowledged = max(acknowledged, last)
    after = publish(PUBLISHER, DATASET, rows_of(newest(DATASET) + 1), UPLOAD, newest(DATASET))
    found = f"{KILLS} kills, {acknowledged} acknowledged, {newest(DATASET)} there, {lost} lost, {set_aside} set aside"
    return "nothing acknowledged lost, none set aside", found, lost == set_aside == 0 and after > 0 and not verify()


def race_publishers() -> tuple[str, str, bool]:
    """Let processes publish on the same base at the same moment, round after round."""
    outcomes = racing_publishers(PUBLISHERS, ROUNDS)
    wins, lines = outcomes.count("published"), len(read_journal())
    others = sorted(set(outcomes) - {"published", "published_meanwhile"})
    files = len(list(Path(os.environ["CAKUPAN_STORE"], "tables", DATASET).glob("*.parquet")))
    found = f"{wins} won, {outcomes.count('published_meanwhile')} told, others {others}, {files} files, {lines} lines"
    kept = wins == newest(DATASET) == files == ROUNDS and not others and lines == len(outcomes) and not verify()
    return f"{PUBLISHERS} publishers, {ROUNDS} rounds: exactly {ROUNDS} win", found, kept


def open_many_versions() -> tuple[str, str, bool]:
    """Publish many versions, then list them, open the first, a middle and the last, and restore the first."""
    took = [
        _timed(lambda base=base: publish(PUBLISHER, DATASET, rows_of(base + 1), UPLOAD, base))
        for base in range(VERSIONS)
    ]  # type: ignore[misc]
    listed = _timed(lambda: versions(DATASET))
    opened = [_timed(lambda number=number: open_version(DATASET, number)) for number in (1, VERSIONS // 2, VERSIONS)]  # type: ignore[misc]
    restored = _timed(lambda: restore(PUBLISHER, DATASET, 1, VERSIONS))
    found = (
        f"publish median {statistics.median(took):.0f}, last {took[-1]:.0f}; list {listed:.0f}; "
        f"open {', '.join(f'{one:.0f}' for one in opened)}; restore {restored:.0f} ms"
    )
    kept = len(versions(DATASET)) == VERSIONS + 1 and value_of(open_version(DATASET, VERSIONS + 1)) == 1
    return f"{VERSIONS} versions: each can be opened", found, kept


def tear_logs() -> tuple[str, str, bool]:
    """Cut the newest log entry at many places, as a power cut may, and start the server."""
    publish(PUBLISHER, DATASET, rows_of(1), UPLOAD, 0)
    served = 0
    for tear in range(TEARS):
        publish(PUBLISHER, DATASET, rows_of(2), UPLOAD, 1)
        entry = log_entry(Path(os.environ["CAKUPAN_STORE"], "tables", DATASET), 2)
        os.truncate(entry, (entry.stat().st_size - 2) * tear // TEARS)
        (found,) = recover()
        served += found.served == newest(DATASET) == value_of(open_version(DATASET, 1)) == 1
    return "the version before is served", f"{served} of {TEARS} torn entries", served == TEARS


def _timed(action: Callable[[], object]) -> float:
    """Return how long it took, in milliseconds."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


PROOFS = (kill_publishers, race_publishers, open_many_versions, tear_logs)


def in_a_store(prove: Proof) -> Proof:
    """Return a proof that runs in a new store of its own."""

    @wraps(prove)
    def run() -> tuple[str, str, bool]:
        with tempfile.TemporaryDirectory(prefix="cakupan-prove-") as folder:
            os.environ["CAKUPAN_STORE"] = folder
            Path(folder, "roles.toml").write_text(f'[roles]\n"{PUBLISHER.address}" = "publisher"\n', encoding="utf-8")
            return prove()

    return run
