"""What any two versions of a dataset differ in: figures, or boundaries."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.language.error_messages import problem_sentence
from components.language.i18n import N_, _, integer, ngettext
from components.screens.difference_tables import counts_sentence, difference_csv, show_difference_tables, show_rows
from components.screens.versions import read_versions, titles_of
from components.state import boundary_cache, records, reference
from data.export import to_csv
from data.store.catalogue import key_of, stamp
from data.store.naming import BOUNDARIES
from data.store.versions import Version
from errors import DataError

CHANGES = {"added": N_("added"), "changed": N_("changed"), "gone": N_("gone")}


def show_difference(dataset: str) -> None:
    """Two pickers, counts, tables, and all of it as CSV."""
    found = read_versions(dataset)
    if len(found) < 2:
        if found:
            st.info(_("There is one version; with a second one their difference stands here."))
        return
    before, after = _select_two(dataset, found)
    if before == after:
        st.info(_("Choose two different versions."))
        return
    try:
        (_show_boundaries if dataset == BOUNDARIES else _show_figures)(dataset, before, after)
    except DataError as error:
        st.error(problem_sentence(error))


def _select_two(dataset: str, found: Sequence[Version]) -> tuple[int, int]:
    """The newest against the one before it, to begin with."""
    numbers = [version.number for version in found]
    titles = titles_of(found)
    with st.container(horizontal=True):
        after = st.selectbox(_("Version"), numbers, format_func=titles.__getitem__, key=f"after_{dataset}", width=440)
        before = st.selectbox(
            _("compared with"), numbers, index=1, format_func=titles.__getitem__, key=f"before_{dataset}", width=440
        )
    return before, after


def _show_figures(dataset: str, before: int, after: int) -> None:
    found = records.difference(dataset, before, after, _stamps(dataset, before, after))
    st.markdown(counts_sentence(found))
    if len(found.added) + len(found.changed) + len(found.gone):
        show_difference_tables(found)
        _offer_csv(lambda: difference_csv(found), f"{dataset}-v{before}-v{after}.csv")


def _show_boundaries(dataset: str, before: int, after: int) -> None:
    found = boundary_cache.boundary_difference(before, after, _stamps(dataset, before, after))
    counts = found["change"].value_counts()
    said = [
        ngettext("{count} boundary added", "{count} boundaries added", int(counts.get("added", 0))),
        ngettext("{count} changed", "{count} changed", int(counts.get("changed", 0))),
        ngettext("{count} gone", "{count} gone", int(counts.get("gone", 0))),
    ]
    st.markdown(" · ".join(said))
    if len(found):
        show_rows(_("Boundaries: {count}", count=integer(len(found))), _boundaries_table(found), expanded=True)
        _offer_csv(lambda: to_csv(found), f"{dataset}-v{before}-v{after}.csv")


def _boundaries_table(found: pd.DataFrame) -> pd.DataFrame:
    """The largest change of area first."""
    order = found["km2_change"].abs().fillna(found["km2_before"]).fillna(found["km2_after"])
    rows = found.loc[order.sort_values(ascending=False).index]
    return pd.DataFrame(
        {
            _("Region"): rows["region_code"].map(reference.names()).fillna(rows["region_code"]),
            _("What"): rows["change"].map({kind: _(title) for kind, title in CHANGES.items()}),
            _("Before, km²"): rows["km2_before"].round(1),
            _("After, km²"): rows["km2_after"].round(1),
            _("Change, km²"): rows["km2_change"].round(1),
            _("The same, %"): (100 * rows["same_share"]).round(1),
        }
    )


def _offer_csv(content, name: str) -> None:
    st.download_button(_("Download the difference as CSV"), content, file_name=name, mime="text/csv", on_click="ignore")


def _stamps(dataset: str, *numbers: int) -> str:
    return " ".join(stamp(key_of(dataset, number)) for number in numbers)
