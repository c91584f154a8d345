"""Whatever goes wrong inside, the user reads one sentence with a number, and the log has the rest under it."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from components.screens import overview, panel
from components.screens.ranking_list import summary
from components.state import reference, session
from components.state import unexpected_errors as boundary
from errors import DataError

SENTENCES = {
    "id": r"Terjadi sesuatu yang tidak diperkirakan program ini \(nomor (\d{6})\)",
    "en": r"Something went wrong that the program did not expect \(number (\d{6})\)",
}


def broken(*_args, **_named):
    raise KeyError("a secret of /srv/cakupan")


def number_in(screen, lang="id"):
    """The number in the one sentence on screen; nothing of the error itself stands beside it."""
    (said,) = [text for text in screen.said("error") if re.search(SENTENCES[lang], text)]
    assert "secret" not in screen.words
    assert screen.failed == []
    return re.search(SENTENCES[lang], said)[1]


@pytest.mark.parametrize("lang", SENTENCES)
@pytest.mark.parametrize(
    "broken_at",
    [
        ("overview", overview, "show_situation"),
        ("ranking", summary, "show_summary"),
        ("ranking", panel, "show_counts"),
        ("map", reference, "area_codes"),
        ("overview", session, "begin"),
        ("map", session, "resolve"),
    ],
)
def test_an_error_of_a_page_is_a_sentence_with_a_number_that_the_log_carries(
    opened, monkeypatch, failures, broken_at, lang
):
    page, module, name = broken_at
    monkeypatch.setattr(module, name, broken)
    screen = opened(page, lang=lang)
    number = number_in(screen, lang)
    failures.append(number)  # the fixture holds it against the log


def page_with_controls():
    import streamlit as st  # noqa: PLC0415 - AppTest runs the text of this function

    from components.state.callbacks import unbroken  # noqa: PLC0415
    from components.state.unexpected_errors import boundary, show_kept_failures  # noqa: PLC0415
    from errors import DataError  # noqa: PLC0415

    def bad(error):
        raise error

    with boundary():
        show_kept_failures()
        st.button("fault", on_click=unbroken(bad), args=(KeyError("a secret"),))
        st.button("wrong file", on_click=unbroken(bad), args=(DataError("file_empty", file="a.csv"),))
        if st.button("again"):
            st.rerun()
        if st.button("enough"):
            st.stop()
        st.write("to the end")


def test_an_error_of_a_callback_is_said_and_the_page_goes_on(failures):
    app = AppTest.from_function(page_with_controls).run()
    app.button[0].click().run()
    failures.append(re.search(SENTENCES["id"], app.error[0].value)[1])
    assert app.markdown[-1].value == "to the end"
    assert not app.exception
    assert not app.run().error  # said once


def test_a_wrong_input_in_a_callback_is_its_own_sentence():
    app = AppTest.from_function(page_with_controls).run()
    app.button[1].click().run()
    assert app.error[0].value.startswith(r"Berkas a\.csv kosong")


def test_streamlits_own_signals_pass():
    app = AppTest.from_function(page_with_controls).run()
    app.button[2].click().run()
    assert not app.error
    assert app.markdown[-1].value == "to the end"
    app.button[3].click().run()
    assert not app.error
    assert not app.markdown


def test_no_line_of_the_log_is_the_errors_own(caplog, failures):
    failures.append(boundary.noted(ValueError("first\n2026-01-01 root published\rsecond")))
    assert not [line for line in caplog.messages[0].splitlines()[1:] if not line.startswith("    ")]


def test_what_streamlit_hands_over_is_a_sentence_and_nothing_more(failures):
    def page():
        import streamlit as st  # noqa: PLC0415

        from components.state.unexpected_errors import show_failure  # noqa: PLC0415

        st.session_state["handled"] = show_failure(KeyError("a secret"))

    app = AppTest.from_function(page).run()
    assert app.session_state["handled"] is True
    failures.append(re.search(SENTENCES["id"], app.error[0].value)[1])


def test_a_wrong_input_has_no_number():
    assert "nomor" not in boundary.failure_sentence(DataError("file_empty", file="a.csv"))
