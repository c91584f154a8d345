"""How many of the regions have a figure, in words."""

from components.language.i18n import _, ngettext, number, percent
from components.state import reference
from components.state.view import View
from data.completeness import Completeness, completeness, share_of_people


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


def units(level: str) -> str:
    """Return the name of the regions of a level."""
    return _("regencies and cities") if level == "regency" else _("provinces")
