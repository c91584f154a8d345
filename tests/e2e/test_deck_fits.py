"""What stands on a slide stands there whole: names on maps and lines, rows of boards, footers, the notes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from test_deck import VIEW, opened, press, slide_ids
from test_deck_by_hand import go_to

JAVA = "/decks/view?set=simulated&area=35"
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
# Boxes of what is written, a little smaller than the letters' own room.
LABELS = """() => [...document.querySelectorAll('.labels text')].map((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return { text: [...one.children].map((part) => part.textContent), left, right, top: top + 3, bottom: bottom - 3,
        apart: one.lastChild.getBoundingClientRect().top - one.firstChild.getBoundingClientRect().bottom };
})"""
GOAL = """() => [document.querySelector('.lines .goal-name').getBoundingClientRect(),
    ...[...document.querySelectorAll('.lines .tick')].map((one) => one.getBoundingClientRect())]
    .map(({ left, right, top, bottom }) => [left, right, top + 4, bottom - 4])"""
FOOTERS = """() => [...document.querySelectorAll('footer p')]
    .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
    .map((one) => one.textContent)"""
SLICED = """() => {
    const end = document.querySelector('.board').getBoundingClientRect().bottom;
    return [...document.querySelectorAll('.board li')].filter((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top < end - 1 && bottom > end + 1;
    }).length;
}"""
STANDING = """() => {
    const end = document.querySelector('.board').getBoundingClientRect().bottom;
    const rows = [...document.querySelectorAll('.board li:not(.head)')];
    return rows.filter((one) => one.getBoundingClientRect().bottom <= end + 1).length;
}"""


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 1 and down > 1


@pytest.mark.parametrize(("address", "least"), [(VIEW, 8), (JAVA, 10), ("/decks/view?set=reported&area=17", 2)])
def test_names_on_a_map_stand_apart_each_with_its_number(fresh_page: Callable[..., Page], address: str, least: int):
    page = opened(fresh_page(), address)
    go_to(page, "map")
    page.locator(".labels text").first.wait_for(state="attached")
    labels = page.evaluate(LABELS)
    assert len(labels) >= least
    assert not [one["text"] for one in labels if not one["text"][1]]
    # The two that the sentence speaks of are always among them.
    named = [one["text"][0] for one in labels]
    assert sum(name in page.locator(".slide .sentence").inner_text() for name in named) >= 2
    pairs = [(a["text"], b["text"]) for i, a in enumerate(labels) for b in labels[i + 1 :] if overlap(a, b)]
    assert pairs == []


def test_on_a_phone_a_name_stands_at_its_number(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(**PHONE), VIEW)
    go_to(page, "map")
    page.locator(".labels text").first.wait_for(state="attached")
    assert max(one["apart"] for one in page.evaluate(LABELS)) < 2


@pytest.mark.parametrize("area", ["17", "35"])
def test_a_target_with_a_long_name_keeps_off_the_axis(fresh_page: Callable[..., Page], area: str):
    page = opened(fresh_page(), f"/decks/view?set=simulated&area={area}&lang=en")
    go_to(page, f"profile-{area}.02")
    goal, *ticks = page.evaluate(GOAL)
    touched = [one for one in ticks if one[0] < goal[1] and goal[0] < one[1] and one[2] < goal[3] and goal[2] < one[3]]
    assert (len(ticks) > 3, touched) == (True, [])


@pytest.mark.parametrize("selection", ["set=simulated&area=17", "set=reported&area=17", "set=reported&area=ID&lang=en"])
def test_no_footer_is_cut(fresh_page: Callable[..., Page], selection: str):
    page = opened(fresh_page(), f"/decks/view?{selection}")
    for slide in slide_ids(page)[:14]:
        go_to(page, slide)
        page.wait_for_timeout(60)
        assert not page.evaluate(FOOTERS), slide
    expect(page.locator("footer .source")).not_to_have_css("-webkit-line-clamp", "2")


def test_rows_of_a_long_board_stand_whole_and_it_says_of_how_many(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(), JAVA)
    go_to(page, "scoreboard-villages_enrolled-all")
    whole = page.locator(".board li:not(.head)").count()
    shown = page.evaluate(STANDING)
    assert (page.evaluate(SLICED), whole > shown > 5) == (0, True)
    expect(page.locator(".rows .more")).to_contain_text(f"{shown} teratas dari {whole} wilayah")


def test_profiles_are_counted_apart_from_the_slides(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(), VIEW)
    number = page.locator("footer .number")
    expect(number).to_have_text("1 / 8 + 10 profil: ketik nama")
    press(page, "ArrowRight")
    expect(number).to_have_text("2 / 8 + 10 profil")
    go_to(page, "profile-17.04")
    expect(number).to_contain_text("profil ")
    expect(number).to_contain_text(" dari 10")


def test_every_profile_writes_its_figure_in_one_size(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(), VIEW)
    sizes = set()
    for slide in [one for one in slide_ids(page) if one.startswith("profile")]:
        go_to(page, slide)
        sizes.add(page.locator(".hero .figure-text").evaluate("(one) => getComputedStyle(one).fontSize"))
    assert len(sizes) == 1


def test_a_tap_on_either_half_turns_the_slide(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(**PHONE), VIEW)
    number = page.locator("footer .number")
    page.touchscreen.tap(330, 500)
    expect(number).to_contain_text("2 / 8")
    page.touchscreen.tap(60, 60)
    expect(number).to_contain_text("1 / 8")


def test_help_promises_no_code_where_there_is_none(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(), VIEW)
    press(page, "?")
    expect(page.locator(".help")).not_to_contain_text("kode")
    press(page, "Escape", "q")
    expect(page.locator(".audience")).to_contain_text("belum mempunyai alamat publik")


def test_the_presenter_knows_who_is_who_and_reads_notes_to_their_end(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(), VIEW)
    press(page, "n")
    with page.expect_popup() as popup:
        press(page, "p")
    presenter = popup.value
    presenter.set_viewport_size({"width": 1200, "height": 760})
    notes = presenter.locator(".presenter .notes")
    expect(notes).to_contain_text("(Kaur)")
    for slide in ("profile-17.07", "key", "trend"):
        go_to(page, slide)
        presenter.locator(f'.left [data-slide="{slide}"]').wait_for()
        last = notes.locator("p").last
        if notes.evaluate("(one) => one.scrollHeight > one.clientHeight + 1"):
            notes.hover()
            presenter.mouse.wheel(0, 2000)
        expect(last, slide).to_be_in_viewport(ratio=0.9)
    go_to(page, "profile-17.07")
    expect(notes).to_contain_text("(Lebong)")
    expect(page.locator("#stage")).not_to_contain_text("Lebong")
    presenter.keyboard.type("kaur", delay=40)
    expect(page.locator(".slide.profile h1")).to_have_text("Wilayah 1")
