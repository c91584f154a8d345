"""The gate before everything of Streamlit: hosts, uploads with their quotas, closed paths, security headers."""

from starlette.middleware import Middleware

from components.server.security.connections import watch_connections
from components.server.security.middleware import Gate
from components.server.security.secret import refuse_weak_secret


def gate() -> Middleware:
    """What `st.App(middleware=[…])` takes, first of all. Ends the program where its logins could be forged."""
    refuse_weak_secret()
    watch_connections()
    return Middleware(Gate)
