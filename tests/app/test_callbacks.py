"""Nothing that is pressed or typed is lost, however quickly the next thing comes."""

import ast
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
# Words that Streamlit knows, and its own functions.
PATHS = [*ROOT.glob("components/**/*.py"), *ROOT.glob("pages/*.py")]
OF_STREAMLIT = ("'rerun'", "'ignore'", "st.login", "st.logout")


def page_with_two_fields():
    import streamlit as st  # noqa: PLC0415 - AppTest runs the text of this function

    from components.state.callbacks import unbroken  # noqa: PLC0415
    from tests.streamlit_private import let_an_event_come_in  # noqa: PLC0415

    @unbroken
    def take():
        if "taken" not in st.session_state:
            let_an_event_come_in()
        typed = st.session_state["field"]
        st.session_state["taken"] = typed

    st.text_input("Field", key="field", on_change=take)
    st.session_state["runs"] = st.session_state.get("runs", 0) + 1


def test_a_callback_is_not_broken_off_by_the_next_event_which_is_taken_up_after_it():
    app = AppTest.from_function(page_with_two_fields).run()
    app.text_input(key="field").set_value("Kantor Cabang Bengkulu").run()
    assert app.session_state["taken"] == "Kantor Cabang Bengkulu"
    assert app.session_state["runs"] >= 2


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_callback_is_unbroken(path):
    for call in ast.walk(ast.parse(path.read_text())):
        for given in getattr(call, "keywords", ()):
            if given.arg and given.arg.startswith("on_") and given.arg.endswith(("click", "change", "select")):
                text = ast.unparse(given.value)
                assert text.startswith("unbroken(") or text in OF_STREAMLIT, f"{path.name}:{given.value.lineno} {text}"
