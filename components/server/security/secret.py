"""The text that signs logins, looked at before anything is served."""

from components.state import streamlit_private

# Whoever guesses it can be anybody. 32 signs by chance are past guessing; of words so many are at least a sentence.
SHORTEST, FEWEST_SIGNS = 32, 8


def refuse_weak_secret() -> None:
    """End the program with one sentence where the login's `cookie_secret` could be guessed.

    For whoever starts it, in both languages: there is no screen yet. Without one in the secrets Streamlit makes one by
    chance.
    """
    secret = streamlit_private.cookie_secret()
    if not streamlit_private.login_settings() and len(secret) >= SHORTEST:
        return
    if len(secret) < SHORTEST or len(set(secret)) < FEWEST_SIGNS:
        raise SystemExit(
            f"cookie_secret terlalu pendek: tulis teks acak, sedikitnya {SHORTEST} huruf, di .streamlit/secrets.toml.\n"
            f"cookie_secret is too short: write random text of {SHORTEST} letters or more in .streamlit/secrets.toml."
        )
