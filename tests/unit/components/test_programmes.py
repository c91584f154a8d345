"""How the five programmes' rules are named."""

import pytest

from components.language.i18n import use_language
from components.screens.programmes import regulations


@pytest.fixture(autouse=True)
def _indonesian_afterwards():
    yield
    use_language("id")


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("id", "PP 44/2015, PP 6/2025"),
        ("en", "Government Regulation 44/2015, Government Regulation 6/2025"),
    ],
)
def test_a_regulation_is_named_in_the_readers_language(language, shown):
    use_language(language)
    assert regulations("PP 44/2015, PP 6/2025") == shown
