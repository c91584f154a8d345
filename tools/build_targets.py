"""The bundled table of targets, and the sources of all that stands beside the figures of any dataset."""

from pathlib import Path

import pandas as pd

from data.funding import FUNDING_COLUMNS
from data.settings import read_settings
from data.sources import SOURCE_COLUMNS
from data.targets import TARGET_COLUMNS
from data.text_table import read_text_table

DATA = Path(__file__).parents[1] / "data"
# What facts/domain.md says of the national plans, in the form of facts/targets.csv.
NATIONAL = Path(__file__).with_name("national_targets.csv")
# By the facts' words for who set a target, the id of its series in data/targets.toml.
SERIES = Path(__file__).with_name("target_series.csv")
# The facts' notes, in our own words in both languages.
NOTES = Path(__file__).with_name("target_notes.csv")
_FACTS = ["region_code", "year", "value_printed", "who", "source_id", "note"]
_KEY = ["region_code", "year", "series"]


def target_table(facts: Path) -> pd.DataFrame:
    """Return the national targets and those of the facts, each with its series and a note in both languages.

    Raises DataError for a file that cannot be read, and ValueError where a setter has no series or a note fits no row.
    """
    rows = pd.concat([read_text_table(path, _FACTS).rows[_FACTS] for path in (NATIONAL, facts / "targets.csv")])
    series = read_text_table(SERIES, ["who", "series"]).rows.set_index("who")["series"]
    if unknown := sorted(set(rows["who"]) - set(series.index)):
        raise ValueError(f"{SERIES.name} lacks {unknown}")
    rows = rows.assign(series=rows["who"].map(series)).drop(columns="note")
    notes = read_text_table(NOTES, [*_KEY, "note_id", "note_en"]).rows
    noted = rows.merge(notes, on=_KEY, how="left", validate="one_to_one")
    if len(notes) != noted["note_id"].notna().sum():
        raise ValueError(f"{NOTES.name} has notes to targets that are not there")
    return noted[TARGET_COLUMNS].fillna("")


def sources_beside(targets: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Return the sources that targets, meetings, the table of who pays and the groups of provinces cite."""
    funding = read_text_table(DATA / "funding.csv", FUNDING_COLUMNS).rows
    cited = {*targets["source_id"], *funding["source_id"]}
    cited |= {meeting["source"] for meeting in read_settings(DATA / "meetings.toml")["meetings"]}
    cited |= {group["source"] for group in read_settings(DATA / "region_groups.toml").values()}
    if unknown := sorted(cited - set(sources["source_id"])):
        raise ValueError(f"sources.csv does not describe {unknown}")
    return sources.loc[sources["source_id"].isin(cited), SOURCE_COLUMNS]
