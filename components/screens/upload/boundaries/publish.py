"""Publish boundaries: what will change, what was seen, and the new version at once on the publisher's own maps."""

import hashlib
from contextlib import suppress

import pandas as pd
import streamlit as st

from components.explorer import data_urls
from components.language.error_messages import problem_sentence
from components.language.i18n import _, ngettext
from components.screens.boundary_notices import boundaries_sentence
from components.screens.upload.boundaries.file import BoundaryFile
from components.screens.upload.boundaries.file import Upload as Draft
from components.screens.upload.boundaries.findings import LOST, OPEN, Findings
from components.screens.upload.boundaries.tray import JOINED
from components.state import boundary_cache, users
from components.state.callbacks import unbroken
from components.state.error_log import in_background
from components.state.pinned_boundaries import pin
from components.state.selection import link_parameters
from components.state.session import current
from data.store.preferences import remember_alias
from data.store.versions import Upload, newest, open_version, publish
from errors import DataError
from geo.boundaries import REGENCIES_ZIP
from geo.boundary_sets import BUNDLED, DATASET, boundaries_key, bundled_rows, merged
from geo.matching.resolve import settling_key
from geo.uploads.match_features import LEFT_OUT, Matched
from geo.uploads.published_rows import boundary_rows

NOTE_MOST = 500
# Somebody else has published, or this version is there and could only not be confirmed or journalled.
ALL_THE_SAME = ("published_meanwhile", "publish_unconfirmed", "journal_failed")


def show_publishing(file: BoundaryFile, matched: Matched, found: Findings, draft: Draft, settled: bool) -> None:
    """Show the last step: nothing open, everything seen, a note, and the button."""
    rows = rows_of(file, matched, draft, found)
    if draft.published:
        _say_published(draft.published)
    st.markdown(
        ngettext(
            "{count} region gets a new boundary; all others keep the one they have.",
            "{count} regions get a new boundary; all others keep the one they have.",
            len(rows),
        )
    )
    if not settled:
        st.info(_("Settle the coordinate system first."))
    if found.count(OPEN):
        st.info(_("Settle every feature above first, or leave it out."))
    seen = not found.count(LOST) or st.checkbox(
        ngettext(
            "I have seen that {count} feature or region gets no new boundary.",
            "I have seen that {count} features or regions get no new boundary.",
            found.count(LOST),
        ),
        key=f"outline_seen_{draft.file_id}",
    )
    note = st.text_input(_("Note on this version"), max_chars=NOTE_MOST, key="outline_note")
    if not users.may(users.current_user(), "publish"):
        st.info(_("Your role may check boundaries, and not publish them: ask a publisher."))
        return
    published = bool(draft.published) and draft.published == draft.base
    ready = settled and seen and not found.count(OPEN) and len(rows) > 0 and not published
    if st.button(_("Publish these boundaries"), type="primary", disabled=not ready, key="outline_publish"):
        with st.spinner(_("Publishing …")):
            _publish(rows, file, matched, draft, note)


def rows_of(file: BoundaryFile, matched: Matched, draft: Draft, found: Findings) -> pd.DataFrame:
    """Return the rows that publishing would write, of this file alone."""
    mended = found.rows[(found.rows["level"] == "mended") & found.rows["feature"].gt(0)]
    texts = {
        int(feature): ", ".join(dict.fromkeys(group["code"])) for feature, group in mended.groupby("feature")
    }  # codes: the row outlives the publisher's language
    single = {code: feature for code, feature in draft.parts.items() if feature != JOINED}
    return boundary_rows(matched, file.shapes, texts, file.name, single)


def _publish(rows: pd.DataFrame, file: BoundaryFile, matched: Matched, draft: Draft, note: str) -> None:
    try:
        previous = open_version(DATASET, draft.base) if draft.base else None
        whole = merged(previous, rows)
        number = publish(users.current_user(), DATASET, whole, Upload(file.name, file.sha256, note), draft.base)
    except DataError as error:
        st.error(problem_sentence(error))
        # Regions are replaced one by one: what came in between is kept by the next press of the button.
        draft.base = newest(DATASET) if error.code in ALL_THE_SAME else draft.base
        return
    _remember(matched)
    draft.base = draft.published = number
    show_version(number)
    st.rerun()  # what stands above speaks of the boundaries shown before


def _say_published(number: int) -> None:
    st.success(
        _("Published as version {number}. Maps that are open elsewhere go on showing what they show.", number=number)
    )
    address = link_parameters(current())
    st.page_link("../pages/map.py", label=_("Open the map with the new boundaries"), query_params=address)


def show_version(number: int) -> None:
    """Let this session show a version from now on, and make the country ready, which takes seconds."""
    boundary_cache.newest_boundaries.cache_clear()
    key = boundaries_key(number)
    pin(key)
    in_background("new outlines", _prepare, key)


def _prepare(key: str) -> None:
    try:
        for level in ("regency", "province"):
            data_urls.geometry_url("ID", level, key)
    except DataError:
        return  # told to whoever opens the map


def _remember(matched: Matched) -> None:
    """Keep what was settled by hand for the next file; a spelling that was left out is asked for again."""
    rows = matched.features[matched.features["status"].eq("by_hand") & matched.features["region_code"].ne(LEFT_OUT)]
    with suppress(DataError):  # what is published stays so; these spellings are only asked for again
        for row in rows.itertuples():
            if key := settling_key(row.written or "", row.name if isinstance(row.name, str) else ""):
                remember_alias(users.current_user(), key, row.region_code)


def show_current(boundaries: str) -> None:
    """Show which boundaries this session shows, and the way back to those that came with the program."""
    st.caption(boundaries_sentence(boundaries))
    regions = boundary_cache.published_regions(boundaries)
    if regions and users.may(users.current_user(), "publish"):
        with st.expander(_("Back to the boundaries that came with the program")):
            st.markdown(_("This publishes a new version; the ones before stay on the page Versions."))
            st.button(
                _("Publish the program's own boundaries"), on_click=unbroken(_back), args=(regions,), key="outline_back"
            )
    if error := st.session_state.pop("outline_problem", None):
        st.error(error)


def _back(regions: list[str]) -> None:
    """Publish the bundled boundaries in the places of those published."""
    try:
        base = newest(DATASET)
        bundled = boundary_cache.regencies(BUNDLED)
        rows = bundled_rows(bundled[bundled["region_code"].isin(regions)])
        file = Upload(REGENCIES_ZIP.name, hashlib.sha256(REGENCIES_ZIP.read_bytes()).hexdigest())
        show_version(publish(users.current_user(), DATASET, merged(open_version(DATASET, base), rows), file, base))
    except DataError as error:
        st.session_state["outline_problem"] = problem_sentence(error)
