"""Profil on screen: the sentence, its figures, where it stands, whom it may be compared with, all that is known."""

import pandas as pd
import streamlit as st

from components import cache
from components.choice import Choice, link_parameters
from components.classes import select_target
from components.figures.distribution import distribution_figure
from components.figures.ranking import Reference
from components.i18n import _, integer, period_label, signed
from components.panel import show_figure
from components.profile import words
from components.profile.facts import Facts, is_regency
from components.row import Row
from components.selection import pick
from components.titles import (
    area_title,
    counts_text,
    figure_text,
    gap_title,
    region_title,
    status_title,
    unit_title,
    value_text,
)
from components.words import change_text
from data.profile import Distance, Standing
from data.rank import round_displayed
from geo.regions import regions_in

COLUMNS = 4


def select_regency(chosen: Choice) -> None:
    """Draw the picker of the regency."""
    if chosen.level == "regency":
        codes = regions_in(cache.regions(), chosen.area, "regency")["region_code"]
        pick("region", ["", *sorted(codes, key=region_title)], _("Regency or city"), _option_title, width=360)


def stop_without_regency(chosen: Choice) -> None:
    """Where none is chosen, the page is the ways to one."""
    if not is_regency(chosen.region):
        st.markdown(_("Choose a regency or city; type its name into the field, or go on by these links."))
        _show_ways(chosen)
        st.stop()


def _option_title(code: str) -> str:
    return region_title(code) if code else _("Choose a regency or city")


def _show_ways(chosen: Choice) -> None:
    """Links to the regencies of a province; from the whole country to the provinces first."""
    if chosen.area == "ID":
        codes = regions_in(cache.regions(), "ID", "province")["region_code"].tolist()
        ways = {code: {"area": code, "level": "regency", "region": "", "regions": ()} for code in codes}
    else:
        inside = regions_in(cache.regions(), chosen.area, "regency")["region_code"]
        ways = {code: {"region": code} for code in inside}
    columns = st.columns(COLUMNS)
    for place, code in enumerate(sorted(ways, key=region_title)):
        with columns[place % COLUMNS]:
            address = link_parameters(chosen, **ways[code])
            st.page_link(st.session_state["page"], label=region_title(code), query_params=address)


def show_standing(facts: Facts) -> None:
    """The sentence, and the figures it speaks of."""
    st.header(f"{words.value_sentence(facts)} {words.place_sentence(facts)}".strip(), anchor=False)
    with st.container(horizontal=True, gap="medium", vertical_alignment="top"):
        _show_value(facts)
        _show_place(facts)
        for area, distance in (
            (facts.profile.province_code, facts.profile.to_province),
            ("ID", facts.profile.to_country),
        ):
            if distance is not None:
                _show_distance(area_title(area), distance, facts)
        if facts.profile.change is not None:
            since = _("since {period}", period=period_label(facts.profile.since))
            st.metric(_unit(_("Over a year"), facts), _difference(facts.profile.change, facts), **_below(since))


def _show_distance(area: str, distance: Distance, facts: Facts) -> None:
    below = [value_text(distance.reference, facts.indicator)]
    if distance.counts and distance.counts < 0:
        below.append(_("lacking: {count}", count=integer(-distance.counts)))
    title = _unit(_("Against {area}", area=area), facts)
    st.metric(title, _difference(distance.points, facts), **_below("; ".join(below)))


def _unit(title: str, facts: Facts) -> str:
    """Points are named in the title: beside three figures of 40 px they would break the row."""
    return _("{title} (points)", title=title) if facts.indicator.unit == "percent" else title


def _difference(change: float, facts: Facts) -> str:
    percent = facts.indicator.unit == "percent"
    return signed(change, facts.indicator.decimals) if percent else change_text(change, facts.indicator)


def show_sentences(facts: Facts) -> None:
    """What the figures above mean in points and workers, against the target, over the year."""
    said = [
        words.averages_sentence(facts),
        words.counts_sentence(facts),
        words.target_sentence(facts),
        words.change_sentence(facts),
    ]
    st.markdown(" ".join(sentence for sentence in said if sentence))


def select_profile_target(chosen: Choice) -> None:
    """Draw the picker of the target series, for the indicator that targets speak of."""
    if chosen.indicator == "coverage":
        select_target(chosen, optional=False)


def _show_value(facts: Facts) -> None:
    row = facts.profile.own
    name = region_title(facts.code)
    if row is None:
        known = facts.profile.rows.get(facts.code)
        st.metric(name, "–", **_below(gap_title("not_reported" if known is None else known["gap"])))
        return
    counts = counts_text(row)
    st.metric(
        name, value_text(row["value"], facts.indicator), **_below("; ".join(filter(None, (status_title(row), counts))))
    )


def _show_place(facts: Facts) -> None:
    """The rank in the province, that in the country under it."""
    province, country = area_title(facts.profile.province_code), area_title("ID")
    below = f"{_place(facts.profile.in_country)} ({country})"
    st.metric(_("Rank in {area}", area=province), _place(facts.profile.in_province), **_below(below))


def _place(place: Standing) -> str:
    return "–" if place.rank is None else f"{integer(place.rank)} / {integer(place.known)}"


def _below(text: str) -> dict[str, str]:
    return {"delta": text, "delta_color": "off", "delta_arrow": "off", "width": "content"}


def show_distribution(facts: Facts) -> None:
    """All regencies of the country as dots, its province's and its own marked."""
    rows = facts.profile.regions
    known = rows[rows["displayed"].notna()]
    st.subheader(_("Among all {count} with a figure", count=integer(len(known))), anchor=False)
    if known.empty:
        return
    dots = known.assign(
        role=[_role(code, facts) for code in known["region_code"]],
        name=known["region_code"].map(region_title),
        hover=[_hover(row, facts) for row in known.itertuples()],
    )
    figure = distribution_figure(dots, _references(facts), unit_title(facts.indicator))
    show_figure(figure, "distribution", facts.chosen)
    st.caption(
        _(
            "Each dot is a regency or city: orange {region}, green the others of {province}.",
            region=region_title(facts.code),
            province=area_title(facts.profile.province_code),
        )
    )


def _role(code: str, facts: Facts) -> str:
    if code == facts.code:
        return "self"
    return "area" if code[:2] == facts.profile.province_code else "others"


def _hover(row: Row, facts: Facts) -> str:
    lines = [region_title(row.region_code), figure_text(row, facts.indicator), status_title(row)]
    return "<br>".join(line.replace("<", "‹").replace(">", "›") for line in lines)


def _references(facts: Facts) -> list[Reference]:
    if not facts.indicator.is_ratio:
        return []
    rows = [facts.profile.rows.get(code) for code in (facts.profile.province_code, "ID")]
    return [
        Reference(
            f"{area_title(row['region_code'])} {figure_text(row, facts.indicator)}",
            float(round_displayed(pd.Series([row["value"]]), facts.indicator.decimals)[0]),
            row["region_code"] == "ID",
        )
        for row in rows
        if row is not None and pd.notna(row["value"])
    ]
