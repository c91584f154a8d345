"""The map as it would be beside the map as it is: one classification for both, so that colours can be compared."""

from dataclasses import replace

import streamlit as st

from components.explorer.explorer import show_explorer
from components.language.i18n import _, period_label
from components.report.labels import indicator_name, segment_title
from components.screens.class_pickers import classes_for
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.state import Work
from components.screens.upload.target import defaults_of
from components.screens.upload.widgets import key_of
from components.state import stamps, users
from components.state.open_drafts import open_draft
from components.state.selection import DEFAULTS, Selection
from components.state.session import current
from components.state.view import Figures, view_of
from data.store.catalogue import key_of as key_of_dataset
from data.store.naming import DRAFT
from geo.classify import Classification

HEIGHT = 380


def show_maps(now: Work, pipeline: Pipeline) -> None:
    """Show the draft's map and that of the version it is compared with, at the newest period of the file."""
    key = DRAFT + now.draft
    draft = open_draft(users.current_user(), key)
    stamps.settle(key, str(draft.base))
    new = view_of(_choice(now, pipeline, key))
    classes = classes_for(new)
    target = now.choices.target
    if target.new or not target.base:
        st.markdown("**" + _("The new map, {period}", period=period_label(new.selection.period)) + "**")
        show_explorer(new, classes, layout=("map",), height=HEIGHT, key=key_of(now, "map_new"))
        return
    old = replace(new.selection, dataset=key_of_dataset(target.dataset, target.base))
    left, right = st.columns(2)
    with left:
        st.markdown("**" + _("Now: version {number}", number=target.base) + "**")
        _show_old(now, old, classes)
    with right:
        st.markdown("**" + _("With this file") + "**")
        show_explorer(new, classes, layout=("map",), height=HEIGHT, key=key_of(now, "map_new"))


def _show_old(now: Work, old: Selection, classes: Classification) -> None:
    """Show the same period where the version has it, else its newest; what the version lacks altogether is said."""
    periods = Figures(old.dataset).periods(old.indicator, old.segment, old.area)
    if not periods:
        st.info(
            _(
                "Version {number} has no figure of {indicator}.",
                number=now.choices.target.base,
                indicator=indicator_name(old.indicator),
            )
        )
        return
    period = old.period if old.period in periods else periods[-1]
    if period != old.period:
        st.caption(_("Newest period there: {period}", period=period_label(period)))
    shown = view_of(replace(old, period=period))
    show_explorer(shown, classes, layout=("map",), height=HEIGHT, key=key_of(now, "map_old"))


def _choice(now: Work, pipeline: Pipeline, dataset: str) -> Selection:
    """Return what the maps show: the file's main indicator, or the one that is picked where it has several."""
    opens_on = defaults_of(pipeline)
    rows = pipeline.tidied.rows[["indicator", "segment"]].drop_duplicates()
    pairs = [tuple(pair) for pair in rows.itertuples(index=False)]
    shown = opens_on["default_indicator"], opens_on["default_segment"]
    if len(pairs) > 1:
        index = pairs.index(shown) if shown in pairs else 0
        shown = st.selectbox(
            _("Shown on the maps"), pairs, index=index, format_func=_pair_title, key=key_of(now, "map_pair"), width=480
        )
    periods = Figures(dataset).periods(*shown, opens_on["default_area"])
    return replace(
        current(),
        dataset=dataset,
        area=opens_on["default_area"],
        level="regency",
        indicator=shown[0],
        segment=shown[1],
        period=opens_on["default_period"] if opens_on["default_period"] in periods else periods[-1],
        region="",
        regions=(),
        scheme=DEFAULTS["scheme"],
        breaks=(),
        since="",
    )


def _pair_title(pair: tuple[str, str]) -> str:
    return f"{indicator_name(pair[0])}, {segment_title(pair[1])}"
