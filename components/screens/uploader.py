"""The field that takes a file, in the language of the screen: Streamlit's own says "Upload" in every language."""

from typing import Any

import streamlit as st

from components.language.i18n import _

# By the class that Streamlit gives to a key. The words on the button are ours, for eyes and for screen readers; how
# large a file may be stands in the label.
STYLE = """<style>
.st-key-{key} section button p {{ display: none; }}
.st-key-{key} section button div:has(> p)::after,
.st-key-{key} section [data-testid="stBaseButton-borderlessIcon"]::after {{ content: "{words}"; }}
.st-key-{key} section [data-testid="stBaseButton-borderlessIcon"] {{ width: auto; white-space: nowrap; }}
.st-key-{key} [data-testid="stFileUploaderDropzoneInstructions"] {{ display: none; }}
</style>"""


def show_uploader(label: str, key: str, **given: Any) -> Any:
    """Draw a field for one file, and return the file or None, as `st.file_uploader` does."""
    st.html(STYLE.format(key=key, words=_("Choose a file")))
    return st.file_uploader(label, key=key, **given)
