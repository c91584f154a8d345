"""What a file of a list holds, and what becomes of the list before, in sentences."""

from collections.abc import Sequence

from components.language.i18n import _, integer, ngettext, period_label
from components.language.markdown import plain
from components.report.labels import region_title
from components.report.scoreboard.sentences import need_text
from components.screens.villages.checklist.measure import ListMeasure, counted_sentence, is_partial, what_is_counted
from components.state import reference
from data.checklist import Item, Replacement
from data.intake.checklist_table import Listed

MOST_NAMES = 12


def read_words(listed: Listed, measure: ListMeasure) -> str:
    """Return how many were read, what was passed over, and what the gazetteer counts, as Markdown."""
    done = sum(item.done for item in listed.items)
    said = [_("**{count} {what}** in the file.", count=integer(len(listed.items)), what=what_is_counted(measure))]
    if listed.says_done:
        said = [_("In the file: **{sentence}**.", sentence=counted_sentence(measure, done, len(listed.items)))]
    gazetteer = 0 if is_partial(measure, len(listed.items)) else _gazetteer(measure)
    if gazetteer and gazetteer != len(listed.items):
        said.append(_("The gazetteer (Kepmendagri) counts {count} villages here.", count=integer(gazetteer)))
    if listed.filled:
        said.append(
            ngettext(
                "{count} line without a district has that of the line above.",
                "{count} lines without a district have that of the line above.",
                listed.filled,
            )
        )
    if listed.skipped:
        rows = "; ".join(f"{plain(place)}: {plain(text[:60])}" for place, text in listed.skipped[:MOST_NAMES])
        said.append(_("Passed over as total or note: {rows}.", rows=rows))
    return " ".join(said)


def partial_words(items: Sequence[Item], measure: ListMeasure) -> str:
    """Say that a list names fewer than there are, and what follows, as Markdown."""
    assert measure.need is not None
    indicator = reference.indicators()[measure.indicator]
    head = _(
        "This list is partial: {count} {what}; {need}.",
        count=integer(len(items)),
        what=what_is_counted(measure),
        need=need_text(measure.need, indicator),
    )
    follows = _(
        "It is shown with {region} only and changes no count: scoreboard, sums and the deck stay as they are.",
        region=plain(region_title(measure.region_code)),
    )
    return f"**{head}** {follows}"


def published_words(measure: ListMeasure) -> str:
    """Return `19 dari 62 (November 2022)`: the count that the list takes the place of."""
    assert measure.published is not None
    done, whole, period = measure.published.done, measure.published.whole, measure.published.period
    return _("{n} of {d} ({period})", n=integer(done), d=integer(whole), period=period_label(period))


def lowering_words(done: int, whole: int, measure: ListMeasure) -> str:
    """Say that a list would make a published count lower, before it does, as Markdown."""
    head = _(
        "This list lowers a published count: from {before} to {now}.",
        before=published_words(measure),
        now=_("{n} of {d}", n=integer(done), d=integer(whole)),
    )
    follows = _(
        "Once it is loaded, scoreboard, sums and decks say what the list says. You can let the published count stand, "
        "now or later."
    )
    return f"**{head}** {follows}"


def demonstration_words() -> str:
    return _("This list is a demonstration: it is shown beside simulated figures only.")


def would_change(change: Replacement) -> str:
    """Return what the file would make of the list that is there, as Markdown."""
    said = [_("Against the list now: {kept} stay, {new} are new.", kept=_count(change.kept), new=_count(change.new))]
    if change.left_out:
        said.append(
            _("Not in the file, so no longer shown, yet kept with their ticks: {names}.", names=_names(change.left_out))
        )
    if change.overruled:
        said.append(
            _("Ticked by hand otherwise than the file says; the tick stands: {names}.", names=_names(change.overruled))
        )
    return " ".join(said)


def kept_words(items: Sequence[Item], change: Replacement | None, measure: ListMeasure) -> str:
    said = _("The list is loaded: {count} {what}.", count=integer(len(items)), what=what_is_counted(measure))
    return said if change is None else f"{said} {would_change_done(change)}"


def would_change_done(change: Replacement) -> str:
    return _(
        "{kept} kept their ticks, {new} are new, {left_out} were left out.",
        kept=_count(change.kept),
        new=_count(change.new),
        left_out=_count(change.left_out),
    )


def _gazetteer(measure: ListMeasure) -> int:
    """Return the number of villages of the regency; 0 where agencies are counted."""
    if not measure.indicator.startswith("villages"):
        return 0
    rows = reference.regions().set_index("region_code")["desa"]
    return int(rows.get(measure.region_code, 0) or 0)


def _count(items: Sequence[Item]) -> str:
    return integer(len(items))


def _names(items: Sequence[Item]) -> str:
    names = ", ".join(plain(item.name) for item in items[:MOST_NAMES])
    more = len(items) - MOST_NAMES
    return f"{names} {_('and {count} more', count=integer(more))}" if more > 0 else names
