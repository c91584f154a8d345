"""Build the bundled datasets: `python -m tools.build_datasets ../shared/facts`.

The reported set is read as a user's file would be, so that a fault in it is refused here, and written anew in
the project's own form. The simulated set is made from the region table.
"""

import argparse
import gzip
from pathlib import Path

import pandas as pd

from data.causes import read_causes, read_rivals
from data.observations import read_observations
from data.regimes import REGIME_COLUMNS, universes
from data.schema import COUNTS, FILE_COLUMNS
from data.simulate import simulate
from data.sources import SOURCE_COLUMNS, cited, read_sources
from data.stated import PLACE_COLUMNS
from data.store.catalogue import SETS, load_dataset
from tools.build_targets import DATA, sources_beside, target_table
from tools.source_grades import graded

# The month in which the facts were collected, as their domain.md states.
RETRIEVED = "2026-11"
CORRECTED = Path(__file__).with_name("corrected_sources.csv")
# What notes of the facts say beside their own figure: what a second source prints, and the cause that a source gives.
RIVALS, CAUSES = (Path(__file__).with_name(name) for name in ("rivals.csv", "causes.csv"))
_NUMBERS = {"six": "6", "ten": "10", "fifteen": "15"}
_PLACE = (
    rf"^(?P<place>highest|lowest)(?: of (?:the )?(?P<word>\d+|{'|'.join(_NUMBERS)})| in \w+| of the province)?(?:;|$)"
)
SIMULATION = {
    "source_id": "simulation",
    "title": "Simulasi Cakupan",
    "publisher": "Cakupan",
    "published": "",
    "url": "",
    "retrieved": "",
    "grade": "",
    "note": "from a fixed seed and the region table; total of eligible workers: Bisnis, July 2025",
}


def main() -> None:
    """Write both sets into data/sets/, and beside them what holds for all datasets."""
    parser = argparse.ArgumentParser(description="Build the bundled datasets.")
    parser.add_argument("facts", type=Path, help="folder with reported.csv, targets.csv, sources.csv and regions.csv")
    facts = parser.parse_args().facts
    sources = graded(corrected(read_sources(facts / "sources.csv"))).assign(retrieved=RETRIEVED)
    build_targets(facts, sources)
    build_reported(facts, sources, SETS / "reported")
    build_simulated(read_regions(facts / "regions.csv"), SETS / "simulated")


def corrected(sources: pd.DataFrame) -> pd.DataFrame:
    """Put the titles, days and addresses in place that were found after the facts were collected, new pages last."""
    found = read_sources(CORRECTED)
    known = found["source_id"].isin(sources["source_id"])
    table = sources.set_index("source_id")
    table.update(found[known].set_index("source_id"))
    return pd.concat([table.reset_index(), found[~known]])[SOURCE_COLUMNS]


def build_reported(facts: Path, sources: pd.DataFrame, folder: Path) -> None:
    """Write the printed figures and their sources."""
    observations = coded(read_observations(facts / "reported.csv"))
    (folder / "observations.csv").write_bytes(csv_bytes(file_form(observations)))
    (folder / "sources.csv").write_bytes(csv_bytes(sources[SOURCE_COLUMNS]))
    (folder / "places.csv").write_bytes(csv_bytes(stated_places(observations)))
    (folder / "causes.csv").write_bytes(csv_bytes(read_causes(CAUSES)))
    (folder / "rivals.csv").write_bytes(csv_bytes(read_rivals(RIVALS)))
    print(f"reported: {len(observations)} observations, {len(sources)} sources")


def coded(observations: pd.DataFrame) -> pd.DataFrame:
    """Write what the denominators count as codes; a wording that universes.toml does not hold is refused."""
    codes = {"": ""} | {titles["en"]: code for code, titles in universes().items()}
    if unknown := set(observations["universe"]) - set(codes):
        raise SystemExit(f"universes.toml does not hold: {sorted(unknown)}")
    segments = {"pu and bpu only": "pu+bpu", "without jakon": "pu+bpu"}
    return observations.assign(
        universe=observations["universe"].map(codes),
        segments_included=observations["segments_included"].replace(segments),
    )


def build_targets(facts: Path, sources: pd.DataFrame) -> None:
    """Write the targets, and the sources of these, of meetings and of who pays."""
    targets = target_table(facts)
    (DATA / "targets.csv").write_bytes(csv_bytes(targets))
    (DATA / "sources.csv").write_bytes(csv_bytes(sources_beside(targets, sources)))
    print(f"targets: {len(targets)} figures")


def stated_places(observations: pd.DataFrame) -> pd.DataFrame:
    """Return the places that notes state as `highest of the ten` or `lowest in Bali`, as data.stated reads them.

    A place among a part of a province ("highest of Madura") is none of the province's and is left out.
    """
    found = observations["note"].str.extract(_PLACE)
    counted = found["word"].map(_NUMBERS).fillna(found["word"].where(found["word"].str.isdecimal() == True, ""))  # noqa: E712
    places = observations.assign(place=found["place"], of=counted)[PLACE_COLUMNS]
    return places[places["place"].notna()]


def build_simulated(regions: pd.DataFrame, folder: Path) -> None:
    """Write the simulation, with the sources of the figures that it passes through."""
    reported = load_dataset("reported")
    observations = simulate(regions, reported.observations)
    printed = reported.sources[reported.sources["source_id"].isin(cited(observations))]
    described = pd.concat([pd.DataFrame([SIMULATION]), printed])[SOURCE_COLUMNS]
    # mtime=0: the same figures give the same file, whenever they are built.
    packed = gzip.compress(csv_bytes(observations), mtime=0)
    (folder / "observations.csv.gz").write_bytes(packed)
    (folder / "sources.csv").write_bytes(csv_bytes(described))
    print(f"simulated: {len(observations)} observations, {len(packed)} bytes")


def file_form(observations: pd.DataFrame) -> pd.DataFrame:
    """Return the columns that a file holds, counts as whole numbers; no value, for it follows from them.

    A column that may stay empty and is, is left out.
    """
    spare = ["counts_source_id", *REGIME_COLUMNS]
    columns = [column for column in FILE_COLUMNS if column not in spare or observations[column].ne("").any()]
    table = observations[columns].copy()
    for column in COUNTS:
        table[column] = table[column].astype("Int64")
    return table


def read_regions(path: Path) -> pd.DataFrame:
    """Read the region table; codes as text."""
    return pd.read_csv(path, dtype={"region_code": str, "parent_code": str, "bps_code": str})


def csv_bytes(table: pd.DataFrame) -> bytes:
    """Return the table as CSV, the same bytes on every system."""
    return table.to_csv(index=False, lineterminator="\n").encode("utf-8")


if __name__ == "__main__":
    main()
