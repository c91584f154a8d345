"""Unggah, boundaries: a file of boundaries, step by step from what was found in it to a published version."""

import streamlit as st

from components.language.error_messages import problem_sentence
from components.language.i18n import _
from components.screens.upload.boundaries.file import BoundaryFile, Upload, matched, reading, upload_of
from components.screens.upload.boundaries.findings import find, show_findings
from components.screens.upload.boundaries.preview import show_preview
from components.screens.upload.boundaries.publish import show_current, show_publishing
from components.screens.upload.boundaries.settings import select_columns, show_crs, show_detected
from components.screens.upload.boundaries.tray import show_doubled, show_tray
from components.screens.uploader import show_uploader
from components.state import reference, users
from components.state.pinned_boundaries import pinned_boundaries
from data.store.versions import newest
from errors import DataError
from geo.boundary_sets import DATASET
from geo.uploads.match_features import Matched

ENDINGS = ["zip", "geojson", "json", "gpkg"]


def show_boundaries_upload() -> None:
    """Show the whole section, only to who may draft."""
    if not users.may(users.current_user(), "draft"):
        st.info(_("Boundaries are uploaded by who has the role analyst, publisher or admin."))
        return
    boundaries = pinned_boundaries()
    show_current(boundaries)
    uploaded = show_uploader(
        _("Boundaries of regencies: zipped shapefile, GeoJSON or GeoPackage"), type=ENDINGS, key="outline_file"
    )
    if uploaded is None:
        st.caption(_("At most 2 million points and 50,000 features. Boundaries are indicative, never legal ones."))
        return
    try:
        upload = upload_of(uploaded.file_id, newest(DATASET))
        file = _read(upload, uploaded.name, uploaded.getvalue())
    except DataError as error:
        st.error(problem_sentence(error))
        return
    _show_steps(file, upload, boundaries)


def _read(upload: Upload, name: str, content: bytes) -> BoundaryFile:
    place = st.empty()

    def waiting(number: int) -> None:
        place.caption(_("Two files are being read; yours is number {number} in the queue.", number=number))

    with st.spinner(_("Reading the boundaries …")):
        file = reading(upload, name, content, waiting)
    place.empty()
    return file


def _show_steps(file: BoundaryFile, upload: Upload, boundaries: str) -> None:
    st.header(_("What was found"), anchor=False)
    show_detected(file, upload)
    settled = show_crs(file, upload)
    code, name = select_columns(file)
    st.header(_("Regions"), anchor=False)
    match = matched(upload, file, code, name)
    _show_regions(upload, match)
    st.header(_("Findings"), anchor=False)
    found = find(file, match, reference.inside("ID", "regency"))
    show_findings(found, match)
    st.header(_("Preview"), anchor=False)
    show_preview(file, match, boundaries)
    st.header(_("Publish"), anchor=False)
    show_publishing(file, match, found, upload, settled)


def _show_regions(upload: Upload, match: Matched) -> None:
    features = match.features
    certain = int((features["status"] == "certain").sum())
    st.markdown(_("{certain} of {all} features have their region for certain.", certain=certain, all=len(features)))
    show_tray(match, upload)
    show_doubled(match, upload)
