"""What was found out about a file of boundaries, each to be changed: its layer, its coordinate system, its columns."""

import pandas as pd
import streamlit as st

from components.language.error_messages import problem_sentence
from components.language.i18n import _, integer, number
from components.language.markdown import plain
from components.screens.upload.boundaries.file import BoundaryFile, Upload
from components.state.callbacks import unbroken
from errors import DataError
from geo.uploads.coordinate_systems import CANDIDATES, crs_title, written_crs

FORMS = {"shapefile": "Shapefile", "geojson": "GeoJSON", "geopackage": "GeoPackage"}
SHOWN = 60  # letters of a cell in a list


def show_detected(file: BoundaryFile, upload: Upload) -> None:
    """Show form, number of features and the layer; another layer is read at once."""
    said = file.said
    drawn = int(file.places["drawn"].sum())
    st.markdown(
        _(
            "{form}, {features} features, {drawn} of them with a boundary. Texts read as {encoding}.",
            form=FORMS[said["form"]],
            features=integer(len(file.shapes)),
            drawn=integer(drawn),
            encoding=plain(said["encoding"] or "UTF-8"),
        )
    )
    if len(said["layers"]) > 1:
        layer = st.selectbox(_("Layer"), said["layers"], index=said["layers"].index(said["layer"]))
        if layer != said["layer"]:
            upload.layer = layer
            upload.choices.clear()
            st.rerun()


def show_crs(file: BoundaryFile, upload: Upload) -> bool:
    """Show the coordinate system and ask for one that the file does not say. Return whether it is settled."""
    about = file.said["crs"]
    first = next(iter(upload.readings.values())).said
    if about["origin"] == "file":
        said = f"{about['used']} – {about['title']}" if str(about["used"]).startswith("EPSG:") else about["title"]
        st.markdown(_("Coordinate system, from the file: {crs}", crs=plain(said or _("without a name"))))
        with st.expander(_("Use another coordinate system")):
            _select_crs(file, upload, first)
        return True
    _say_doubt(first)
    _select_crs(file, upload, first)
    if upload.confirmed:
        st.success(_("Coordinate system, settled by you: {crs}", crs=plain(_title(str(about["used"]), first))))
    elif about["used"]:
        st.button(
            _("The boundaries lie right on the map: use this one"),
            on_click=unbroken(_confirm),
            args=(upload, about["used"]),
        )
    return upload.confirmed


def _say_doubt(first: dict) -> None:
    """Say why the coordinate system is asked for, and how well the likeliest one fits."""
    stated, guesses = first["crs"]["stated"], first["guesses"]
    if first["crs"]["origin"] == "turned":
        st.warning(_("In this file latitude stands before longitude: it was turned round. Check on the map below."))
    elif stated:
        st.warning(_("With the file's own coordinate system ({crs}) no boundary lies in Indonesia.", crs=plain(stated)))
    else:
        st.warning(_("The file does not say its coordinate system. Check on the map below where the boundaries lie."))
    if guesses:
        st.markdown(
            _(
                "Most likely {crs}: with it the boundaries fit best; on average they lie {km} km from the points "
                "of the region table, which need not be in their middle.",
                crs=plain(_name(guesses[0]["crs"], guesses[0]["title"])),
                km=number(guesses[0]["distance_km"], 1),
            )
        )
    else:
        st.markdown(_("None of the usual ones brings the boundaries to Indonesia: ask whoever made the file."))


def _select_crs(file: BoundaryFile, upload: Upload, first: dict) -> None:
    """Show a list with the likeliest first, and a field for any other code of the EPSG register."""
    used = file.said["crs"]["used"]
    likely = [guess["crs"] for guess in first["guesses"]]
    options = list(dict.fromkeys([*([used] if used else []), *likely, *CANDIDATES]))
    chosen = st.selectbox(
        _("Coordinate system"),
        options,
        index=0 if used else None,
        format_func=lambda crs: _title(crs, first),
        placeholder=_("Choose one"),
        key=f"outline_crs_{used}",
    )
    typed = st.text_input(_("Or its EPSG code"), placeholder="EPSG:32747", key=f"outline_epsg_{used}").strip()
    if typed:
        try:
            chosen = written_crs(typed)
        except DataError as error:
            st.error(problem_sentence(error))
            return
    if chosen and chosen != used:
        upload.crs, upload.confirmed = chosen, False
        st.rerun()


def _confirm(upload: Upload, crs: str) -> None:
    upload.crs, upload.confirmed = crs, True


def _title(crs: str, first: dict) -> str:
    known = next((guess for guess in first["guesses"] if guess["crs"] == crs), None)
    name = _name(crs, crs_title(crs))
    return _("{crs} ({km} km away)", crs=name, km=number(known["distance_km"], 1)) if known else name


def _name(crs: str, title: str) -> str:
    return f"{crs} – {title}" if crs.startswith("EPSG:") else title or crs[:SHOWN]


def select_columns(file: BoundaryFile) -> tuple[str | None, str | None]:
    """Show the columns of codes and of names, as proposed by what stands in them; return the analyst's choice."""
    columns = list(file.attributes.columns)
    proposed = file.said["proposed"]
    left, right = st.columns(2)
    code = left.selectbox(_("Column of codes"), [None, *columns], **_picked(columns, proposed["code"], file, "code"))
    name = right.selectbox(_("Column of names"), [None, *columns], **_picked(columns, proposed["name"], file, "name"))
    with st.expander(_("All columns, and how many features each one names a region for")):
        st.dataframe(_fits(file), placeholder="–", hide_index=True)
    return code, name


def _picked(columns: list[str], proposed: str | None, file: BoundaryFile, kind: str) -> dict:
    """Let the proposal come back with another file or layer, and so the key."""
    return {
        "index": columns.index(proposed) + 1 if proposed in columns else 0,
        "format_func": lambda column: _("none") if column is None else column,
        "key": f"outline_{kind}_{file.sha256[:12]}_{file.said['layer']}",
    }


def _fits(file: BoundaryFile) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Column"): fit["column"],
                _("First text"): fit["example"][:SHOWN],
                _("Features that name a region"): _("{count} of {all}", count=fit["fits"], all=fit["rows"]),
                _("Different regions"): integer(fit["distinct"]),
            }
            for fit in file.said["fits"]
        ]
    )
