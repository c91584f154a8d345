"""Features whose region is not certain: each is settled by hand, or left out by a word of the analyst's."""

import pandas as pd
import streamlit as st

from components.language.i18n import _, integer, ngettext, percent
from components.language.markdown import plain
from components.report.labels import region_title
from components.screens.upload.boundaries.file import Upload
from components.state import reference
from components.state.callbacks import unbroken
from geo.uploads.match_features import LEFT_OUT, Matched

MOST = 25  # pickers at once; the rest comes up as these are settled
JOINED = 0


def show_tray(matched: Matched, upload: Upload) -> None:
    """Show a picker for every feature with a boundary and without a region, and how those already settled were."""
    still = matched.open
    if len(still):
        st.warning(
            ngettext(
                "{count} feature has a boundary and no certain region.",
                "{count} features have a boundary and no certain region.",
                len(still),
            )
        )
        for row in still.head(MOST).itertuples():
            _show_picker(row, matched.candidates, upload)
        if len(still) > 1:
            label = _("Leave all {count} out", count=integer(len(still)))
            st.button(
                label, on_click=unbroken(_settle_all), args=(upload, still["feature"].tolist()), key="outline_leave_all"
            )
    if upload.choices:
        _show_settled(matched, upload)


def _show_picker(row, candidates: pd.DataFrame, upload: Upload) -> None:
    offered = candidates[candidates["feature"] == row.feature]
    scores = dict(zip(offered["region_code"], offered["score"], strict=True))
    regencies = reference.inside("ID", "regency")["region_code"]
    others = [code for code in regencies if code not in scores]
    key = f"outline_feature_{row.feature}"
    st.selectbox(
        _("Feature {feature}: {text}", feature=row.feature, text=plain(feature_text(row)) or _("nothing written")),
        [*scores, LEFT_OUT, *others],
        index=None,
        format_func=lambda code: _option(code, scores),
        placeholder=_("Choose the region, or leave the feature out"),
        key=key,
        on_change=unbroken(_settle),
        args=(upload, row.feature, key),
    )


def _option(code: str, scores: dict[str, float]) -> str:
    if code == LEFT_OUT:
        return _("Leave this feature out")
    title = f"{region_title(code)} ({code})"
    return f"{title} – {percent(round(scores[code]), 0)}" if code in scores else title


def _settle(upload: Upload, feature: int, key: str) -> None:
    if st.session_state[key] is not None:
        upload.choices[feature] = st.session_state[key]


def _settle_all(upload: Upload, features: list[int]) -> None:
    upload.choices.update(dict.fromkeys(features, LEFT_OUT))


def _show_settled(matched: Matched, upload: Upload) -> None:
    rows = matched.features[matched.features["feature"].isin(upload.choices)]
    with st.expander(_("Settled by hand: {count}", count=integer(len(rows)))):
        for row in rows.itertuples():
            said = _("left out") if row.region_code == LEFT_OUT else region_title(row.region_code)
            st.button(
                _("Feature {feature}: {region} – undo", feature=row.feature, region=said),
                key=f"outline_undo_{row.feature}",
                on_click=unbroken(upload.choices.pop),
                args=(row.feature, None),
            )


def show_doubled(matched: Matched, upload: Upload) -> None:
    """Show regions with several boundaries: joined to one, unless the analyst takes a single one of them."""
    features = matched.features
    drawn = features[features["drawn"] & features["region_code"].notna() & features["region_code"].ne(LEFT_OUT)]
    doubled = drawn[drawn["region_code"].duplicated(keep=False)]
    upload.parts = {code: one for code, one in upload.parts.items() if code in set(doubled["region_code"])}
    for code, group in list(doubled.groupby("region_code"))[:MOST]:
        options = [JOINED, *group["feature"].tolist()]
        texts = dict(zip(group["feature"], map(feature_text, group.itertuples()), strict=True))
        upload.parts[code] = st.selectbox(
            _("{region} has {count} boundaries", region=region_title(code), count=len(group)),
            options,
            format_func=lambda one, texts=texts: (
                _("Join them to one region")
                if one == JOINED
                else _("Only feature {feature}: {text}", feature=one, text=texts[one])
            ),
            key=f"outline_doubled_{code}",
        )


def feature_text(row) -> str:
    """Return what the file writes of a feature: code and name."""
    return " · ".join(text for text in (row.written, row.name) if isinstance(text, str) and text)
