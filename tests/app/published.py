"""What is published in the tests of the pages: a few figures of Bengkulu."""

from components.state import users
from data.bundled import load_bundled
from data.observations import STORED_COLUMNS
from data.store.drafts import Meets, save_draft
from data.store.versions import Upload, newest, publish

NAME = "cabang"
ABOUT = {"title": {"id": "Laporan cabang", "en": "Branch report"}}


def figures(kaur: float):
    """The reported figures of Bengkulu in November 2024, Kaur's coverage as given; all by one source."""
    rows = load_bundled("reported").observations
    rows = rows.loc[rows["region_code"].str.startswith("17") & (rows["period"] == "2024-11"), STORED_COLUMNS]
    rows = rows.reset_index(drop=True)
    is_kaur = (rows["region_code"] == "17.04") & (rows["indicator"] == "coverage")
    return rows.assign(value=rows["value"].mask(is_kaur, kaur), source_id="cabang", value_printed="")


def upload(name: str = "laporan.csv", note: str = "") -> Upload:
    return Upload(name, "a" * 64, note, ABOUT)


def publish_kaur(kaur: float, file: str = "laporan.csv", note: str = "") -> int:
    """Publish one more version; needs the fixture `sits_here`."""
    return publish(users.LOCAL, NAME, figures(kaur), upload(file, note), newest(NAME))


def draft_kaur(kaur: float, user=users.LOCAL, file: str = "draf.csv"):
    return save_draft(user, Meets(NAME, newest(NAME)), upload(file), figures(kaur))
