"""An error inside, at a real server started from any folder: one sentence with a number, never Streamlit's own box."""

import re
from collections.abc import Callable

import pytest
from complaints import Complaints
from conftest import running_server
from playwright.sync_api import Page, expect
from screen import wait_until_settled

# Breaks a page, a fragment of another and one of our own addresses, in the server's process, once each is loaded.
SITECUSTOMIZE = """
import importlib.abc
import importlib.util
import sys

BREAKS = {
    "components.screens.overview": "show_situation",
    "components.screens.villages.page": "score_now",
    "components.server.routes.downloads": "_check",
}


def broken(*args, **named):
    raise KeyError("a secret of the server")


class Breaking(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name not in BREAKS:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        sys.meta_path.insert(0, self)
        run = spec.loader.exec_module

        def exec_module(module):
            run(module)
            setattr(module, BREAKS[name], broken)

        spec.loader.exec_module = exec_module
        return spec


sys.meta_path.insert(0, Breaking())
"""
SENTENCES = {
    "id": re.compile(r"Terjadi sesuatu yang tidak diperkirakan program ini \(nomor (\d{6})\)"),
    "en": re.compile(r"Something went wrong that the program did not expect \(number (\d{6})\)"),
}


@pytest.fixture(scope="module")
def broken(browser, tmp_path_factory):
    """A server with three faults, started in a folder that has nothing to do with the app."""
    assert browser.is_connected()
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "sitecustomize.py").write_text(SITECUSTOMIZE)
    with running_server(folder, cwd=folder, PYTHONPATH=str(folder), CAKUPAN_LOCAL="1") as running:
        yield running


@pytest.mark.parametrize("lang", SENTENCES)
@pytest.mark.parametrize("path", ["/", "/desa-opd"])
def test_an_error_of_a_page_or_of_a_part_of_it_is_one_sentence(browser, broken, path, lang):
    page = browser.new_page(base_url=broken.address)
    page.goto(f"{path}?set=simulated&lang={lang}")
    said = page.get_by_text(SENTENCES[lang]).first
    expect(said).to_be_visible(timeout=60_000)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_text(re.compile("ChatGPT|Traceback|a secret"))).to_have_count(0)
    assert f"Failure {SENTENCES[lang].search(said.inner_text())[1]}" in broken.log.read_text()
    page.close()


def test_an_error_of_an_address_of_our_own_is_one_sentence(browser, broken):
    page = browser.new_page(base_url=broken.address)
    answer = page.request.get("/downloads/observations.csv?lang=en")
    assert answer.status == 500
    said = re.fullmatch(r"The server has failed \(number (\d{6})\): try again; .*", answer.text())
    assert f"Failure {said[1]}" in broken.log.read_text()
    page.close()


@pytest.mark.parametrize(
    ("lang", "said"),
    [("id", "Tidak ada halaman pada alamat ini"), ("en", "There is no page at this address")],
)
def test_an_address_that_is_no_page_says_so_and_leads_to_the_first(
    lang: str, said: str, fresh_page: Callable[..., Page], complaints: Complaints
):
    complaints.expect(r"status of 404 .*/tidak-ada")
    page = fresh_page()
    answer = page.goto(f"/tidak-ada?area=17&lang={lang}")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text(said)
    assert page.locator("html").get_attribute("lang") == lang
    page.get_by_role("link").click()
    wait_until_settled(page)
    expect(page.get_by_role("dialog")).to_have_count(0)
