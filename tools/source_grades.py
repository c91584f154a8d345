"""How near a source is to whoever counted: official, quoted from an official, or press.

official: published by BPJS Ketenagakerjaan, BPS or a government body, by its publisher or an address under go.id.
quoted_official: a paper whose title has such a body or an officer speak or act, or whose note or title says that its
figures are theirs. press: all others; a title that only names BPJS ("Peserta BPJS Ketenagakerjaan di …") does not say
who was asked, so the rule errs towards the lower grade. Where it is known to err, source_grades.csv goes before it.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd

OVERRIDES = Path(__file__).with_name("source_grades.csv")
_BODIES = re.compile(r"(?:BPJS Ketenagakerjaan|BPS|Badan Pusat Statistik|Pem(?:kab|kot|ko|prov)|Satu ?[Dd]ata)\b")
_SPEAKER = (
    r"(?:BPJS|BJPS|BPJamsostek|Pemprov|Pemkab|Pemkot|Pemko|Pemerintah|Bupati|Wali ?Kota|Gubernur|Wapres|Kajati|Kejati|"
    r"Kepala|Kacab|DPRD|Bappenas|Disnakertrans|Gus Ipul)\b"
)
_SPEAKS = re.compile(rf"(?:^|[,/] |\bdan ){_SPEAKER}", re.IGNORECASE)
_THEIRS = re.compile(r"satudata kemnaker|ministry figures|RDP DPR|as quoted", re.IGNORECASE)


def graded(sources: pd.DataFrame) -> pd.DataFrame:
    """Return the sources with their grade. sources: source_id, publisher, title, url and note."""
    by_hand = pd.read_csv(OVERRIDES, dtype=str).set_index("source_id")["grade"]
    if unknown := set(by_hand.index) - set(sources["source_id"]):
        raise SystemExit(f"{OVERRIDES.name} grades sources that are not there: {sorted(unknown)}")
    found = [grade_of(row.publisher, row.title, row.url, row.note) for row in sources.itertuples()]
    by_rule = pd.Series(found, index=sources.index)
    return sources.assign(grade=sources["source_id"].map(by_hand).fillna(by_rule))


def grade_of(publisher: str, title: str, url: str, note: str) -> str:
    """Return the grade by the rule."""
    host = urlsplit(url).hostname or ""
    if _BODIES.match(publisher) or host == "go.id" or host.endswith(".go.id"):
        return "official"
    return "quoted_official" if _SPEAKS.search(title) or _THEIRS.search(f"{title} {note}") else "press"
