"""What the denominator of a column of figures counts: asked once for each, where no column of the file says it."""

from dataclasses import replace

import streamlit as st

from components.language.i18n import N_, _, integer
from components.report.labels import segment_title
from components.report.regimes import BASES, universe_title
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.state import Work
from components.screens.upload.widgets import choose_many, choose_one
from components.state import reference
from data.indicators import load_segments
from data.intake.denominators import MOST_LETTERS, read_universe
from data.intake.plan import MeasureColumn
from data.regimes import Regime, universes

TOO_LONG = N_("What the denominator counts is told in at most {count} letters: shorten it.")


def choose_denominator(now: Work, measure: MeasureColumn) -> None:
    """Draw what is asked of a ratio; of figures whose indicator a column says, of those that are one."""
    indicator = reference.indicators().get(measure.indicator)
    if not measure.main_column or (indicator and not indicator.is_ratio):
        return
    pickers = {"universe": _choose_universe, "basis": _choose_basis, "segments_included": _choose_segments}
    asked = [pick for role, pick in pickers.items() if role not in now.choices.plan.roles]
    said = now.choices.plan.regimes.get(measure.main_column, Regime())
    for pick, place in zip(asked, st.columns(3), strict=False):
        with place:
            pick(now, measure.main_column, said)


def _choose_universe(now: Work, column: str, said: Regime) -> None:
    """The known ones by their titles; whatever else is typed are the publisher's own words."""
    own_words = [said.universe] if said.universe not in {"", *universes()} else []
    choose_one(
        now,
        f"universe_{column}",
        ["", *universes(), *own_words],
        said.universe,
        lambda written: _change(now, column, universe=_taken(written or "")),
        label=_("What the denominator counts"),
        format_func=lambda code: universe_title(code) or _("not said"),
        help=_("One of the list, or the source’s own words, typed here."),
        accept_new_options=True,
    )
    if len(said.universe) > MOST_LETTERS:
        st.error(_(TOO_LONG, count=integer(MOST_LETTERS)))


def _choose_basis(now: Work, column: str, said: Regime) -> None:
    choose_one(
        now,
        f"basis_{column}",
        ["", *BASES],
        said.basis,
        lambda basis: _change(now, column, basis=basis or ""),
        label=_("Counted by"),
        format_func=lambda basis: _(BASES[basis]) if basis else _("not said"),
    )


def _choose_segments(now: Work, column: str, said: Regime) -> None:
    choose_many(
        now,
        f"segments_included_{column}",
        list(load_segments()),
        [segment for segment in said.segments.split("+") if segment],
        lambda chosen: _change(now, column, segments="+".join(chosen)),
        label=_("Segments in it"),
        format_func=segment_title,
        placeholder=_("not said"),
    )


def _taken(written: str) -> str:
    """A title that is typed is its code; too many words stay as they are, and are told below the field."""
    return read_universe(written) or " ".join(written.split())


def _change(now: Work, column: str, **changed: str) -> None:
    regimes = now.choices.plan.regimes
    now.change_plan(regimes={**regimes, column: replace(regimes.get(column, Regime()), **changed)})


def unsaid_line(pipeline: Pipeline) -> str:
    """Count the shares of which nothing says what they are a share of; "" where there are none."""
    rows = pipeline.tidied.rows
    ratios = [one.id for one in reference.indicators().values() if one.is_ratio]
    count = int((rows["indicator"].isin(ratios) & rows["universe"].eq("")).sum())
    return _("denominator not said: {count}", count=integer(count)) if count else ""
