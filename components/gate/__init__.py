"""The gate before everything of Streamlit: hosts, uploads with their quotas, closed paths, security headers."""

from starlette.middleware import Middleware

from components.gate.middleware import Gate


def gate() -> Middleware:
    """What `st.App(middleware=[…])` takes, first of all."""
    return Middleware(Gate)
