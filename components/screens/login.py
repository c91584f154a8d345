"""The login in words and buttons: who is logged in with which role, and how to configure it where nobody can be."""

from collections.abc import Mapping

import streamlit as st

from components.language.error_messages import problem_sentence
from components.language.i18n import N_, _
from components.language.markdown import plain
from components.state import streamlit_private
from components.state.users import current_user
from data.store.paths import roles_file
from data.store.roles import Role, User, role_of
from errors import DataError

SECRETS = """[auth]
redirect_uri = "https://cakupan.example.go.id/oauth2callback"
cookie_secret = "…"
client_id = "…"
client_secret = "…"
server_metadata_url = "https://login.example.go.id/.well-known/openid-configuration"
"""
ROLES = """[roles]
"ana@example.go.id" = "analyst"
"puji@example.go.id" = "publisher"
"adi@example.go.id" = "admin"
"""
ROLE_TITLES = {
    "viewer": N_("viewer"),
    "analyst": N_("analyst"),
    "publisher": N_("publisher"),
    "admin": N_("administrator"),
    "server": N_("the server itself"),
}


def show_login() -> None:
    """Who is logged in, with a way out; else a way in, where one is configured."""
    user = current_user()
    if user.local:
        return
    if user.address or st.user.get("is_logged_in"):
        st.caption(f"{plain(user.address)} · {_role_title(user)}" if user.address else _no_address())
        st.button(_("Log out"), on_click=st.logout, key="logout", width="stretch")
    else:
        for provider in providers():
            label = _("Log in") if provider == "default" else _("Log in with {name}", name=plain(provider))
            st.button(label, on_click=st.login, args=(provider,), key=f"login-{provider}", width="stretch")


def providers() -> list[str]:
    """The providers of the secrets' `[auth]`: `default` for its own, else the names of its tables."""
    auth = streamlit_private.login_settings()
    named = [name for name, about in auth.items() if isinstance(about, Mapping) and "client_id" in about]
    return ["default"] if "client_id" in auth else named


def _no_address() -> str:
    return _("The login has brought no verified e-mail address: ask the administrator of the login.")


def how_to_log_in() -> str:
    """What to do for uploading where nobody may, as Markdown."""
    if providers():
        return _(
            "Uploading needs a login with the role analyst, publisher or admin. Roles stand in the file `{file}` on the server:",
            file=roles_file().name,
        ) + _block(ROLES)
    return "\n\n".join(
        [
            _("Uploading is off: nobody can be told apart here. There are two ways to turn it on."),
            _(
                "**On one's own computer:** start the program by `make run`, or set the variable `CAKUPAN_LOCAL=1` before `streamlit run app.py`, and open it at `http://localhost:8501` on that same computer."
            ),
            _(
                "**For several people:** an administrator configures the login (OpenID Connect) in `.streamlit/secrets.toml` and starts the program anew; `cookie_secret` is a long random text:"
            )
            + _block(SECRETS),
            _(
                "and gives each address a role in the file `{file}` in the folder of the store (`CAKUPAN_STORE`):",
                file=roles_file().name,
            )
            + _block(ROLES),
        ]
    )


def _block(text: str) -> str:
    return f"\n\n```toml\n{text}```"


def role_title(role: Role | None) -> str:
    """A role in words; who has none is said to have none."""
    return _(ROLE_TITLES[role]) if role else _("without a role")


def _role_title(user: User) -> str:
    try:
        return role_title(role_of(user))
    except DataError as error:
        return problem_sentence(error)
