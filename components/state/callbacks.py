"""What Streamlit calls when something was pressed or typed."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from streamlit.runtime.scriptrunner import get_script_run_ctx

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
        context = get_script_run_ctx()
        if context is None:
            return callback(*args, **named)
        state = context.session_state
        look_for_events = state._yield_callback
        object.__setattr__(state, "_yield_callback", lambda: None)  # a plain assignment would set a key of the session
        try:
            return callback(*args, **named)
        except Exception as error:
            if context.fragment_ids_this_run:
                raise
            keep_failure(error)
            return None
        finally:
            object.__setattr__(state, "_yield_callback", look_for_events)

    return whole
