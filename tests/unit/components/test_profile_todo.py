"""What can be done in a regency, told from its figures alone, in both languages."""

from dataclasses import replace

import pandas as pd
import pytest

from components.language.i18n import use_language
from components.report.profile import actions, figures
from components.report.profile.not_covered import outside_sentences
from components.report.profile.peers import peer_title
from components.state.anonymise import called
from tests.unit.components.test_profile_words import BENGKULU, FACTS, INDONESIA, KAUR, LEBONG, NOW, SELUMA, facts, said

NONE = float("nan")
SIMILAR = "76.03"


@pytest.fixture(autouse=True, params=["id", "en"])
def language(request):
    use_language(request.param)
    yield request.param
    use_language("id")


def row(numerator, denominator, segment="all", indicator="coverage", status="simulated"):
    known = {"region_code": LEBONG, "indicator": indicator, "segment": segment, "period": NOW, "value": 17.0}
    counts = {"numerator": numerator, "denominator": denominator, "status": status, "counts_status": status}
    return next(pd.DataFrame([known | counts]).itertuples())


def lebong(*rows, known=(), target=48.0):
    found = facts(FACTS, region=LEBONG, counts={LEBONG: (5775, 33970)}, target=target)
    return replace(found, coverage=list(rows), known=list(known))


WHOLE = row(5775, 33970)
SEGMENTS = (row(2873, 9885, "pu"), row(2902, 24085, "bpu"), row(682, 1596, "jakon"))


def test_those_outside_are_told_by_segment_the_largest_first(language):
    """33,970 - 5,775 = 28,195; 24,085 - 2,902 = 21,183; 9,885 - 2,873 = 7,012; 1,596 - 682 = 914."""
    whole, parts, *_rest = outside_sentences(lebong(WHOLE, *SEGMENTS))
    assert whole == said(
        language,
        "Menurut hitungan November 2024 (simulasi), 28.195 dari 33.970 pekerja eligible di Lebong belum terlindungi.",
        "By the counts of November 2024 (simulated), 28,195 of 33,970 eligible workers in Lebong are not yet covered.",
    )
    order = [parts.index(count.replace(".", said(language, ".", ","))) for count in ("21.183", "7.012", "914")]
    assert order == sorted(order)
    # Construction is counted apart: 21,183 + 7,012 + 914 are more than 28,195.
    assert said(language, "Setiap segmen dihitung tersendiri", "Each segment is counted by itself") in parts


def test_segments_that_add_up_are_left_without_a_remark(language):
    (_whole, parts, _target) = outside_sentences(
        lebong(row(10, 30), row(4, 14, "pu"), row(6, 16, "bpu"), row(2, 2, "jakon"))
    )
    assert said(language, "tersendiri", "by itself") not in parts


def test_a_segment_without_counts_is_named(language):
    parts = outside_sentences(lebong(WHOLE, *SEGMENTS[:2], row(NONE, NONE, "jakon")))[1]
    assert parts.endswith(
        said(
            language,
            "Belum ada hitungan untuk jasa konstruksi (Jakon).",
            "No counts are known of construction services (Jakon).",
        )
    )


def test_the_target_is_told_in_people_and_as_a_share_of_the_largest_segment(language):
    """48 % of 33,970 are 16,306; less 5,775 are 10,531; of 21,183 that is 49.7 %."""
    told = outside_sentences(lebong(WHOLE, *SEGMENTS))[-1]
    assert said(language, "10.531 peserta aktif", "10,531 more active participants") in told
    assert said(language, "setara 49,7\u00a0% dari bukan penerima upah (BPU)", "as many as 49.7% of those") in told
    assert (
        said(language, "perlu tambahan 10.531 peserta aktif.", "10,531 more active participants would reach 48%")
        in (outside_sentences(lebong(WHOLE))[-1])
    )
    assert said(language, "sudah tercapai", "is reached") in outside_sentences(lebong(WHOLE, target=17.0))[-1]


def test_without_counts_it_is_said_who_could_give_them(language):
    only_percent, nothing = (outside_sentences(lebong(*rows)) for rows in ((row(NONE, NONE),), ()))
    assert len(only_percent) == len(nothing) == 1
    assert said(language, "hanya persentasenya", "only the percentage") in only_percent[0]
    assert said(language, "belum dilaporkan", "nobody reported") in nothing[0]
    for (one,) in (only_percent, nothing):
        assert said(language, "kantor cabang BPJS Ketenagakerjaan", "branch office of BPJS Ketenagakerjaan") in one


def test_villages_and_agencies_that_are_left_are_counted_and_what_nobody_reported_is_said(language):
    enrolled = row(34, 93, indicator="villages_enrolled")
    apparatus = row(23, 93, "village_apparatus", "villages_enrolled")
    villages, staff, agencies = actions.todo_sentences(lebong(WHOLE, known=(enrolled, apparatus)))[-3:]
    assert villages == said(
        language,
        "59 dari 93 desa belum terdaftar (November 2024, simulasi).",
        "59 of 93 villages are not yet enrolled (November 2024, simulated).",
    )
    assert staff.startswith(said(language, "70 dari 93 desa belum mendaftarkan", "70 of 93 villages have not yet"))
    assert said(language, "pemerintah daerah atau kantor cabang", "the regency's government or the branch") in agencies


def test_one_village_left_and_none_left(language):
    one, none = (
        actions.todo_sentences(lebong(WHOLE, known=(row(done, 93, indicator="villages_enrolled"),)))[-2]
        for done in (92, 93)
    )
    assert said(language, "1 dari 93 desa belum terdaftar", "1 of 93 villages is not yet enrolled") in one
    assert said(language, "Semua desa sudah terdaftar (93;", "Every village is enrolled (93;") in none


def test_a_city_of_kelurahan_is_asked_for_no_villages(language):
    city = replace(lebong(WHOLE), code="17.71")
    assert not any(said(language, " desa", "village") in sentence for sentence in actions.todo_sentences(city))


def test_a_province_is_asked_for_nothing_that_its_regencies_report():
    told = actions.todo_sentences(replace(lebong(WHOLE), code=BENGKULU))
    assert told == outside_sentences(replace(lebong(WHOLE), code=BENGKULU))


def test_the_count_beside_a_distance_has_its_unit(language):
    values = {KAUR: 75.0, LEBONG: 17.0, SELUMA: 20.0, BENGKULU: 37.0, INDONESIA: 39.0}
    found = figures.area_figures(facts(values, region=LEBONG, counts={LEBONG: (5775, 33970)}))
    # 37 % of 33,970 are 12,568.9, so 12,569 - 5,775.
    assert found[0].note == said(
        language, "37,0\u00a0%; kurang 6.794 peserta aktif", "37.0%; 6,794 active participants fewer"
    )


def test_a_region_of_another_province_is_told_with_it_unless_its_name_is_hidden():
    found = lebong(WHOLE)
    assert (peer_title(KAUR, found), peer_title(SIMILAR, found)) == ("Kaur", "Mamasa (Sulawesi Barat)")
    with called({SIMILAR: "Wilayah 1"}):
        assert peer_title(SIMILAR, found) == "Wilayah 1"
