"""An unexpected error as one sentence with a number; the log has all of it under that number."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from components.language.error_messages import problem_sentence
from components.language.i18n import LANGUAGES, _, use_language
from components.state.error_log import noted
from components.state.streamlit_private import FragmentHandledException
from errors import DataError

# Sentences of callbacks, which draw nothing themselves, until the frame says them.
KEY = "failures"


def failure_sentence(error: Exception) -> str:
    """Return what the user is told: a wrong input's own sentence, and of anything else no word but its number."""
    return problem_sentence(error) if isinstance(error, DataError) else unexpected(noted(error))


def unexpected(number: str) -> str:
    """Return the sentence for what is in the log under a number."""
    return _(
        "Something went wrong that the program did not expect (number {number}): load the page again; if it stays "
        "so, give this number to whoever runs the server.",
        number=number,
    )


def show_failure(error: Exception) -> bool:
    """Say it where the page stands; True tells Streamlit that nothing more is to be shown (`on_script_error`)."""
    wanted = st.query_params.get("lang")
    if wanted in LANGUAGES:  # a callback or fragment may fail before the run has set its language
        use_language(wanted)
    st.error(failure_sentence(error))
    return True


def keep_failure(error: Exception) -> None:
    """Keep what went wrong in a callback until the frame draws, in the language that is known only then."""
    kept = error if isinstance(error, DataError) else noted(error)
    st.session_state[KEY] = [*st.session_state.get(KEY, []), kept]


def show_kept_failures() -> None:
    """Say once what went wrong in callbacks."""
    for kept in st.session_state.pop(KEY, []):
        st.error(problem_sentence(kept) if isinstance(kept, DataError) else unexpected(kept))


@contextmanager
def boundary() -> Iterator[None]:
    """Let no error of a page further than its sentence; Streamlit's own signals (rerun, stop) pass."""
    try:
        yield
    except FragmentHandledException:  # said already, where the fragment stands
        raise
    except Exception as error:
        show_failure(error)
