"""Names of files: in words, so that nobody who finds one in a folder takes a simulation for a report."""

from components.language.i18n import _, own
from components.report.labels import dataset_title, region_title, segment_title, view_title
from components.state import reference
from components.state.selection import Selection
from data.dataset import Dataset
from data.names import slug
from data.store.catalogue import is_draft, split_key

# Letters of one part: several of them follow each other, and paths of Windows end after 260.
LONGEST = 48


def file_word(name: str, most: int = LONGEST) -> str:
    """Return a name as small letters, digits and hyphens, in whole words; "" where nothing of it is either."""
    return slug(name, most)


def file_stem(*names: str) -> str:
    """Return `cakupan` and names, parted by hyphens; what is empty is left out."""
    return "-".join(part for part in ("cakupan", *map(file_word, names)) if part)


def dataset_word(dataset: Dataset) -> str:
    """Return the words for a dataset in a file's name: SIMULASI first of all where it is one, and its version."""
    title = _("SIMULATION") if dataset.simulated else dataset_title(dataset)
    _name, number = split_key(dataset.id)
    return f"{title} v{number}" if number and not is_draft(dataset.id) else title


def view_stem(selection: Selection, dataset: Dataset, *, own_name: str = "", region: str = "") -> str:
    """Return `cakupan-simulasi-bengkulu-cakupan-kepesertaan-2024-11`: dataset, place, indicator, segment and period.

    own_name: what a deck was kept under; region: the one that the file is about, in place of the area.
    """
    indicator = own(reference.indicators()[selection.indicator].title)
    segment = "" if selection.segment == "all" else segment_title(selection.segment)
    place = region_title(region) if region else view_title(selection)
    return file_stem(dataset_word(dataset), own_name, place, indicator, segment, selection.period)
