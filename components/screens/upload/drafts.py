"""The analyst's own drafts on top of the page, and the line that says what was published."""

from collections.abc import Callable

import streamlit as st

from components.language.dates import day_text
from components.language.error_messages import problem_sentence
from components.language.i18n import _, integer, ngettext
from components.language.markdown import plain
from components.screens.upload.session import SAID, work
from components.screens.upload.state import Work
from components.screens.upload.target import title_in
from components.state import users
from components.state.callbacks import unbroken
from data.store.drafts import Draft, draft_of, drafts_of, drop_draft, publish_draft, rebase_draft
from data.store.versions import newest
from errors import DataError

REFUSED = "upload_draft_refused"


def show_drafts() -> None:
    """Show what was published last, then every draft with its way on."""
    _say_published()
    found = drafts_of(users.current_user())
    if not found:
        return
    with st.expander(
        ngettext("{count} draft of yours", "{count} drafts of yours", len(found)), expanded=len(found) < 4
    ):
        for draft in found:
            _show_draft(draft)


def publish(draft: Draft, base: int) -> None:
    """Publish a draft and say so on the next run. Raises DataError as `publish_draft`."""
    number = publish_draft(users.current_user(), draft.id, base)
    st.session_state[SAID] = (draft.dataset, number, title_in(draft.upload.about) or draft.dataset)


def draft_link(draft_id: str, label: str) -> None:
    """Open a draft on the overview; from there on every page speaks of it."""
    st.page_link(_page("overview"), label=label, query_params={"set": f"draft-{draft_id}"})


def _page(stem: str) -> st.Page:
    return st.session_state["pages"][stem]


def _say_published() -> None:
    if SAID not in st.session_state:
        return
    name, number, title = st.session_state[SAID]
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        said = _("Published: **{title}**, version {number}.", title=plain(title), number=number)
        st.markdown(f":green[✓] {said}", width="stretch")
        st.page_link(_page("overview"), label=_("Overview"), query_params={"set": name, "v": str(number)})
        st.page_link(_page("versions"), label=_("Versions"), query_params={"set": name, "v": str(number)})


def _show_draft(draft: Draft) -> None:
    user = users.current_user()
    with st.container(horizontal=True, vertical_alignment="center"):
        about = _(
            "**{title}** · {file} · {count} figures · {day}",
            title=plain(title_in(draft.upload.about) or draft.dataset),
            file=plain(draft.upload.file_name),
            count=integer(draft.rows),
            day=day_text(draft.when),
        )
        st.markdown(about + _older(draft), width="stretch")
        draft_link(draft.id, _("Open the draft"))
        if _holds(work(), draft):
            st.caption(_("the file below"), width="content")
        elif users.may(user, "publish"):
            st.button(
                _("Publish"), key=f"publish_{draft.id}", on_click=unbroken(_publish), args=(draft,), type="tertiary"
            )
        st.button(_("Discard"), key=f"drop_{draft.id}", on_click=unbroken(_drop), args=(draft,), type="tertiary")
    refused = st.session_state.get(REFUSED, {}).get(draft.id)
    if refused is not None:
        _show_refusal(draft, refused)


def _older(draft: Draft) -> str:
    """Warn where the dataset has gone on since: the draft may be the one that was corrected meanwhile."""
    number = newest(draft.dataset)
    if number == draft.base:
        return ""
    return " · :orange[{}]".format(_("older than version {number}", number=number))


def _show_refusal(draft: Draft, error: DataError) -> None:
    st.error(problem_sentence(error))
    if error.code == "published_meanwhile":
        number = newest(draft.dataset)
        label = _("Put the draft on version {number}, and look at it again", number=number)
        st.button(label, key=f"rebase_{draft.id}", on_click=unbroken(_rebase), args=(draft,))


def _publish(draft: Draft) -> None:
    _try(draft, lambda: publish(draft_of(users.current_user(), draft.id), draft.base))


def _drop(draft: Draft) -> None:
    now = work()
    if _try(draft, lambda: drop_draft(users.current_user(), draft.id)) and now and _holds(now, draft):
        now.draft, now.drafted_for = "", None


def _holds(now: Work | None, draft: Draft) -> bool:
    return now is not None and now.draft == draft.id


def _rebase(draft: Draft) -> None:
    _try(draft, lambda: rebase_draft(users.current_user(), draft.id))


def _try(draft: Draft, do: Callable[[], object]) -> bool:
    """Say whether it could be done; what is refused is said under its own draft, and nowhere else."""
    try:
        do()
    except DataError as error:
        st.session_state[REFUSED] = {draft.id: error}
        return False
    st.session_state.pop(REFUSED, None)
    return True
