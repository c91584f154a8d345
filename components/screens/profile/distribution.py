"""All regencies of the country as dots: where one of them stands among all."""

import pandas as pd
import streamlit as st

from components.charts.distribution import distribution_figure
from components.charts.mark import Part, unmarked
from components.charts.ranking import Reference
from components.language.i18n import _, integer, language, use_language
from components.report.labels import area_title, figure_text, region_title, status_title, unit_title
from components.report.profile import tables
from components.report.profile.facts import Facts, RankingKey
from components.screens.panel import Twin, counts_sentence, show_figure, show_table
from components.screens.ranking_table import twin_of
from components.state.memo import remember
from data.completeness import completeness
from data.indicators import Indicator
from data.profile import Profile, profile_of
from data.query import Row, each_row
from data.rank import not_yet_covered
from data.regimes import are_comparable

# One dot alone stands nowhere among others.
SWARM = 2


def has_distribution(facts: Facts) -> bool:
    """Whether there are several figures; else the sentence on the place says that it is alone."""
    return int(facts.profile.ranking.regions["displayed"].notna().sum()) >= SWARM


def show_distribution(facts: Facts) -> None:
    """All regencies of the country as dots, its province's and its own marked."""
    among, counted = _sentences(facts.measure, language())
    st.subheader(among, anchor=False)
    show_figure(_figure(facts.measure, facts.code, language()), "distribution", facts.view)
    said = {"region": region_title(facts.code), "province": area_title(facts.province)}
    if facts.profile.own is None:
        st.caption(_("Each dot is a regency or city, those of {province} green; {region} has no figure.", **said))
    else:
        st.caption(_("Each dot is a regency or city: orange {region}, green the others of {province}.", **said))
    st.caption(counted)
    show_table(lambda: _twin(facts), "distribution", height=420)


def _twin(facts: Facts) -> Twin:
    rows = facts.profile.ranking.regions
    rows = rows.assign(label=rows["region_code"].map(region_title), not_yet=not_yet_covered(rows))
    return twin_of(rows, facts.view)


@remember(64, figures=True)
def _sentences(measure: RankingKey, spoken: str) -> tuple[str, str]:
    """What stands above and below the chart, the same for every regency; spoken: the language."""
    use_language(spoken)
    ranking = tables.ranking(*measure)
    return _among(ranking.regions, ranking.indicator), counts_sentence(ranking.regions)


@remember(256, figures=True)
def _figure(measure: RankingKey, code: str, spoken: str) -> Part:
    """The chart of one regency, the same for everybody; spoken: the language of its texts."""
    use_language(spoken)
    ranking = tables.ranking(*measure)
    known = ranking.regions[ranking.regions["displayed"].notna()]
    dots = known.assign(
        role=["self" if one == code else "area" if one[:2] == code[:2] else "others" for one in known["region_code"]],
        name=known["region_code"].map(region_title),
        hover=_hovers(measure, spoken),
    )
    return distribution_figure(dots, _references(profile_of(ranking, code)), unmarked(unit_title(ranking.indicator)))


def _among(rows: pd.DataFrame, indicator: Indicator) -> str:
    known, of = integer(rows["displayed"].notna().sum()), completeness(rows, indicator)
    if of.is_complete:
        return _("Among all {count} with a figure", count=known)
    return _("Among the {known} of {count} that we have", known=known, count=integer(of.applicable))


@remember(64, figures=True)
def _hovers(measure: RankingKey, code: str) -> list[str]:
    """What each dot says, in the order of the ranking; code: of the language. 514 of them, the same for everybody."""
    use_language(code)
    ranking = tables.ranking(*measure)
    known = ranking.regions[ranking.regions["displayed"].notna()]
    return [_hover(row, ranking.indicator) for row in each_row(known)]


def _hover(row: Row, indicator: Indicator) -> str:
    lines = [region_title(row.region_code), figure_text(row, indicator), status_title(row)]
    return "<br>".join(unmarked(line) for line in lines)


def _references(profile: Profile) -> list[Reference]:
    if not profile.ranking.indicator.is_ratio:
        return []
    rows, own = [profile.ranking.rows.get(code) for code in profile.places], profile.own
    return [
        Reference(
            f"{area_title(row.region_code)} {figure_text(row, profile.ranking.indicator)}",
            float(row.displayed),
            row.region_code == "ID",
        )
        for row in rows
        if row is not None and pd.notna(row.value) and (own is None or are_comparable(own.regime, row.regime))
    ]
