"""Measure our map and three others in one run: `make bench`, or `python -m tests.bench.run`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.cdn import rebuilt
from tests.bench.contestants import CONTESTANTS
from tests.bench.inputs import write_inputs
from tests.bench.measure import Lab, measure


def main():
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        print(write_inputs(folder))
        with rebuilt(folder) as cdn, sync_playwright() as playwright:
            lab = Lab(playwright, folder, cdn)
            for c in CONTESTANTS:
                if len(sys.argv) > 1 and sys.argv[1] not in c.name:
                    continue
                f = measure(c, lab)
                print(f.name, f.loads, cdn.missing)
                ms = [m.milliseconds for m in f.moves]
                print(ms, [m.received for m in f.moves], [round(m.cpu_seconds, 3) for m in f.moves], flush=True)


main()
