"""Every long proof, one after the other, as one Markdown table: `python -m tests.prove.run`."""

import logging
import sys
import time

from tests.prove.briefs import PROOFS as EXPORTS
from tests.prove.files import read_hostile_files
from tests.prove.store import PROOFS, in_a_store
from tests.prove.village import preview_villages


def main() -> int:
    """Print a row for each proof as soon as it is there; 1 where a promise was broken."""
    logging.getLogger("streamlit").setLevel(logging.ERROR)  # no page is drawn here, which it would say at each step
    logging.getLogger("data.store.recovery").setLevel(logging.ERROR)  # what it sets aside is counted in the table
    logging.getLogger("sandbox.child").setLevel(logging.CRITICAL)  # crashes are counted in the table
    sound = True
    print("| proof | promise | found | seconds |\n|---|---|---|---|", flush=True)
    for prove in (*map(in_a_store, PROOFS), read_hostile_files, preview_villages, *EXPORTS):
        start = time.perf_counter()
        promise, found, kept = prove()
        seconds = time.perf_counter() - start
        mark = "" if kept else " **broken**"
        print(f"| {prove.__name__.replace('_', ' ')} | {promise} | {found}{mark} | {seconds:.0f} |", flush=True)
        sound = sound and kept
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
