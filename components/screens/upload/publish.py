"""Step 6: where the figures go, what publishing changes, and the two buttons."""

import streamlit as st

from components.language.error_messages import problem_sentence
from components.language.i18n import _
from components.screens.upload.compare import show_difference
from components.screens.upload.drafts import draft_link, publish
from components.screens.upload.maps import show_maps
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.session import begin, pipeline_of
from components.screens.upload.state import Work
from components.screens.upload.statements import confirm_statements, open_statements
from components.screens.upload.target import choose_dataset, missing_in, show_source, show_target, upload_of
from components.screens.upload.widgets import key_of
from components.state import users
from components.state.callbacks import unbroken
from data.observations import STORED_COLUMNS
from data.store.drafts import Meets, draft_of, drop_draft, save_draft
from data.store.preferences import remember_alias, remember_form
from errors import DataError


def show_publishing(now: Work, pipeline: Pipeline) -> None:
    choose_dataset(now, 6)
    show_target(now)
    show_source(now)
    missing = missing_in(now)
    if missing:
        st.info(_("Still to be written: {missing}.", missing=", ".join(missing)))
    confirm_statements(now, pipeline)
    show_difference(pipeline)
    _show_buttons(now, bool(missing or open_statements(now, pipeline)))
    if _is_kept(now):
        show_maps(now, pipeline)


def _kept_sentence() -> str:
    if users.current_user().local:
        return _("Kept as a draft; it can be seen on this computer only.")
    return _("Kept as a draft; only you can see it.")


def _is_kept(now: Work) -> bool:
    """Say whether there is a draft of just these choices: a later change wants another draft."""
    return bool(now.draft) and now.drafted_for == now.choices


def _show_buttons(now: Work, blocked: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if _is_kept(now):
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
    user, now.refused_by, pipeline = users.current_user(), None, pipeline_of(now)
    if open_statements(now, pipeline):
        return
    try:
        earlier, target = now.draft, now.choices.target
        meets = Meets(target.dataset, target.base, target.mode)
        kept = save_draft(user, meets, upload_of(pipeline), pipeline.tidied.rows[STORED_COLUMNS])
        now.draft, now.drafted_for = kept.id, now.choices
        if earlier:
            drop_draft(user, earlier)
        _remember(now, pipeline)
    except DataError as error:
        now.refused_by = error


def _remember(now: Work, pipeline: Pipeline) -> None:
    """Remember what was settled by hand, for it need not be settled again."""
    user, said = users.current_user(), now.choices
    for text in pipeline.matched.having("chosen"):
        if text.region_code:
            remember_alias(user, text.key, text.region_code)
    kept = {"plan": said.plan.as_json(), "level": said.level, "within": said.within, "dataset": said.target.dataset}
    kept |= {"sure": sorted(now.sure), "publisher": said.source.publisher, "title": said.source.title}
    remember_form(user, pipeline.form, kept)


def _publish(now: Work) -> None:
    if not _is_kept(now):
        _keep(now)
    if now.refused_by is not None or open_statements(now, pipeline_of(now)):
        return
    try:
        publish(draft_of(users.current_user(), now.draft), now.choices.target.base)
        begin(None)
    except DataError as error:
        now.refused_by = error


def _show_refusal(now: Work, error: DataError) -> None:
    """Say why nothing was published; after a conflict the newer version is one click away."""
    st.error(problem_sentence(error))
    number = error.particulars.get("number")
    if error.code == "published_meanwhile" and number:
        label = _("Compare with version {number}", number=number)
        st.button(label, key=key_of(now, "compare"), on_click=unbroken(_compare_with), args=(now, int(str(number))))


def _compare_with(now: Work, number: int) -> None:
    """Hold the file against the newer version from now on: checks and differences are made anew."""
    now.change_target(new=False, base=number)
    now.refused_by = None
