"""Step 6: where the figures go, what publishing changes, and the two buttons."""

from dataclasses import replace

import streamlit as st

from components.language.error_messages import problem_sentence
from components.language.i18n import _
from components.screens.upload.compare import show_difference
from components.screens.upload.drafts import draft_link, publish
from components.screens.upload.made import form_of, matched_of, plan_key, plan_of, tidy_of
from components.screens.upload.maps import show_maps
from components.screens.upload.ready import checks_ready
from components.screens.upload.state import Work, begin, settled_key, work
from components.screens.upload.statements import confirm_statements, open_statements
from components.screens.upload.steps import show_heading_of, show_waiting
from components.screens.upload.target import choose_dataset, missing_in, show_source, show_target, upload_of
from components.screens.upload.widgets import key_of
from components.state import users
from components.state.callbacks import unbroken
from data.observations import STORED_COLUMNS
from data.store.drafts import Meets, draft_of, drop_draft, save_draft
from data.store.preferences import remember_alias, remember_form
from errors import DataError


def show_publishing() -> None:
    now = work()
    if now is None or not checks_ready(now):
        show_waiting(6)
        return
    show_heading_of(6)
    choose_dataset(now, 6)
    show_target(now)
    show_source(now)
    missing = missing_in(now)
    if missing:
        st.info(_("Still to be written: {missing}.", missing=", ".join(missing)))
    confirm_statements(now)
    show_difference(now)
    _show_buttons(now, bool(missing or open_statements(now)))
    if now.draft and now.drafted_for == state_of(now):
        show_maps(now)


def _kept_sentence() -> str:
    if users.current_user().local:
        return _("Kept as a draft; it can be seen on this computer only.")
    return _("Kept as a draft; only you can see it.")


def state_of(now: Work) -> tuple:
    """All that a draft is made from: a later change wants another draft."""
    scope = (now.settings, plan_key(now), now.level, now.within, settled_key(now))
    return (*scope, now.target, now.source)


def _show_buttons(now: Work, blocked: bool) -> None:
    is_kept = bool(now.draft) and now.drafted_for == state_of(now)
    with st.container(horizontal=True, vertical_alignment="center"):
        if is_kept:
            st.markdown(":green[✓] " + _kept_sentence(), width="content")
            draft_link(now.draft, _("Open it on all pages"))
        else:
            label = _("Keep as a draft and see the map") if not now.draft else _("Keep the changes in the draft")
            st.button(label, key=key_of(now, "keep_draft"), on_click=unbroken(_keep), args=(now,), disabled=blocked)
        if users.may(users.current_user(), "publish"):
            st.button(
                _("Publish"),
                key=key_of(now, "publish"),
                on_click=unbroken(_publish),
                args=(now,),
                disabled=blocked,
                type="primary",
            )
        else:
            st.caption(
                _("Publishing needs the role publisher: a publisher can upload this file, or give you the role.")
            )
    if now.refused_by is not None:
        _show_refusal(now, now.refused_by)


def _keep(now: Work) -> None:
    """Keep the figures as a draft in place of the earlier one of this file, and what was settled for the next file."""
    user, now.refused_by = users.current_user(), None
    if open_statements(now):
        return
    try:
        earlier = now.draft
        target = now.target
        meets = Meets(target.dataset, target.base, target.mode)
        kept = save_draft(user, meets, upload_of(now), tidy_of(now).rows[STORED_COLUMNS])
        now.draft, now.drafted_for = kept.id, state_of(now)
        if earlier:
            drop_draft(user, earlier)
        _remember(now)
    except DataError as error:
        now.refused_by = error


def _remember(now: Work) -> None:
    """What was settled by hand need not be settled again."""
    user = users.current_user()
    for text in matched_of(now).having("chosen"):
        if text.region_code:
            remember_alias(user, text.key, text.region_code)
    source = now.source
    kept = {"plan": plan_of(now).as_json(), "level": now.level, "within": now.within, "dataset": now.target.dataset}
    kept["sure"] = sorted(now.sure)
    remember_form(user, form_of(now), {**kept, "publisher": source.publisher, "title": source.title})


def _publish(now: Work) -> None:
    if not now.draft or now.drafted_for != state_of(now):
        _keep(now)
    if now.refused_by is not None or open_statements(now):
        return
    try:
        publish(draft_of(users.current_user(), now.draft), now.target.base)
        begin(None)
    except DataError as error:
        now.refused_by = error


def _show_refusal(now: Work, error: DataError) -> None:
    """Why nothing was published; after a conflict the newer version is one click away."""
    st.error(problem_sentence(error))
    number = error.particulars.get("number")
    if error.code == "published_meanwhile" and number:
        label = _("Compare with version {number}", number=number)
        st.button(label, key=key_of(now, "compare"), on_click=unbroken(_compare_with), args=(now, int(str(number))))


def _compare_with(now: Work, number: int) -> None:
    """The newer version is what the file is held against from now on: checks and differences are made anew."""
    now.target = replace(now.target, new=False, base=number)
    now.refused_by = None
