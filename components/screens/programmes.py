"""The five programmes: what each segment pays, under which rule, since when, and what it brings."""

import re

import pandas as pd
import streamlit as st

from components.language.i18n import _, date_label, own, rupiah
from components.language.markdown import plain
from components.report.labels import segment_title
from components.state.view import View
from data.policy import Citation, Programme, Rule, load_programmes, monthly_package


def show_programmes_beside(view: View) -> None:
    """The five programmes, where the indicator speaks of what they pay."""
    if view.indicator.about_programmes:
        st.subheader(_("The five programmes"), anchor=False)
        show_programmes()


def show_programmes() -> None:
    """The five programmes: what each segment pays, under which rule, and what it brings."""
    for programme in load_programmes().values():
        st.markdown(f"**{own(programme.title)}.** {regulations(programme.rules)} ({link(programme.source)})")
        st.table(_rules(programme))
    st.markdown(_package_sentence())
    st.caption(_("Rules as printed, with their dates; no legal advice."))


def _rules(programme: Programme) -> pd.DataFrame:
    rows = [(_("Contribution"), one) for one in programme.contributions]
    rows += [(_("Benefit"), one) for one in programme.benefits]
    return pd.DataFrame([_rule(what, one) for what, one in rows])


def _rule(what: str, row: Rule) -> dict[str, str]:
    return {
        _("What"): f"{what}, {segment_title(row.segment)}" if row.segment else what,
        _("Rule"): own(row.text),
        _("Regulation"): regulations(row.rule),
        _("In force"): in_force(row.date, row.until),
        _("Source"): link(row.source) if row.source else "–",
    }


def regulations(named: str) -> str:
    """Regulations by their Indonesian short names, as the reader's language names them."""
    return re.sub(r"\bPP (\d+/\d+)", lambda found: _("Government Regulation {number}", number=found[1]), named)


def in_force(start: str, end: str) -> str:
    """The days or months between which a rule holds."""
    first, last = (date_label(day) if day else "" for day in (start, end))
    if first and last:
        return _("{first} to {last}", first=first, last=last)
    if last:
        return _("until {last}", last=last)
    return _("since {first}", first=first) if first else "–"


def _package_sentence() -> str:
    """What the least that the self-employed can pay amounts to."""
    return _(
        "The least package of the self-employed, JKK and JKM at the base income: {least} a month; with JHT {more}; {half} where PP 50/2025 halves it.",
        least=rupiah(monthly_package(("jkk", "jkm"))),
        more=rupiah(monthly_package(("jkk", "jkm", "jht"))),
        half=rupiah(monthly_package(("jkk", "jkm"), "PP 50/2025")),
    )


def link(citation: Citation) -> str:
    return f"[{plain(citation.publisher)}]({citation.url})"
