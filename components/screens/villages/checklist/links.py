"""Links to a list as a workbook, and to the empty form of one."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from components.language.i18n import _, language
from components.screens.download_links import LINK
from components.screens.villages.checklist.measure import ListMeasure


def show_file_links(measure: ListMeasure) -> None:
    asked = {"region": measure.region_code, "indicator": measure.indicator, "segment": measure.segment}
    asked |= {"simulated": "1"} if measure.simulated else {}
    _show_link(f"/checklists/list.xlsx?{urlencode(asked | {'lang': language()})}", _("The list as XLSX"))


def show_template_link() -> None:
    _show_link(f"/checklists/template.xlsx?lang={language()}", _("Empty form (XLSX)"))


def _show_link(address: str, title: str) -> None:
    """Show a plain link, as in `components.server.routes.downloads`."""
    st.html(f'<a style="{LINK}" download href="{escape(address)}">{escape(title)}</a>')
