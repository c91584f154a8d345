"""What stands around every chart: notes on the dataset, sources, a table twin, and the message where nothing is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from components.charts.finished import Finished
from components.charts.mark import Part, dressed
from components.language.dates import day_text, person
from components.language.i18n import _, exact_number, integer, language, number, own, period_label, use_language
from components.language.markdown import plain
from components.report.labels import area_title, gap_title, indicator_name, indicator_title, statuses_in
from components.report.not_available import absence
from components.state import pinned_versions, users
from components.state.memo import remember
from components.state.selection import Selection
from components.state.session import as_sent, here
from components.state.view import Figures, View
from data.completeness import GAPS
from data.indicators import Indicator
from data.period_notes import written_period
from data.published_dataset import title_of
from data.query import Row, each_row
from data.sources import cited
from data.store.catalogue import key_of, split_key

# Pixels beside the menu on a screen of 1366, shared out where columns are many, and the least that shows a figure.
WIDE, NARROWEST, FEW_COLUMNS = 900, 60, 6
# As the theme has it: six tenths of it, in which Streamlit writes notes, must be legible too.
INK = {"light": "#121614", "dark": "#eceff0"}


def show_banner(view: View) -> None:
    """One plain line where figures are simulated, with the reported ones a click away."""
    dataset = view.dataset
    if not dataset.simulated:
        return
    st.markdown(f":orange-badge[{_('SIMULATION')}] {own(dataset.note)}", width="content")
    st.page_link(
        st.session_state["page"],
        label=_("Show reported figures"),
        query_params=here(view.selection, dataset="reported"),
    )


def show_draft_banner() -> None:
    """A draft says on every page that it is one, and leads back to where it is published or dropped."""
    draft = pinned_versions.opened_draft()
    if draft is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        file, dataset = plain(draft.upload.file_name), plain(own(title_of(draft.dataset, draft.upload.about)))
        if users.current_user().local:
            said = _(
                "{file} for “{dataset}” is not published; it is seen on this computer only.", file=file, dataset=dataset
            )
        else:
            said = _("{file} for “{dataset}” is not published; only you see it.", file=file, dataset=dataset)
        badge = _("DRAFT")
        st.markdown(f":violet-badge[{badge}] {said}", width="content")
        st.page_link(st.session_state["pages"]["upload"], label=_("Back to Upload"), query_params=as_sent())


def show_offer(selection: Selection) -> None:
    """One line where a newer version is there: the one on screen stays until its viewer wants the other."""
    version = pinned_versions.newer(selection.dataset)
    if version is None:
        return
    name, number = split_key(selection.dataset)
    said = _(
        "You see version {number}. Version {newest} was published on {day} by {who}.",
        number=number,
        newest=version.number,
        day=day_text(version.when),
        who=plain(person(version.who)),
    )
    if version.restored:
        said += " " + _("It brings back version {number}.", number=version.restored)
    if version.note:
        said += f" “{plain(version.note)}”"
    address = here(selection, dataset=key_of(name, version.number))
    # A link's label is cut at the screen's edge; the sentence wraps.
    st.markdown(said)
    st.page_link(
        st.session_state["page"], label=_("Open version {number}", number=version.number), query_params=address
    )


def stop_if_no_values(view: View, has_title: bool = False) -> None:
    """Say that the area has no figure of the indicator, and what it does have, instead of an empty map.

    has_title: whether the page has its heading already.
    """
    if view.selection.period:
        return
    if not has_title:
        st.title(plain(f"{indicator_title(view.selection)}, {area_title(view.selection.area)}"), anchor=False)
    st.info(absence(view))
    for indicator in view.figures.measured(view.selection.area):
        address = here(view.selection, indicator=indicator, segment="all", period="")
        st.page_link(
            st.session_state["page"],
            label=_("Show {indicator}", indicator=indicator_name(indicator)),
            query_params=address,
        )
    st.stop()


def show_unmatched(codes: list[str]) -> None:
    """Values that belong to no region of the table are counted and named, never dropped in silence."""
    if codes:
        st.warning(_("Without a region on the map: {codes}.", codes=plain(", ".join(codes))))


def show_marked_periods(view: View) -> None:
    """The periods that their source marks, as `2024*`: a map's slider may stand at any of them."""
    if marked := sorted({written for note in view.period_notes if (written := written_period(note))}):
        st.caption(_("Marked by the source: {periods}", periods="; ".join(marked)))


def show_counts(rows: pd.DataFrame, period: str = "") -> None:
    """Draw `counts_sentence` below a chart."""
    st.caption(counts_sentence(rows, period))


def counts_sentence(rows: pd.DataFrame, period: str = "") -> str:
    """How many of the regions have a figure, of which status, and how many have none.

    period: of the rows, named where the chart shows others as well.
    """
    statuses = [f"{integer(count)} {title}" for title, count in statuses_in(rows[rows["value"].notna()]).most_common()]
    gaps = rows["gap"].isin(GAPS).sum()
    text = _(
        "{regions} regions: {known}; without a figure: {gaps}",
        regions=integer(len(rows)),
        known="; ".join(statuses) or _("none with a figure"),
        gaps=integer(gaps),
    )
    idle = int(rows["gap"].eq("not_applicable").sum())
    if period:
        text = _("In {period}, {counts}", period=period_label(period), counts=text)
    return text + (f" · {integer(idle)} {gap_title('not_applicable')}" if idle else "")


def show_source(rows: pd.DataFrame, view: View) -> None:
    """Who printed the figures of this chart: publisher, title, date, address."""
    if rows.empty:
        return
    titles = source_texts(view.figures)
    printed = [titles[one] for one in cited(rows[["source_id"]]) if one in titles]
    counted = [titles[one] for one in cited(rows) if one in titles and titles[one] not in printed]
    if printed:
        st.caption(_("Source: {sources}", sources="; ".join(printed)))
    if counted:
        st.caption(_("Counts, ranks and distances: {sources}", sources="; ".join(counted)))


@remember(16, figures=True)
def source_texts(figures: Figures) -> dict[str, str]:
    """Publisher, title and date of every source of a dataset, as Markdown, by its id."""
    return {row.source_id: source_title(row) for row in each_row(figures.dataset.sources)}


def source_title(row: Row) -> str:
    published = f" ({row.published})" if row.published else ""
    return plain(", ".join(part for part in (row.publisher, row.title) if part) + published)


def show_figure(figure: Part, key: str, view: View) -> None:
    """A Plotly chart, with SIMULASI inside it where its figures are made up."""
    word = _("SIMULATION") if view.simulated else ""
    drawn = dressed(figure, INK[st.context.theme.type or "light"], word)
    st.plotly_chart(Finished(drawn), key=key, config={"displayModeBar": False})


def count_columns(rows: pd.DataFrame, indicator: Indicator) -> dict[str, pd.Series]:
    """The two counts under what they count; none where the indicator has no counts."""
    if not indicator.numerator or not indicator.denominator:
        return {}
    return {
        own(indicator.numerator).capitalize(): rows["numerator"],
        own(indicator.denominator).capitalize(): rows["denominator"],
    }


@dataclass(frozen=True, eq=False)
class Twin:
    """The figures of a chart as a table; decimals: see `written_table`."""

    table: pd.DataFrame
    decimals: Mapping[str, Sequence[int]] = field(default_factory=dict)


def show_table(make: Callable[[], Twin], key: str, height: int | None = None, title: str = "") -> None:
    """The chart's figures as a table that sorts by number.

    It is made only once somebody opens it: marshalled closed, it cost half a click. Many columns are made narrow enough
    to stand side by side on a laptop: what is pushed out at the right is not found.
    """
    code = language()

    def draw() -> None:
        use_language(code)  # a fragment runs again without the frame, which sets it else
        twin = make()
        shown, columns = written_table(twin.table, twin.decimals), _narrowed(twin.table) or {}
        if _("Address") in twin.table:
            columns[_("Address")] = st.column_config.LinkColumn(display_text=r"https?://(?:www\.)?([^/]+)")
        st.dataframe(shown, hide_index=True, height=height or "auto", column_config=columns, placeholder="–")

    _show_when_open(draw, f"twin-{key}", title or _("Show as a table"))


@st.fragment
def _show_when_open(draw: Callable[[], None], key: str, title: str) -> None:
    with st.expander(title, key=key, on_change="rerun") as box:
        if box.open:
            draw()


def written_table(table: pd.DataFrame, decimals: Mapping[str, Sequence[int]]) -> Styler:
    """A table as the screen's language writes it.

    decimals: by column, how many each row's figure is known to, as the chart beside the table writes it; the numbers
    of other columns show those they have.
    """
    table = table.reset_index(drop=True)
    periods = {_("Period"): period_label} if _("Period") in table else {}
    numbers: dict[str, Callable[..., str]] = dict.fromkeys(table.select_dtypes("number").columns, exact_number)
    shown = table.style.format(numbers | periods, na_rep="–")
    for name, places in decimals.items():
        for same, rows in table.groupby(list(places), sort=False).groups.items():
            shown.format(partial(number, decimals=int(same)), subset=(rows, [name]), na_rep="–")
    return shown


def _narrowed(table: pd.DataFrame) -> dict[str, object] | None:
    """The width of each column where they are many; texts get more of it than numbers."""
    if len(table.columns) <= FEW_COLUMNS:
        return None
    numbers = set(table.select_dtypes("number").columns)
    shares = {name: 2 if name in numbers else 3 for name in table}
    unit = WIDE / sum(shares.values())
    return {name: st.column_config.Column(width=max(int(unit * share), NARROWEST)) for name, share in shares.items()}
