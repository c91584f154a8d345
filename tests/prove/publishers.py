"""Publishers as processes of their own: one that is killed, and several that race each other."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time

from data.store.roles import User
from data.store.versions import Upload, newest, publish
from errors import DataError
from tests.prove.rows import DATASET, rows_of

_PUBLISHER = User("puji@example.go.id")
_UPLOAD = Upload("november.csv", "a" * 64)


def killed_publisher(seconds: float) -> int:
    """Let a process publish until it is killed, so long after its first word; return what it acknowledged last."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.prove.publishers"], stdout=subprocess.PIPE, text=True, env=os.environ
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    words = [word for word in process.communicate()[0].split("\n")[:-1] if word]
    return int(words[-1]) if words else 0


def racing_publishers(publishers: int, rounds: int) -> list[str]:
    """Let processes publish on one base in each round; return every outcome: `published` or the error's code."""
    context = multiprocessing.get_context("spawn")
    together, outcomes = context.Barrier(publishers), context.Queue()
    processes = [
        context.Process(target=_race, args=(together, outcomes, rounds, number)) for number in range(publishers)
    ]
    for process in processes:
        process.start()
    found = [outcomes.get(timeout=600) for _ in range(publishers * rounds)]
    for process in processes:
        process.join()
    return found


def _race(together, outcomes, rounds: int, number: int) -> None:  # type: ignore[no-untyped-def]
    for base in range(rounds):
        together.wait()
        try:
            publish(_PUBLISHER, DATASET, rows_of(number), _UPLOAD, base)
            outcomes.put("published")
        except DataError as error:
            outcomes.put(error.code)


def main() -> None:
    """Publish one version after another and print each number once it is acknowledged, until killed."""
    print("ready", flush=True)
    while True:
        base = newest(DATASET)
        print(publish(_PUBLISHER, DATASET, rows_of(base + 1), _UPLOAD, base), flush=True)


if __name__ == "__main__":
    main()
