"""What Streamlit holds of uploaded files, and an end to what it holds for nobody."""

import asyncio

from streamlit import config, runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager


def held_by_session() -> dict[str, int]:
    """How many bytes of uploaded files Streamlit holds, by session that is live or may come back."""
    drop_ended()
    files = _files()
    if files is None:
        return {}
    # Other threads add and remove files meanwhile: copies are safe to walk.
    return {
        session: sum(len(record.data) for record in list(records.values()))
        for session, records in list(files.file_storage.items())
    }


def drop_ended() -> None:
    """Drop the files of sessions that have ended.

    Streamlit 1.67 does so only once the session itself is collected as garbage, which may be never: measured, 2 MB
    of a closed session were still held 20 s after its time was up, with others coming and going.
    """
    files = _files()
    if files is None:
        return
    sessions = runtime.get_instance()._session_mgr  # no public way tells a session that may come back from an ended one
    for session in list(files.file_storage):
        if sessions.get_session_info(session) is None:
            files.remove_session_files(session)


def drop_later() -> None:
    """Look again when a session whose websocket has just closed can no longer come back."""
    wait = float(config.get_option("server.disconnectedSessionTTL")) + 1
    asyncio.get_running_loop().call_later(wait, drop_ended)


def _files() -> MemoryUploadedFileManager | None:
    files = runtime.get_instance().uploaded_file_mgr if runtime.exists() else None
    return files if isinstance(files, MemoryUploadedFileManager) else None
