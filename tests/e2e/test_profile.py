"""From wherever a regency is selected to its profile, and to a neighbour's."""

import re
from collections.abc import Callable

from outside import join_internet, replace_frame
from playwright.sync_api import Page, expect
from screen import PAGES, SENTENCE, follow, region, wait_for_address, wait_for_map, wait_until_settled

# The laptop first, for a page that was a phone's keeps its menu shut.
SIZES = [{"width": 1366, "height": 768}, {"width": 390, "height": 844}]
GROUNDS = {"light": "rgb(255, 255, 255)", "dark": "rgb(16, 20, 19)"}


def profile_of(page: Page, name: str) -> None:
    """Follow the link to a profile, and wait until it is drawn."""
    page.get_by_role("link", name=f"Profil {name}").click()
    expect(page).to_have_url(re.compile(r"/profil\?"))
    expect(page.locator(SENTENCE).first).to_contain_text(name)
    wait_until_settled(page)


def figure(page: Page, label: str) -> str:
    """The large figure under a label."""
    found = page.get_by_test_id("stMetric").filter(has=page.get_by_text(label, exact=True))
    return found.get_by_test_id("stMetricValue").inner_text()


def a_selected_region_leads_to_its_profile(page: Page, path: str) -> None:
    follow(page, path)
    profile_of(page, "Lebong")
    wait_for_address(page, region="17.07")


def a_region_found_by_name_in_the_ranking_leads_to_its_profile(page: Page) -> None:
    follow(page, "/peringkat")
    page.locator(".ranking-list").get_by_role("button", name="Seluma").click()
    wait_for_address(page, region="17.05")
    profile_of(page, "Seluma")


def a_click_on_the_street_map_leads_to_the_profile(page: Page) -> None:
    join_internet(page.context)
    replace_frame(page.context)
    title, _mark_without_internet = PAGES["/peta-dasar"]
    page.get_by_test_id("stSidebar").get_by_role("link", name=title, exact=True).click()
    page.frame_locator("iframe").get_by_role("button", name="Kaur").click()
    wait_for_address(page, region="17.04")
    profile_of(page, "Kaur")


def test_from_the_map_to_a_profile_to_a_neighbour_and_to_profiles_from_every_page(visit: Callable[..., Page]):
    page = visit("/peta")
    wait_for_map(page)
    region(page, "17.07").click()
    wait_for_address(page, region="17.07")
    profile_of(page, "Lebong")
    expect(page.locator(SENTENCE).first).to_contain_text("peringkat 10 dari 10 di Bengkulu")
    assert figure(page, "Lebong") == "17\u00a0%"
    assert figure(page, "Terhadap Bengkulu (poin persen)") == "\N{MINUS SIGN}20"
    # The target is the province's and of another year: no distance of a regency is taken to it.
    expect(page.get_by_test_id("stMetricLabel").filter(has_text="Target")).to_have_count(0)

    page.get_by_role("link", name="Musi Rawas Utara", exact=True).click()
    wait_for_address(page, region="16.13", area="16")  # a neighbour in another province takes the area along
    expect(page.locator(SENTENCE).first).to_contain_text("Musi Rawas Utara")
    page.get_by_role("link", name="Lebong", exact=True).click()
    wait_for_address(page, region="17.07", area="17")
    page.go_back()
    wait_for_address(page, region="16.13", area="16")
    expect(page.locator(SENTENCE).first).to_contain_text("Musi Rawas Utara")
    page.go_forward()
    wait_for_address(page, region="17.07", area="17")
    expect(page.locator(SENTENCE).first).to_contain_text("Lebong")

    for path in ("/", "/tren"):
        a_selected_region_leads_to_its_profile(page, path)
    a_region_found_by_name_in_the_ranking_leads_to_its_profile(page)
    a_click_on_the_street_map_leads_to_the_profile(page)


def test_nothing_of_a_profile_is_cut(visit: Callable[..., Page]):
    """The longest name of a province, for its labels are the longest."""
    page = visit("/profil", area="19", region="19.02")
    expect(page.get_by_text("Semua yang diketahui tentang")).to_be_attached()
    for size in SIZES:
        page.set_viewport_size(size)
        for scheme, ground in GROUNDS.items():
            page.emulate_media(color_scheme=scheme)
            expect(page.get_by_test_id("stApp")).to_have_css("background-color", ground)
            expect(page.locator("html")).to_have_js_property("scrollWidth", size["width"])
            assert cut_labels(page) == [], (size, scheme)


def cut_labels(page: Page) -> list[str]:
    return page.get_by_test_id("stMetricLabel").evaluate_all(
        "labels => labels.filter((label) => label.scrollWidth > label.clientWidth + 1).map((label) => label.innerText)"
    )
