"""Numbers in words: what tells 39.487 as thousands from 39,487 as a fraction."""

import pytest

from components.language.i18n import use_language
from components.language.numbers_in_words import spoken


@pytest.fixture(autouse=True)
def language():
    yield
    use_language("id")


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (0.0, "nol", "zero"),
        (39087.0, "tiga puluh sembilan ribu delapan puluh tujuh", "thirty-nine thousand eighty-seven"),
        (39.487, "tiga puluh sembilan koma empat delapan tujuh", "thirty-nine point four eight seven"),
        (1000.0, "seribu", "one thousand"),
        (1_200_011.0, "satu juta dua ratus ribu sebelas", "one million two hundred thousand eleven"),
        (119.5, "seratus sembilan belas koma lima", "one hundred nineteen point five"),
        (-2.0, "minus dua", "minus two"),
    ],
)  # fmt: skip
def test_a_number_is_said_in_both_languages(value, indonesian, english):
    use_language("id")
    assert spoken(value) == indonesian
    use_language("en")
    assert spoken(value) == english
