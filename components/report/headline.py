"""The sentence of the first screen, in two lines: where an area stands, and its ends; what weighs is bold."""

from components.language.i18n import _
from components.language.markdown import plain
from components.report.differences import gap_text
from components.report.labels import figure_text
from components.report.ratios import times_figure, times_text
from components.report.sentences import Situation, composed, end_words, situation_sentences, stated_ends
from components.state.view import View
from data.query import each_row

# Around what is bold, until names from outside are escaped.
_BOLD, _THIN = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def headline(now: Situation, view: View) -> str:
    """Return the sentence as Markdown."""
    standing, ends, gaps = situation_sentences(now, view)
    if now.area is not None:
        value = figure_text(now.area, view.indicator)
        standing = standing.replace(value, _bold(value), 1)
    said = " ".join(part for part in (standing, _ends(now, view) or ends or gaps) if part)
    return plain(said).replace(_BOLD, "**").replace(_THIN, "**")


def _bold(text: str) -> str:
    return f"{_BOLD}{text}{_THIN}"


def _ends(now: Situation, view: View) -> str:
    """Name both ends, shortly; "" where the set has none, or all of it is equal."""
    ends, indicator = now.ends, view.indicator
    if indicator.is_count or ends.gap is None or ends.gap.value == 0:
        return ""
    high, low = end_words(ends.highest, indicator, "name", "value"), end_words(ends.lowest, indicator, "name", "value")
    said = {"highest": _bold("{name} {value}".format(**high)), "lowest": _bold("{name} {value}".format(**low))}
    if ends.by_source and (source := _one_source(now, view)):
        apart = gap_text(ends.gap, indicator) if ends.ratio is None else times_figure(ends.ratio, indicator)
        return _("Highest {highest}, lowest {lowest}: {apart} ({source}).", apart=apart, source=source, **said)
    apart = gap_text(ends.gap, indicator) if ends.ratio is None else times_text(ends.ratio, indicator)
    sentence = _("Highest {highest}, lowest {lowest}: {apart}.", apart=apart, **said)
    return f"{sentence} {stated_ends(ends, view)}" if ends.by_source else sentence


def _one_source(now: Situation, view: View) -> str:
    """Say of how many regions one source states both ends; "" where they are two statements."""
    high, low = next(each_row(now.ends.highest)), next(each_row(now.ends.lowest))
    if (high.stated_of, high.stated_by) != (low.stated_of, low.stated_by):
        return ""
    source = view.dataset.publishers.get(high.stated_by, high.stated_by)
    if not high.stated_of:
        return _("according to {source}", source=source)
    among = composed(view) if int(high.stated_of) == len(view.inside) else high.stated_of
    return _("of {count} according to {source}", count=among, source=source)
