"""Opening the app at an address, as a link in a fresh browser does; without server and browser."""

import base64
import json
import re
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from components.language.i18n import use_language
from components.state import memo, reference, users
from tests import streamlit_private
from tests.streamlit_private import WidgetState

streamlit_private.look_for_components_once()
FRAME = str(Path(__file__).parents[2] / "components" / "frame.py")
# What a run says in words, by the kind of element.
WORDS = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error")


class Screen:
    """One page as a browser would show it: its words, its parts by key, and what a user does next."""

    def __init__(self, app):
        self.app = app

    @property
    def address(self):
        """The parameters of the address, as text."""
        return {name: value[0] if isinstance(value, list) else value for name, value in self.app.query_params.items()}

    @property
    def words(self):
        """All that the page says beside its pickers, tables and charts."""
        metrics = [f"{one.label} {one.value} {one.delta}" for one in self.app.metric]
        return "\n".join([*(text for kind in WORDS for text in self.said(kind)), *metrics])

    @property
    def failed(self):
        """The exceptions that reached the screen; there must be none."""
        return [one.message for one in self.app.exception]

    @property
    def shown(self):
        """All that reaches the screen in words, tables, charts and frames."""
        tables = [table.value.to_csv() for table in (*self.app.table, *self.app.dataframe)]
        charts = [json.dumps(self.chart("trend"), ensure_ascii=False)] if self.find("trend") else []
        charts += [json.dumps(self.given("ranking"), ensure_ascii=False)] if self.find("ranking") else []
        frames = [frame.proto.json_args for frame in self.app.main.get("component_instance")]
        return "\n".join([self.words, *tables, *charts, *frames])

    def table(self, chart):
        """Open the table twin of a chart, and return it."""
        self.app.session_state[f"twin-{chart}"] = True
        self.app.run()
        (twin,) = self.app.dataframe
        return twin.value

    def said(self, kind):
        """The texts of one kind of element, as Markdown shows them."""
        return [re.sub(r"\\([^\w\s])", r"\1", text) for text in self.sent(kind)]

    def sent(self, kind):
        """The texts of one kind of element, as they are sent to the browser."""
        return [one.value for one in getattr(self.app, kind)]

    def links(self):
        """Label and parameters of the links in the page, not of the menu."""
        return [(one.label, one.proto.query_string) for one in self.app.main.get("page_link")]

    def find(self, key):
        """The element of a key, or of a kind, that AppTest has no class for: a component, a chart; or None."""
        return next((one for one in self.app.main if key in (getattr(one, "key", None), one.type)), None)

    def given(self, key):
        """What a component was given, as its JavaScript reads it."""
        return json.loads(self.find(key).proto.json)

    def chart(self, key):
        """A Plotly figure, as the browser reads it."""
        return json.loads(self.find(key).proto.spec, object_hook=numbers)

    def choose(self, **picked):
        """Choose in pickers by code, and run."""
        for key, value in picked.items():
            (widget,) = [one for one in self.app if getattr(one, "key", None) == key]
            widget.set_value(value)
        return self._ran(self.app.run)

    def click(self, label):
        """Press the button of a label, and run."""
        (button,) = [one for one in self.app.button if one.label == label]
        button.click()
        return self._ran(self.app.run)

    def tell(self, key, **event):
        """Let a component send an event, as a click on its map does, and run."""
        name, value = next(iter(event.items()))
        trigger = streamlit_private.trigger_of(self.find(key).proto.id)
        return self.send(WidgetState(id=trigger, json_trigger_value=json.dumps([{"event": name, "value": value}])))

    def press(self, **codes):
        """Press a button in a row of them by its code, and run."""
        return self.tell("switches", pressed=codes)

    def answer(self, key, **state):
        """Let a component set its state, and run."""
        return self.send(WidgetState(id=self.find(key).proto.id, json_value=json.dumps(state)))

    def turn_to(self, page):
        """Go to another page of the same session."""
        self.app.switch_page(f"../pages/{page}.py")
        return self._ran(self.app.run)

    def follow(self, **address):
        """Let the browser bring another address, as Back does."""
        self.app.query_params.clear()
        self.app.query_params.update(address)
        return self._ran(self.app.run)

    def send(self, state):
        """Let the browser send what one widget is now, and run."""
        return self._ran(lambda: streamlit_private.run_with(self.app, state))

    def _ran(self, run):
        run()
        # AppTest formats the options again outside of the run, and needs the language for it.
        use_language(self.address.get("lang", "id"))
        return self


def numbers(part):
    """Numbers that Plotly packed, as a list; a gap is None."""
    if "bdata" not in part:
        return part
    packed = np.frombuffer(base64.b64decode(part["bdata"]), dtype=part["dtype"])
    return [None if np.isnan(value) else value for value in packed.tolist()]


@pytest.fixture(autouse=True)
def failures(caplog):
    """What the program did not expect, by its number; a page turns it into a sentence, so a test would not see it."""
    numbers = []
    yield numbers
    found = {record.args[0] for record in caplog.get_records("call") if record.name == "components.state.error_log"}
    assert found == set(numbers), caplog.text


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch):
    """The folder of an empty store of the test's own, where nobody may write."""
    monkeypatch.setenv("CAKUPAN_STORE", str(tmp_path / "store"))
    for name in ("CAKUPAN_LOCAL", "CAKUPAN_ROLES", "CAKUPAN_TABLES"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "store"


@pytest.fixture
def sits_here(monkeypatch):
    """The local user, who may publish, in every run of a page."""
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    monkeypatch.setattr(users, "current_user", lambda: users.LOCAL)
    return users.LOCAL


@pytest.fixture
def office(sits_here):
    """A store of its own, and an analyst who sits here and may publish; what others defined is forgotten."""
    reference.indicators.cache_clear()
    yield sits_here
    reference.indicators.cache_clear()
    memo.forget_figures()


@pytest.fixture(scope="session")
def hashes():
    """The hash by which a browser asks for a page, by the page's file."""
    return streamlit_private.pages_of(AppTest.from_file(FRAME, default_timeout=120).run())


@pytest.fixture
def opened(hashes):
    """Return a function that opens a page at an address in a fresh session.

    An address that names no dataset is given the simulated one, which has a figure for everything; `set=None` leaves
    it out, as one who comes for the first time does.
    """

    def open_page(page="overview", **address):
        app = AppTest.from_file(FRAME, default_timeout=120)
        streamlit_private.begin_at(app, hashes[page])
        address = {"set": "simulated"} | address
        return Screen(app).follow(**{name: value for name, value in address.items() if value is not None})

    yield open_page
    use_language("id")


@pytest.fixture
def forget():
    """Return a function that empties the caches of figures, so that a run reads its files again."""
    yield memo.forget_figures
    memo.forget_figures()


@pytest.fixture
def figures_anew():
    """Forget what was made of figures before, and what this test makes of figures that are its own."""
    memo.forget_figures()
    yield
    memo.forget_figures()
