"""The gate before everything of Streamlit: hosts, uploads with their quotas, closed paths, security headers."""

from starlette.middleware import Middleware

from components.gate.connections import watch_connections
from components.gate.middleware import Gate
from components.gate.secret import refuse_weak_secret


def gate() -> Middleware:
    """What `st.App(middleware=[…])` takes, first of all. Ends the program where its logins could be forged."""
    refuse_weak_secret()
    watch_connections()
    return Middleware(Gate)
