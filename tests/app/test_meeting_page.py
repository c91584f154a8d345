"""Rapat: the slides of a selection chosen, put into order, and kept under a name."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from components.screens import exports
from components.state import users
from components.state.open_drafts import open_draft
from data.store.decks import KeptDeck, deck, decks, keep_deck
from data.store.roles import User
from tests.app.published import NAME, draft_kaur, publish_kaur
from tests.streamlit_private import WidgetState

HOSTILE = '**<img src=x onerror=alert(1)>** :material/delete: "=1+1"'
OTHER = User("ana@example.go.id")
BENGKULU = {"set": "simulated", "area": "17", "indicator": "coverage", "period": "2024-11"}


def slides(screen, part="shown"):
    return [one["id"] for one in screen.given(_list_key(screen))[part]]


def _list_key(screen):
    return next(one.key for one in screen.app.main if str(getattr(one, "key", "")).startswith("meeting_slides"))


def deck_address(screen):
    (button,) = [
        one for one in screen.app.main.get("link_button") if one.proto.label in ("Buka presentasi", "Open the deck")
    ]
    return urlsplit(button.proto.url)


def arrange(screen, shown, hidden, wish="1"):
    revision = screen.given(_list_key(screen))["revision"]
    return screen.answer(_list_key(screen), wish={"id": wish, "revision": revision, "shown": shown, "hidden": hidden})


def keep(screen, name="FGD"):
    (field,) = [one for one in screen.app.text_input if one.label == "Nama presentasi"]
    field.set_value(name)
    return screen.click("Simpan presentasi")


def test_the_slides_of_the_selection_are_listed_and_opened(opened):
    screen = opened("meeting", **BENGKULU)
    assert slides(screen)[:2] == ["key", "map"]
    assert slides(screen)[-2:] == ["sources", "profiles"]
    address = deck_address(screen)
    assert address.path == "/decks/view"
    assert {"17"} == set(parse_qs(address.query)["area"])
    assert "slides" not in parse_qs(address.query)
    assert "8 slide dan 10 profil" in screen.words


def test_order_and_choice_go_into_the_address_of_the_deck(opened):
    screen = opened("meeting", **BENGKULU)
    first, *rest = slides(screen)
    arrange(screen, ["map", "profiles"], [first, *[one for one in rest if one not in ("map", "profiles")]])
    assert slides(screen) == ["map", "profiles"]
    assert parse_qs(deck_address(screen).query)["slides"] == ["map,profiles"]
    screen.choose(meeting_profiles_=["17.04", "17.07"])
    assert parse_qs(deck_address(screen).query)["slides"] == ["map,profile-17.04,profile-17.07"]
    screen.choose(meeting_names_=True)
    assert parse_qs(deck_address(screen).query)["names"] == ["hidden"]


def test_an_order_that_a_browser_made_up_is_not_taken(opened):
    screen = opened("meeting", **BENGKULU)
    before = slides(screen)
    arrange(screen, ["map", "../../etc"], [])
    assert slides(screen) == before
    assert screen.failed == []


def test_without_the_role_the_page_says_what_keeping_needs(opened):
    screen = opened("meeting", **BENGKULU)
    assert "memerlukan peran analis" in " ".join(screen.said("info"))
    assert not [one for one in screen.app.text_input if one.label == "Nama presentasi"]


def test_a_kept_deck_comes_back_in_a_new_session(opened, sits_here):
    screen = opened("meeting", **BENGKULU)
    arrange(screen, ["map", "key"], [one for one in slides(screen) if one not in ("map", "key")])
    keep(screen, HOSTILE)
    (kept,) = decks(sits_here)
    assert (kept.name, kept.slides, kept.choice["period"]) == (HOSTILE, ("map", "key"), "2024-11")
    assert screen.address["deck"] == kept.id
    assert deck_address(screen).path == f"/decks/{kept.id}"
    again = opened("meeting", deck=kept.id)
    assert slides(again) == ["map", "key"]
    assert again.failed == []
    assert "<img" not in " ".join(again.sent("markdown"))


def test_every_change_of_a_kept_deck_is_kept_at_once(opened, sits_here):
    screen = keep(opened("meeting", **BENGKULU))
    (kept,) = decks(sits_here)
    shown = slides(screen)
    arrange(screen, [*shown[1:], shown[0]], [])
    assert deck(kept.id).slides[-1] == "key"
    screen.choose(**{f"meeting_names_{kept.id}": True})
    assert deck(kept.id).names_hidden
    screen.choose(**{f"meeting_name_{kept.id}": "Monev"})
    assert deck(kept.id).name == "Monev"
    screen.click("Tambah slide teks")
    ((key, _title, _text),) = deck(kept.id).texts
    assert slides(screen).index(f"text-{key}") == slides(screen).index("sources") - 1
    screen.choose(**{f"meeting_text_{kept.id}_{key}": HOSTILE})
    screen.choose(**{f"meeting_title_{kept.id}_{key}": HOSTILE})
    assert deck(kept.id).texts == ((key, HOSTILE, HOSTILE),)
    screen.choose(meeting_noted="map")
    screen.choose(**{f"meeting_note_{kept.id}_map": "Sebut Kaur dahulu."})
    assert deck(kept.id).notes == {"map": "Sebut Kaur dahulu."}
    screen.click("Hapus slide teks ini")
    assert deck(kept.id).texts == ()
    assert screen.failed + screen.said("error") == []


def test_changes_of_two_people_in_different_places_are_both_kept(opened, sits_here):
    screen = keep(opened("meeting", **BENGKULU))
    (kept,) = decks(sits_here)
    screen.click("Tambah slide teks")
    ((key, _title, _text),) = deck(kept.id).texts
    keep_deck(sits_here, replace(deck(kept.id), slides=("map", f"text-{key}")))
    screen.choose(**{f"meeting_text_{kept.id}_{key}": "kalimat panjang saya"})
    assert deck(kept.id).texts[0][2] == "kalimat panjang saya"
    assert deck(kept.id).slides == ("map", f"text-{key}")
    assert screen.said("error") == []


def test_the_same_text_changed_by_two_is_the_others_and_nothing_typed_is_lost(opened, sits_here):
    screen = keep(opened("meeting", **BENGKULU))
    (kept,) = decks(sits_here)
    screen.click("Tambah slide teks")
    ((key, title, _text),) = deck(kept.id).texts
    keep_deck(sits_here, replace(deck(kept.id), texts=((key, title, "kalimat orang lain"),)))
    screen.choose(**{f"meeting_text_{kept.id}_{key}": "kalimat panjang saya"})
    assert "sementara itu" in " ".join(screen.said("error"))
    assert [one.value for one in screen.app.code if "kalimat" in one.value] == ["kalimat panjang saya"]
    assert deck(kept.id).texts[0][2] == "kalimat orang lain"
    screen.choose(**{f"meeting_text_{kept.id}_{key}": "lagi"})  # on what is shown now
    assert deck(kept.id).texts[0][2] == "lagi"


def test_an_order_with_a_text_that_another_took_away_is_refused_with_a_word(opened, sits_here):
    screen = keep(opened("meeting", **BENGKULU))
    (kept,) = decks(sits_here)
    screen.click("Tambah slide teks")
    before = slides(screen)
    keep_deck(sits_here, replace(deck(kept.id), slides=("trend", "map"), texts=()))
    arrange(screen, before[::-1], slides(screen, "hidden"))
    assert "sementara itu" in " ".join(screen.said("error"))
    assert slides(screen) == ["trend", "map"]
    assert deck(kept.id).slides == ("trend", "map")


def test_another_selection_on_screen_leaves_the_deck_as_it_is_until_it_is_taken(opened, sits_here):
    screen = keep(opened("meeting", **BENGKULU))
    (kept,) = decks(sits_here)
    screen.choose(**{f"meeting_profiles_{kept.id}": ["17.04"]})
    screen.choose(area="76")
    assert deck(kept.id).choice["area"] == "17"
    assert "Cakupan kepesertaan, Bengkulu" in screen.words
    ((_label, back),) = [one for one in screen.links() if one[0] == "Tampilkan pilihan presentasi"]
    assert "area=17" in back and f"deck={kept.id}" in back
    screen.click("Pakai pilihan di layar untuk presentasi")
    assert deck(kept.id).choice["area"] == "76"
    assert deck(kept.id).slides[-1] == "profiles"  # the chosen one is in another province
    assert "Cakupan kepesertaan, Sulawesi Barat" in screen.words


def test_a_newer_version_is_offered_and_never_taken_by_itself(opened, sits_here):
    publish_kaur(75.0)
    screen = keep(opened("meeting", set=NAME))
    (kept,) = decks(sits_here)
    publish_kaur(76.0)
    screen = opened("meeting", deck=kept.id, set=NAME, v="1")
    assert "Presentasi ini memakai versi 1; versi 2 diterbitkan" in screen.words
    assert deck(kept.id).choice["v"] == "1"
    screen.click("Pindahkan presentasi ke versi 2")
    assert deck(kept.id).choice["v"] == "2"
    assert "Presentasi ini memakai versi" not in screen.words


def test_a_deck_whose_figures_are_gone_says_so(opened, sits_here):
    kept = keep_deck(sits_here, KeptDeck(name="Lama", choice={"set": "hilang", "v": "4"}, slides=("key",)))
    screen = opened("meeting", deck=kept.id)
    assert screen.failed == []
    assert "tidak ada lagi" in " ".join(screen.said("error"))
    screen.click("Pakai pilihan di layar untuk presentasi")
    assert slides(screen) == ["key"]


def test_the_files_of_a_kept_deck_bear_its_name(opened, sits_here, monkeypatch):
    asked = []
    monkeypatch.setattr(exports, "start_export", lambda name, *_given: asked.append(name))
    screen = keep(opened("meeting", **BENGKULU), "Monev <Bengkulu>")
    assert decks(sits_here)
    screen.app.session_state["meeting_files"] = True
    screen.app.run()
    for kind in ("PPTX", "PDF", "XLSX", "SVG + PNG"):
        screen.click(kind)
    assert asked == [
        f"cakupan-simulasi-monev-bengkulu-bengkulu-cakupan-kepesertaan-2024-11.{end}"
        for end in ("pptx", "pdf", "xlsx", "zip")
    ]


def test_a_label_of_the_list_from_before_still_means_its_deck(opened, sits_here):
    screen = keep(opened("meeting", **BENGKULU), "Monev")
    (kept,) = decks(sits_here)
    before = screen.app.selectbox(key="meeting_deck").options[1]
    screen.choose(**{f"meeting_name_{kept.id}": "Monev II"})
    _pick_by_label(screen, before)
    assert screen.address["deck"] == kept.id
    assert screen.said("warning") == []
    _pick_by_label(screen, "what no list of this session ever said")
    assert screen.address["deck"] == kept.id
    assert screen.said("warning") == []


def test_two_decks_of_one_name_are_told_apart_in_the_list(opened, sits_here):
    ids = {keep_deck(sits_here, KeptDeck(name="Monev", choice=BENGKULU, slides=("key",))).id for _time in range(2)}
    screen = opened("meeting", **BENGKULU)
    for label in screen.app.selectbox(key="meeting_deck").options[1:]:
        _pick_by_label(screen, label)
        ids.remove(screen.address["deck"])
    assert not ids


def _pick_by_label(screen, label):
    """As a browser does: it sends what an option was called when it was drawn."""
    picker = screen.app.selectbox(key="meeting_deck")
    return screen.send(WidgetState(id=picker.id, string_value=label))


@pytest.mark.parametrize("found", ["bcdfghjk", "'; DROP TABLE decks; --", "../../etc"])
def test_a_deck_that_is_not_there_opens_a_new_one_with_a_word(opened, found):
    screen = opened("meeting", deck=found)
    assert screen.failed == []
    assert "tidak ada lagi" in " ".join(screen.said("warning"))
    assert slides(screen)[0] == "key"
    screen.choose(area="76")
    assert screen.said("warning") == []
    assert "deck" not in screen.address


def test_the_deck_of_a_draft_is_not_there_for_another_user(opened, sits_here, monkeypatch):
    publish_kaur(75.0)
    draft = draft_kaur(76.0)
    open_draft(sits_here, f"draft-{draft.id}")
    kept = keep_deck(sits_here, KeptDeck(name="Rahasia", choice={"set": f"draft-{draft.id}"}, slides=("key",)))
    assert slides(opened("meeting", deck=kept.id)) == ["key"]
    monkeypatch.setattr(users, "current_user", lambda: OTHER)
    screen = opened("meeting", deck=kept.id)
    assert "tidak ada lagi" in " ".join(screen.said("warning"))
    assert "Rahasia" not in screen.shown


def test_a_dropped_deck_is_gone_from_the_page_and_the_store(opened, sits_here):
    screen = keep(opened("meeting", **BENGKULU))
    screen.click("Hapus sekarang")
    assert decks(sits_here) == []
    assert "deck" not in screen.address
    assert screen.failed == []


def test_the_way_back_to_the_page_leads_to_the_same_deck(opened, sits_here):
    screen = keep(opened("meeting", **BENGKULU))
    (kept,) = decks(sits_here)
    screen.turn_to("map")
    (link,) = [one for one in screen.app.sidebar.get("page_link") if one.label == "Tayangan"]
    assert f"deck={kept.id}" in link.proto.query_string


def test_the_files_are_made_ready_only_where_they_are_wanted(opened, monkeypatch):
    monkeypatch.setattr("components.screens.exports.build_slides", lambda *_given: pytest.fail("built without need"))
    assert opened("meeting", **BENGKULU).failed == []


def test_in_english(opened):
    screen = opened("meeting", lang="en", **BENGKULU)
    assert "8 slides and 10 profiles" in screen.words
