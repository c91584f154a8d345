"""Measure our map and three others, and a click on each page, in one run: `make bench`.

With the folder of an earlier checkout, `make bench BEFORE=../earlier`, its clicks are measured beside ours.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.cdn import rebuilt
from tests.bench.clicks import click_table
from tests.bench.contestants import CONTESTANTS, ROOT
from tests.bench.inputs import write_inputs
from tests.bench.measure import Lab, measure
from tests.bench.report import as_markdown
from tools.build_bundles import main as build_bundles

REPORT = ROOT / ".cache" / "bench.md"


def main() -> None:
    """About eight minutes; prints the report and keeps it. Slow is a result, never a failure."""
    build_bundles()
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = Path(place)
        shape = write_inputs(folder)
        with rebuilt(folder) as cdn:
            results = []
            for contestant in CONTESTANTS:
                print(f"{contestant.name} …", file=sys.stderr, flush=True)
                results.append(measure(contestant, Lab(playwright, folder, cdn)))
            report = as_markdown(shape, results, cdn.missing if cdn else {"all of them"})
    earlier = {"before": Path(sys.argv[1]).resolve()} if len(sys.argv) > 1 else {}
    report += "\n" + click_table(earlier | {"now": ROOT}) + "\n"
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report, "utf-8")
    print(report)


if __name__ == "__main__":
    main()
