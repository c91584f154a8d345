"""A widget shows what its owner holds, and its owner hears what is chosen."""

import pytest
from streamlit.testing.v1 import AppTest


def page():
    import streamlit as st  # noqa: PLC0415 - AppTest runs the text of this function

    from components.state.controlled import controlled  # noqa: PLC0415

    owner = st.session_state.setdefault("owner", {"period": "2024-11", "name": "Kaur"})
    options = ["2024-10", "2024-11"]
    shown = controlled(
        st.selectbox, "p", owner["period"], lambda code: owner.update(period=code), label="P", options=options
    )
    controlled(st.text_input, "n", owner["name"], lambda text: owner.update(name=text.strip()), anew=False, label="N")
    st.text(f"{shown} {owner['period']} {owner['name']}")


def test_the_owner_hears_what_is_chosen_before_the_page_is_drawn():
    app = AppTest.from_function(page).run()
    assert app.text[0].value == "2024-11 2024-11 Kaur"
    assert app.selectbox(key="p").set_value("2024-10").run().text[0].value == "2024-10 2024-10 Kaur"


@pytest.mark.parametrize("typed", ["Seluma", " Seluma "])
def test_the_widget_shows_what_the_owner_made_of_it(typed):
    app = AppTest.from_function(page).run()
    app.text_input(key="n").set_value(typed).run()
    assert app.text_input(key="n").value == "Seluma"


def test_the_widget_shows_what_its_owner_was_told_from_elsewhere():
    app = AppTest.from_function(page).run()
    app.session_state["owner"].update(period="2024-10", name="Bengkulu")
    app.run()
    assert (app.selectbox(key="p").value, app.text_input(key="n").value) == ("2024-10", "Bengkulu")


def test_the_browser_is_told_anew_only_where_that_is_asked_for():
    app = AppTest.from_function(page).run().run()
    assert app.selectbox(key="p").proto.set_value
    assert not app.text_input(key="n").proto.set_value
