"""Denominator regimes in words: what figures are a share of, and why some of them are not compared."""

from components.language.i18n import N_, _, number, own
from components.report.labels import segment_title, unit_title
from components.state.view import View
from data.indicators import load_segments
from data.query import Row
from data.regimes import UNSAID, regime_from, universes

BASES = {"residence": N_("by identity card"), "workplace": N_("by workplace")}


def regime_title(key: str) -> str:
    """Return `pekerja potensial, menurut KTP`: what the denominator of a figure counts."""
    if key in ("", UNSAID):
        return _("denominator not said")
    one = regime_from(key)
    universe = universe_title(one.universe)
    counted = [segment_title(code) if code in load_segments() else code for code in one.segments.split("+") if code]
    parts = [
        universe or _("universe not said"),
        _(BASES[one.basis]) if one.basis in BASES else "",
        _("only {segments}", segments=" + ".join(counted)) if counted else "",
    ]
    return ", ".join(part for part in parts if part)


def unit_of(view: View) -> str:
    """Return the unit of the figures in view: per cent of what their sources count, or the things counted."""
    universe = regime_from(view.regime).universe
    if view.indicator.unit != "percent" or not universe:
        return unit_title(view.indicator)
    return _("percent of {denominator}", denominator=universe_title(universe))


def universe_title(universe: str) -> str:
    """Return the words of a code; an upload's own words as they are."""
    return own(universes()[universe]) if universe in universes() else universe


def is_break(now: Row, then: Row) -> bool:
    """Say whether two figures of one region are of different regimes, so that no line joins them."""
    return bool(now.regime and then.regime and now.regime != then.regime)


def break_sentence(now: Row, then: Row) -> str:
    """Say what changed below the line between two figures, "" where nothing did."""
    if not is_break(now, then):
        return ""
    return _(
        "The denominator changed: {then} before, {now} after; the two are not compared as they stand.",
        then=_counted(then.regime),
        now=_counted(now.regime),
    )


def _counted(key: str) -> str:
    return _("not said") if key == UNSAID else regime_title(key)


def regime_note(view: View) -> str:
    """Say what the figures in view are a share of, and how many others there are of other denominators.

    "" for simulated figures, for counts, which have no denominator, and where no region has a figure.
    """
    found = view.regimes
    if view.simulated or not view.indicator.is_ratio or not found:
        return ""
    shown = view.regime
    others = [
        _("{count} ({regime})", count=number(count), regime=regime_title(key))
        for key, count in found.items()
        if key != shown
    ]
    if shown == UNSAID:
        said = _("The sources do not say what they count as denominator; the figures may not be comparable.")
    else:
        said = _("Denominator: {regime}.", regime=regime_title(shown))
    return said + (" " + _("Not shown, of another denominator: {others}.", others="; ".join(others)) if others else "")
