"""What stands on a slide stands there whole: names on maps and lines, rows of boards, footers, the notes."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from test_deck import SEEN, VIEW, go_to, opened, press, real_names, slide_ids
from test_layout import wrong_on_slides

# Boxes of what is written, a little smaller than the letters' own room.
LABELS = """() => [...document.querySelectorAll('.labels text')].map((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const [name, figure] = ['.name', '.figure'].map((part) => one.querySelector(part));
    return { text: [name, figure].map((part) => part.textContent.trim()), left, right, top: top + 3, bottom: bottom - 3,
        apart: name.getBoundingClientRect().left - figure.getBoundingClientRect().right };
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


def test_in_bengkulu_names_stand_apart_and_no_footer_is_cut(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(), VIEW)
    no_footer_is_cut(page)
    names_on_a_map_stand_apart_each_with_its_number(page, least=8)
    the_presenter_knows_who_is_who_and_reads_notes_to_their_end(page)


def test_in_the_largest_province_boards_are_cut_between_rows_and_names_keep_apart(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(), "/decks/view?set=simulated&area=35&lang=en")
    names_on_a_map_stand_apart_each_with_its_number(page, least=10)
    a_target_with_a_long_name_keeps_off_the_axis(page, "profile-35.02")
    rows_of_a_long_board_stand_whole_and_it_says_of_how_many(page)


def test_in_english_a_target_with_a_long_name_keeps_off_the_axis(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(), f"{VIEW}&lang=en")
    expect(page.locator(".slide .sentence")).to_contain_text("37%, 2 points under the national 39%")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    a_target_with_a_long_name_keeps_off_the_axis(page, "profile-17.02")
    expect(page.locator(".lines .goal-name")).to_contain_text("2025, Bengkulu: 48")
    press(page, "?")
    expect(page.locator(".help")).to_contain_text("black screen")


def test_reported_figures_leave_footers_whole_and_give_no_hidden_name_away(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(), "/decks/view?set=reported&area=17&period=2024-11")
    no_footer_is_cut(page)
    names_on_a_map_stand_apart_each_with_its_number(page, least=2)
    names = [name for name in real_names(page) if name in page.evaluate("document.getElementById('deck').textContent")]
    press(page, "n")
    for slide in slide_ids(page):
        go_to(page, slide)
        told = page.evaluate(SEEN)
        assert not [name for name in names if name in told], slide


def test_no_footer_of_the_country_is_cut(fresh_page: Callable[..., Page]):
    no_footer_is_cut(opened(fresh_page(), "/decks/view?set=reported&area=ID&lang=en"))


def test_counts_of_millions_stand_whole_on_axes_that_could_be_counted(fresh_page: Callable[..., Page]):
    counts = "indicator=active_participants&period=2023-12"
    page = opened(fresh_page(), f"/decks/view?set=reported&area=ID&level=province&{counts}")
    assert wrong_on_slides(page) == {}
    go_to(page, "map")
    # The legend's circle of five millions against the map's of 7,498,532: areas are as the figures.
    drawn, told = (page.locator(one).first.bounding_box() for one in ('[data-bubble="31"]', ".legend .size"))
    assert (told["width"] / drawn["width"]) ** 2 == pytest.approx(5_000_000 / 7_498_532, rel=0.1)
    go_to(page, "profile-31")
    levels = page.locator(".lines .tick").all_text_contents()
    assert "6.000.000" in levels
    assert not [one for one in levels if "," in one]


def test_why_a_rate_fell_stands_whole_beside_its_trend_and_below_it_on_a_phone(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(), "/decks/view?set=reported&area=17&period=2025-12&since=2024-12")
    go_to(page, "trend")
    rows = page.locator(".steps li")
    assert [" ".join(text.split()) for text in rows.all_inner_texts()] == [
        "Desember 2024 41,84 %", "Peserta aktif −1,63", "Penyebut −4,76", "Desember 2025 35,5 %",
    ]  # fmt: skip
    widths = page.evaluate(
        "[...document.querySelectorAll('.steps i')].map((one) => parseFloat(getComputedStyle(one, '::before').width))"
    )
    assert [width / widths[0] for width in widths[1:]] == pytest.approx(
        [1.63 / 41.84, 4.76 / 41.84, 35.45 / 41.84], 0.02
    )
    assert "trend" not in wrong_on_slides(page)
    page.set_viewport_size({"width": 390, "height": 844})
    go_to(page, "trend")
    lines, steps = (page.locator(one).bounding_box() for one in (".slide.trend .picture", ".steps"))
    assert steps["y"] >= lines["y"] + lines["height"]


def names_on_a_map_stand_apart_each_with_its_number(page: Page, least: int) -> None:
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


def a_target_with_a_long_name_keeps_off_the_axis(page: Page, profile: str) -> None:
    go_to(page, profile)
    goal, *ticks = page.evaluate(GOAL)
    touched = [one for one in ticks if one[0] < goal[1] and goal[0] < one[1] and one[2] < goal[3] and goal[2] < one[3]]
    assert (len(ticks) > 3, touched) == (True, [])


def no_footer_is_cut(page: Page) -> None:
    for slide in slide_ids(page)[:14]:
        go_to(page, slide)
        page.wait_for_timeout(60)
        assert not page.evaluate(FOOTERS), slide
    expect(page.locator("footer .source")).not_to_have_css("-webkit-line-clamp", "2")


def rows_of_a_long_board_stand_whole_and_it_says_of_how_many(page: Page) -> None:
    go_to(page, "scoreboard-villages_enrolled-all")
    whole = page.locator(".board li:not(.head)").count()
    shown = page.evaluate(STANDING)
    assert (page.evaluate(SLICED), whole > shown > 5) == (0, True)
    expect(page.locator(".rows .more")).to_contain_text(re.compile(rf"\b{shown} .*\b{whole}\b"))


def the_presenter_knows_who_is_who_and_reads_notes_to_their_end(page: Page) -> None:
    press(page, "Home", "n")
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
