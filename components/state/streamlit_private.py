"""The private parts of Streamlit 1.67 that the program relies on: no other module touches one, and ruff holds it so.

Its test runs each against the installed Streamlit: a new version is tried there first. What is known of the files of
Streamlit's browser side stays where it is used, each with a test: its index.html in `server/static/page.py` and, by its
ETag, in `middleware.py`; the names of its scripts in `bundles.py` and `chunks.py`; its icon font in `fonts.py`; the
parts of its uploader in `screens/uploader.py`; the state of a run in `screens/meeting/open_later.js`.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from streamlit import auth_util, file_util, runtime
from streamlit.errors import FragmentHandledException
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile
from streamlit.web.server import server_util
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

# What `st.file_uploader` returns, and what a fragment raises once its error stands on the screen.
__all__ = ["FragmentHandledException", "UploadedFile"]

# Takes a file into a session: /_stcore/upload_file/<session>/<file>.
UPLOADS = "/_stcore/upload_file"
LOGOUT = "/auth/logout"
# What it tells machines: counts of sessions and memory, and its interface for agents.
FOR_MACHINES = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
# Where it reads the parameters of an address itself; those of a page are read by the browser.
READS_PARAMETERS = ("/auth/", "/oauth2callback", "/_stcore/", "/media/", "/component/")


def session_id() -> str | None:
    """Return the id of the session whose run this is; None outside of a run."""
    context = get_script_run_ctx()
    return context.session_id if context else None


def draws_whole_page() -> bool:
    """Say whether this is a run of the whole script; False outside of a run and where fragments alone are drawn."""
    context = get_script_run_ctx()
    return context is not None and not context.fragment_ids_this_run


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let no event break off what is done inside; the next one is taken up after it.

    Every touch of `st.session_state` calls its `_yield_callback`, which ends the run where an event has come in.
    """
    context = get_script_run_ctx()
    if context is None:
        yield
        return
    state = context.session_state
    look_for_events = state._yield_callback
    object.__setattr__(state, "_yield_callback", lambda: None)  # a plain assignment would set a key of the session
    try:
        yield
    finally:
        object.__setattr__(state, "_yield_callback", look_for_events)


def websocket_of(session: str) -> tuple[str | None, Iterable[tuple[str, str]]] | None:
    """Return the other end's address and the headers of a session's websocket; None where it is not connected.

    Not from `st.context`: its `ip_address` is None for 127.0.0.1 and for a socket without an address alike.
    """
    client = runtime.get_instance().get_client(session) if runtime.exists() else None
    seen = client.client_context if client else None
    return (seen.remote_ip, seen.headers) if seen else None


def upload_sizes() -> dict[str, int]:
    """Return how many bytes of uploaded files are held, by session."""
    files = _uploads()
    # Other threads add and remove files meanwhile: copies are safe to walk.
    held = list(files.file_storage.items()) if files else []
    return {session: sum(len(record.data) for record in list(records.values())) for session, records in held}


def drop_uploads(session: str) -> None:
    """Forget the uploaded files of a session."""
    if files := _uploads():
        files.remove_session_files(session)


def has_ended(session: str) -> bool:
    """Say whether a session is neither connected nor may come back; no public way tells the two apart."""
    return runtime.get_instance()._session_mgr.get_session_info(session) is None


def _uploads() -> MemoryUploadedFileManager | None:
    files = runtime.get_instance().uploaded_file_mgr if runtime.exists() else None
    return files if isinstance(files, MemoryUploadedFileManager) else None


def login_settings() -> Mapping[str, Any]:
    """Return the `[auth]` of the secrets; empty without one. `st.secrets` raises where there is no file."""
    return auth_util.get_secrets_auth_section() or {}


def login_origin() -> str | None:
    """Return the address that logins are made for, as `https://cakupan.example.go.id`; None without logins."""
    return auth_util.get_origin_from_redirect_uri()


def cookie_secret() -> str:
    """Return the text that signs cookies: of `[auth]`, else the setting's, else one by chance."""
    return server_util.get_cookie_secret()


def signed_login(cookies: Mapping[str, str]) -> bytes | None:
    """Return what the login's cookie says, put together from its parts; None unless every part's signature holds.

    A signature holds for the 31 days that Streamlit gives a login.
    """
    secret = cookie_secret()

    def part(name: str) -> bytes | None:
        value = cookies.get(name)
        return decode_signed_value(secret, name, value.encode("latin-1", "replace")) if value else None

    return auth_util.get_cookie_with_chunks(part, USER_COOKIE_NAME)


def browser_files() -> Path:
    """Return the folder of what Streamlit sends to the browser: index.html and the folder `static`."""
    return Path(file_util.get_static_dir())
