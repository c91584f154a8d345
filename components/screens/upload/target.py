"""Where the figures go, and who printed them."""

from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from components.language.i18n import N_, _, language
from components.report.labels import status_name
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.state import Target, Work
from components.screens.upload.widgets import choose_between, choose_one, write_text
from data.names import free_name, slug
from data.periods import sort_periods
from data.store.naming import BOUNDARIES
from data.store.versions import Upload, newest, published_datasets, version_of

LONGEST_NAME = 40
STATUSES = ("reported", "simulated")
SOURCE_FIELDS = {
    "publisher": N_("Publisher"),
    "title": N_("Title of the document or file"),
    "published": N_("Published on, such as 2024-11-30"),
    "url": N_("Address (URL), if there is one"),
}
MODES = {"update": N_("Update"), "replace": N_("Replace all")}


def known_targets() -> list[str]:
    """Return the published datasets that hold figures."""
    return [name for name in published_datasets() if name != BOUNDARIES]


def dataset_name(name: str) -> str:
    """Return a published dataset's title, as its newest version says it, else its name."""
    return title_in(version_of(name, newest(name)).about) or name


def title_in(about: dict[str, Any]) -> str:
    """Return the title that an upload's description holds, "" without one."""
    title = about.get("title", {})
    return title.get(language()) or title.get("id") or ""


def choose_dataset(now: Work, step: int) -> None:
    """Draw the picker of the dataset: jumps and missing regions can only be told against what was published before."""
    names = known_targets()
    if not names:
        return
    choose_one(
        now,
        f"dataset_{step}",
        ["", *names],
        "" if now.choices.target.new else now.choices.target.dataset,
        lambda name: _aim(now, name),
        label=_("The figures belong to"),
        format_func=lambda name: dataset_name(name) if name else _("a new dataset"),
        width=480,
    )


def _aim(now: Work, name: str) -> None:
    """Compare with the version that is newest now, whatever is published meanwhile."""
    target = Target(name, new=False, base=newest(name)) if name else Target()
    now.choose(target=replace(target, mode=now.choices.target.mode))


def show_target(now: Work) -> None:
    """Ask for the title of a new dataset, or show how the file meets the one that is there."""
    target = now.choices.target
    if target.new:
        left, right = st.columns(2)
        with left:
            _write_title(now, "title_id", _("Title of the dataset (Indonesian)"))
        with right:
            _write_title(now, "title_en", _("Title in English, if there is one"))
        # Always there: a line that came would move the fields below, and what is being typed in them would be lost.
        named = f"`{target.dataset}`" if target.dataset else "–"
        st.caption(_("Short name in addresses: {name}", name=named))
        return
    choose_between(
        now,
        "mode",
        ("update", "replace"),
        target.mode,
        lambda mode: now.change_target(mode=mode),
        label=_("How the file meets the figures that are there"),
        format_func=lambda mode: _(MODES[mode]),
        captions=[
            _("Figures of the same region, indicator, segment and period are replaced; all others stay."),
            _("Only the figures of this file remain; earlier versions can be restored."),
        ],
        horizontal=True,
    )


def show_source(now: Work) -> None:
    """Ask who printed the figures: a figure never stands alone."""
    for name, place in zip(SOURCE_FIELDS, [*st.columns(2), *st.columns(2)], strict=True):
        with place:
            _write_source(now, name, _(SOURCE_FIELDS[name]))
    left, right = st.columns(2)
    with left:
        _write_source(now, "note", _("Note on this version"))
    with right:
        choose_between(
            now,
            "status",
            STATUSES,
            now.choices.source.status,
            lambda status: now.change_source(status=status),
            label=_("The figures are"),
            format_func=status_name,
            horizontal=True,
        )


def missing_in(now: Work) -> list[str]:
    """Return what must be written before the figures can be kept."""
    missing = [] if now.choices.target.dataset else [_("the title of the dataset")]
    source = now.choices.source
    missing += [] if source.publisher.strip() else [_("the publisher")]
    missing += [] if source.title.strip() else [_("the title of the source")]
    if source.published and not _is_day(source.published):
        missing.append(_("a day such as 2024-11-30"))
    if source.url and urlsplit(source.url).scheme not in ("http", "https"):
        missing.append(_("an address that begins with https://"))
    return missing


def upload_of(pipeline: Pipeline) -> Upload:
    """Return the file as its version will name it."""
    return Upload(pipeline.name, pipeline.sha256, pipeline.choices.source.note, _about(pipeline))


def _about(pipeline: Pipeline) -> dict[str, Any]:
    """Return what the version says of itself; title and description stay those of the dataset that is there."""
    target, source = pipeline.choices.target, pipeline.choices.source
    said = {} if target.new else version_of(target.dataset, target.base).about
    title = {"id": target.title_id, "en": target.title_en or target.title_id}
    written = {name: getattr(source, name).strip() for name in ("title", "publisher", "published", "url")}
    return {
        "title": said.get("title", title),
        "description": said.get("description", title),
        "sources": [{"source_id": pipeline.source_id, **written, "note": "", "retrieved": date.today().isoformat()}],
        "simulated": source.status == "simulated" or bool(target.mode == "update" and said.get("simulated")),
        **defaults_of(pipeline),
    }


def defaults_of(pipeline: Pipeline) -> dict[str, str]:
    """Return what a screen opens on: the province of the file, its main indicator, everyone, the newest period."""
    rows = pipeline.tidied.rows
    provinces = {code[:2] for code in rows["region_code"] if code != "ID"}
    indicator = str(rows["indicator"].value_counts().index[0])
    segments = rows.loc[rows["indicator"] == indicator, "segment"].unique().tolist()
    return {
        "default_area": provinces.pop() if len(provinces) == 1 else "ID",
        "default_indicator": indicator,
        "default_segment": "all" if "all" in segments else segments[0],
        "default_period": sort_periods(rows["period"].unique())[-1],
    }


def name_from(title: str) -> str:
    """Return a short name for addresses and folders: small letters, digits, hyphens; never one that is taken."""
    plain = slug(title, LONGEST_NAME - 4)
    name = plain if plain[:1].isalpha() else f"data-{plain}".strip("-")
    return free_name(name, {*published_datasets(), BOUNDARIES}, "{name}-{number}")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text.strip())
    except ValueError:
        return False
    return True


def _write_title(now: Work, name: str, label: str) -> None:
    write_text(now, name, getattr(now.choices.target, name), lambda text: _set_title(now, name, text), label=label)


def _set_title(now: Work, name: str, text: str) -> None:
    now.change_target(**{name: text.strip()})
    if name == "title_id":
        now.change_target(dataset=name_from(text) if text.strip() else "")


def _write_source(now: Work, name: str, label: str) -> None:
    write_text(
        now, name, getattr(now.choices.source, name), lambda text: now.change_source(**{name: text}), label=label
    )
