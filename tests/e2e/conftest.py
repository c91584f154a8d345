"""The real server and a real browser for the journeys; the browser never gets beyond this machine."""

import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from complaints import Complaints
from outside import cut_internet
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from screen import go

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "test-results"
PATIENCE_S = 90
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# The shell alone first: it has no windows of its own to draw, and costs half.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
INSTALLED = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
SCREEN = {"width": 1366, "height": 768}


@dataclass(frozen=True)
class Server:
    address: str
    log: Path
    store: Path


@pytest.fixture(scope="session")
def server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`streamlit run app.py` as a stranger meets it: an empty store, and nobody may publish."""
    assert browser.is_connected()  # asked for first, so that no server starts in vain
    with running_server(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="module")
def office(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose local user may publish, as after `make run`, with a store of the module's own."""
    assert browser.is_connected()
    with running_server(tmp_path_factory.mktemp("office"), CAKUPAN_LOCAL="1") as running:
        yield running


@contextmanager
def running_server(
    folder: Path, *options: str, port: int = 0, cwd: Path = ROOT, **environment: str
) -> Iterator[Server]:
    """The app with a store and a log in a folder, with options of `streamlit run` and environment variables.

    cwd: where it is started; it is the same app from anywhere.
    """
    port = port or free_port()
    running = Server(f"http://127.0.0.1:{port}", folder / "streamlit.log", folder / "store")
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port), *options]
    ours = {name: value for name, value in os.environ.items() if not name.startswith("CAKUPAN_")}
    settings = ours | {"CAKUPAN_STORE": str(running.store)} | environment
    with running.log.open("wb") as out:
        process = subprocess.Popen(command, cwd=cwd, stdout=out, stderr=subprocess.STDOUT, env=settings)  # noqa: S603
    try:
        _wait_until_healthy(port, process, running.log)
        yield running
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end and process.poll() is None:
        try:
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            line.request("GET", "/_stcore/health")
            if line.getresponse().status == http.HTTPStatus.OK:
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from the system; without one the journeys are skipped, or fail where REQUIRE_BROWSER=1."""
    found = find_chromium()
    if found is None:
        reason = "no Chromium found: install one or name it in CHROMIUM"
        (pytest.fail if os.environ.get("REQUIRE_BROWSER") == "1" else pytest.skip)(reason)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield launched
        launched.close()


def find_chromium() -> str | None:
    candidates = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), *INSTALLED]
    return next((path for path in candidates if path and Path(path).exists()), None)


@pytest.fixture(autouse=True)
def complaints(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Complaints | None]:
    """Every context of a journey, whoever opens it, tells what its console complains of; the journey fails on it."""
    if "browser" not in request.fixturenames:
        yield None
        return
    found, launched = Complaints(), request.getfixturevalue("browser")
    opened = launched.new_context
    monkeypatch.setattr(launched, "new_context", lambda **options: found.of(opened(**options)))
    yield found
    assert not found.unexpected(), f"the console complains: {found.unexpected()}"


@pytest.fixture
def fresh_page(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """A blank page of a browser that has never been here.

    options: of Playwright's new_context, such as viewport or color_scheme.
    """
    with _browsers(browser, server) as opened:
        yield opened


@pytest.fixture
def fresh_office_page(browser: Browser, office: Server) -> Iterator[Callable[..., Page]]:
    """The same at the office's server."""
    with _browsers(browser, office) as opened:
        yield opened


@contextmanager
def _browsers(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    contexts: list[BrowserContext] = []

    def opened(**options: object) -> Page:
        context = browser.new_context(base_url=server.address, **({"viewport": SCREEN} | options))
        contexts.append(context)
        cut_internet(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def visit(fresh_page: Callable[..., Page]) -> Callable[..., Page]:
    """Open an address in a fresh browser: `visit("/peta", area="17")`."""
    return _visiting(fresh_page)


@pytest.fixture
def visit_office(fresh_office_page: Callable[..., Page]) -> Callable[..., Page]:
    """The same at the office's server."""
    return _visiting(fresh_office_page)


def _visiting(fresh: Callable[..., Page]) -> Callable[..., Page]:
    def visited(path: str = "/", options: dict[str, object] | None = None, **parameters: str) -> Page:
        page = fresh(**(options or {}))
        go(page, path, **parameters)
        return page

    return visited


def _last_words(server: Server) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", server.log.read_text(errors="replace"))[-4000:]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """With a failed journey come the server's last words and a picture of every open page."""
    report = yield
    fixtures = getattr(item, "funcargs", {})
    running = [fixtures[name] for name in ("server", "office") if name in fixtures]
    if report.failed and running:
        report.sections += [("server log", _last_words(one)) for one in running]
        pages = [page for context in fixtures["browser"].contexts for page in context.pages]
        for number, page in enumerate(pages):
            path = PICTURES / f"{item.name[:80].replace('/', '_')}-{number}.png"
            page.screenshot(path=path, animations="disabled")
            report.sections.append(("picture", f"{path}\n{page.url}"))
    return report
