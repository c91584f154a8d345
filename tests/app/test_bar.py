"""The bar above every page: where one is, the way back up, a region from anywhere, and what can be passed on."""

from dataclasses import replace
from urllib.parse import parse_qsl

import pytest

from components.state import reference

KAUR = "17.04"


def crumb(screen):
    """The names that lead somewhere, each with the codes of area and region that it leads to."""
    links = [(label, dict(parse_qsl(address))) for label, address in screen.links() if "go=1" in address]
    return [(label, one["area"], one.get("region", "")) for label, one in links if one["set"] == screen.address["set"]]


@pytest.mark.parametrize(
    ("asked", "ways_up"),
    [
        ({"area": "17", "region": KAUR}, [("Indonesia", "ID", ""), ("Bengkulu", "17", "")]),
        ({"area": "ID", "level": "regency", "region": KAUR}, [("Indonesia", "ID", ""), ("Bengkulu", "17", "")]),
        ({"area": "17"}, [("Indonesia", "ID", "")]),
        ({"area": "ID", "level": "province", "region": "17"}, [("Indonesia", "ID", ""), ("Bengkulu", "17", "")]),
        ({"area": "ID", "level": "regency"}, []),
    ],
)
def test_one_sees_where_one_is_and_goes_back_up(opened, asked, ways_up):
    screen = opened("map", **asked)
    assert crumb(screen) == ways_up
    for _name, area, region in ways_up:
        above = screen.follow(area=area, region=region)
        assert (above.address["area"], above.address.get("region", "")) == (area, region)


def test_where_names_are_hidden_the_crumb_tells_no_region(opened):
    screen = opened("ranking", area="17", region=KAUR)
    assert "**Kaur**" in screen.said("markdown")
    screen.app.toggle(key="hide_names").set_value(True).run()
    assert "**Kaur**" not in screen.said("markdown")


def test_a_simulation_is_named_in_its_picker(opened):
    assert "SIMULASI" in opened().app.selectbox(key="set").options
    assert "SIMULASI" not in opened(set="reported").app.selectbox(key="set").options


@pytest.mark.parametrize("page", ["sources", "upload", "villages"])
def test_a_region_found_where_none_is_shown_opens_its_profile(opened, page):
    screen = opened(page)
    screen.tell("find_region", found=KAUR)
    assert screen.failed == []
    assert "Kaur" in screen.words


def test_the_share_panel_has_the_link_of_just_this_view_and_a_message(opened):
    screen = opened("map", area="17", region=KAUR)
    screen.app.session_state["share"] = True
    screen.app.run()
    link, message = (one.value for one in screen.app.code)
    assert dict(parse_qsl(link.partition("?")[2])) == screen.address
    assert message.startswith("[SIMULASI]")
    assert link in message


@pytest.mark.parametrize(
    ("page", "beside"),
    [
        ("map", {"mode": "change"}),
        ("ranking", {"order": "change", "only": "kota"}),
        ("trend", {"form": "apart", "span": "1"}),
    ],
)
def test_a_link_carries_what_the_page_holds_beside_the_choice(opened, page, beside):
    screen = opened(page, area="35", **beside)
    assert beside.items() <= screen.address.items()
    ways = [dict(parse_qsl(address)) for _label, address in screen.links() if "go=1" in address]
    assert ways
    assert all(beside.items() <= way.items() for way in ways)
    screen.app.session_state["share"] = True
    screen.app.run()
    assert dict(parse_qsl(screen.app.code[0].value.partition("?")[2])) == screen.address


def test_where_names_are_hidden_nothing_that_is_passed_on_names_a_region(opened):
    screen = opened("ranking", area="17", region=KAUR, regions=KAUR)
    screen.app.toggle(key="hide_names").set_value(True).run()
    assert not [label for label, _address in screen.links() if "Kaur" in label]
    screen.app.session_state["share"] = True
    screen.app.run()
    assert [one.value for one in screen.app.code if KAUR in one.value or "Kaur" in one.value] == []
    assert "Nama hanya disembunyikan di layar ini" in screen.words


def test_a_title_from_outside_is_read_letter_by_letter(opened, monkeypatch):
    known = reference.indicators()
    title = "![x](https://evil.example/p.png) :red[a]"
    named = replace(known["coverage"], title={"id": title, "en": title})
    monkeypatch.setattr(reference, "indicators", lambda: known | {"coverage": named})
    for page, more in (("overview", {}), ("map", {}), ("ranking", {}), ("trend", {}), ("profile", {"region": KAUR})):
        sent = opened(page, **more).sent("title")
        assert sent
        assert not [one for one in sent if "![x]" in one or ":red[" in one]
