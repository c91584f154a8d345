"""What of an address is not known is told by a word for each parameter."""

from components.state.address_words import PARAMETERS
from components.state.selection import DEFAULTS, OPTIONS


def test_every_parameter_with_codes_has_a_word():
    assert set(DEFAULTS) | set(OPTIONS) <= set(PARAMETERS)
