"""How many of the regions have a figure, in words."""

from components.language.i18n import _, date_label, ngettext, number, own, percent
from components.state import reference
from components.state.view import View
from data.completeness import Completeness, completeness, share_of_people
from data.rank import Extremes
from data.region_groups import load_region_groups


def of_text(of: Completeness) -> str:
    """Return `2 of 10`: regions with a figure, of those to which the indicator applies."""
    return _("{n} of {d}", n=number(of.known), d=number(of.applicable))


def incomplete_text(of: Completeness, unit: str) -> str:
    """Return `2 of 10 regencies and cities have a figure`, "" where they are enough to be ranked or none at all."""
    if of.is_complete or not of.known:
        return ""
    said = {"regions": number(of.applicable), "unit": units(unit)}
    return ngettext(
        "{count} of {regions} {unit} has a figure", "{count} of {regions} {unit} have a figure", of.known, **said
    )


def held_sentence(view: View) -> str:
    """Say of how many regions there is a figure, and which part of the people live there; "" where none is lacking."""
    of = completeness(view.ranked, view.indicator)
    if not of.known or not of.gaps:
        return ""
    share = share_of_people(view.ranked, reference.people())
    said = {"of": of_text(of), "unit": units(view.selection.level)}
    if share is None:
        return _("A figure for {of} {unit}.", **said)
    return _("A figure for {of} {unit}, where {share} of the people live.", share=percent(100 * share, 1), **said)


def group_sentence(view: View) -> str:
    """Say which provinces are compared, and in whose document; "" where no group of them is in view."""
    group = load_region_groups().get(view.selection.level)
    if group is None:
        return ""
    return f"{own(group.about)} ({group.source.publisher}, {date_label(group.source.published)})."


def gaps_sentence(ends: Extremes, unit: str) -> str:
    """Say how many regions of a level have a figure and how many have none; "" where it applies to none of them."""
    if ends.of.applicable == 0:
        return ""
    if ends.gaps == 0 and ends.not_applicable == 0:
        return _every(ends.of.applicable, unit)
    if ends.with_value == 0:
        return _none(ends.of.applicable, unit)
    said = {
        "known": number(ends.with_value),
        "gaps": number(ends.gaps),
        "idle": number(ends.not_applicable),
        "unit": units(unit),
    }
    if ends.not_applicable == 0:
        return _("{known} {unit} have a figure, {gaps} have none.", **said)
    return _("{known} {unit} have a figure, {gaps} have none; to {idle} it does not apply.", **said)


def _every(count: int, unit: str) -> str:
    if unit != "regency":
        return ngettext("Its {count} province has a figure.", "All {count} provinces have a figure.", count)
    return ngettext("Its {count} regency has a figure.", "All {count} regencies and cities have a figure.", count)


def _none(count: int, unit: str) -> str:
    if unit != "regency":
        return ngettext("Its {count} province has no figure.", "None of the {count} provinces has a figure.", count)
    return ngettext(
        "Its {count} regency has no figure.", "None of the {count} regencies and cities has a figure.", count
    )


def units(level: str) -> str:
    """Return the name of the regions of a level."""
    return _("regencies and cities") if level == "regency" else _("provinces")
