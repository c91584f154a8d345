"""What Streamlit calls when something was pressed or typed."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from components.state.streamlit_private import draws_whole_page, uninterrupted
from components.state.unexpected_errors import keep_failure

Given = ParamSpec("Given")
Back = TypeVar("Back")


def unbroken(callback: Callable[Given, Back]) -> Callable[Given, Back | None]:
    """Let a callback run to its end, whatever comes in meanwhile; every callback of the app is one of these.

    Streamlit 1.67 looks for the next event at every touch of `st.session_state`, and breaks the callback off there
    without a word: what was typed into the first of two fields was gone once the second was filled in quickly enough.
    The next event is taken up after the callback. A callback draws nothing: to draw is to look for events, too.
    An error ends it, not the page: the frame says it. Only where a fragment alone is drawn anew there is no frame,
    and Streamlit's own end of a run says it.
    """

    @wraps(callback)
    def whole(*args: Given.args, **named: Given.kwargs) -> Back | None:
        with uninterrupted():
            try:
                return callback(*args, **named)
            except Exception as error:
                if not draws_whole_page():
                    raise
                keep_failure(error)
                return None

    return whole
