"""The file on its way: what the analyst chose of it, and what was made from that, made once."""

import hashlib
import json
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import streamlit as st

from components.state.streamlit_private import UploadedFile
from data.intake.parsed_file import Settings
from data.intake.plan import Plan
from errors import DataError

KEY = "upload"
# What was published last, until another file is chosen.
SAID = "upload_published"
Made = TypeVar("Made")


@dataclass(frozen=True)
class Target:
    """Where the rows go. dataset: "" until chosen; new: whether it is not published yet; mode: update or replace."""

    dataset: str = ""
    new: bool = True
    title_id: str = ""
    title_en: str = ""
    mode: str = "update"
    base: int = 0


@dataclass(frozen=True)
class Source:
    """Who printed the figures, as the analyst says it. status: reported or simulated."""

    publisher: str = ""
    title: str = ""
    published: str = ""
    url: str = ""
    note: str = ""
    status: str = "reported"


@dataclass
class Work:
    """A file and every choice about it.

    number: of the file in this session, part of every widget's key. plan: None until columns were proposed.
    planned_for: the columns it speaks of; recalled: whether it is that of an earlier file of this form.
    confirmed: the columns that the analyst agreed to; settled: region code by `settling_key`, "" for a row left out;
    refused: keys of proposals that were turned down; ticked: the warnings that were read.
    draft: the id of the draft that holds it, drafted_for: what the draft was made from; refused_by: why it could
    not be kept or published.
    opened_step: a settled step that is open for a change, 0 for none. remembered: how often what was settled before
    was changed since the file came. sure: keys of the sentences that were confirmed. made: see `once`.
    """

    number: int
    file: UploadedFile
    settings: Settings = field(default_factory=Settings)
    plan: Plan | None = None
    planned_for: tuple[str, ...] = ()
    recalled: bool = False
    confirmed: str = ""
    level: str = ""
    within: str = ""
    settled: dict[str, str] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    ticked: str = ""
    target: Target = field(default_factory=Target)
    source: Source = field(default_factory=Source)
    draft: str = ""
    drafted_for: Hashable = None
    refused_by: DataError | None = None
    opened_step: int = 0
    remembered: int = 0
    sure: set[str] = field(default_factory=set)
    made: dict[str, tuple[Hashable, Any]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.file.name

    @property
    def content(self) -> bytes:
        return self.file.getvalue()

    def choose_table(self, at: int) -> None:
        """Another table has other rows: what was said of rows no longer holds."""
        self._read(replace(self.settings, table=at, header_rows=None, first_row=None, keep=(), drop=()))

    def choose_hidden(self, said: str) -> None:
        self._read(replace(self.settings, hidden=said))

    def choose_entry(self, entry: str) -> None:
        self._read(Settings(entry=entry))

    def take_properties(self) -> None:
        """Read the properties of a map file as figures."""
        self._read(replace(self.settings, properties=True))

    def _read(self, settings: Settings) -> None:
        self.settings = settings

    @property
    def sha256(self) -> str:
        return once(self, "sha256", self.number, lambda: hashlib.sha256(self.content).hexdigest())


def work() -> Work | None:
    """Return the file of this session, None before the first."""
    return st.session_state.get(KEY)


def begin(file: UploadedFile | None) -> None:
    """Take another file, or none; nothing of the one before remains."""
    number = st.session_state["upload_number"] = st.session_state.get("upload_number", 0) + 1
    st.session_state[KEY] = Work(number, file) if file else None
    if file:
        st.session_state.pop(SAID, None)


def once(work: Work, name: str, key: Hashable, make: Callable[[], Made]) -> Made:
    """Return what was made last under a name if its key is the same, else make it; a refusal is kept as well.

    Later steps are made anew only where what they are made from has changed.
    """
    if name not in work.made or work.made[name][0] != key:
        try:
            work.made[name] = (key, make())
        except DataError as error:
            work.made[name] = (key, error)
    found = work.made[name][1]
    if isinstance(found, DataError):
        raise found
    return found


def is_made(work: Work, name: str, key: Hashable) -> bool:
    """Say whether `once` would have nothing to do."""
    return name in work.made and work.made[name][0] == key


def plan_key(work: Work) -> str:
    """Return the plan as text: the same text, the same plan."""
    return json.dumps(work.plan.as_json(), sort_keys=True) if work.plan else ""


def settled_key(work: Work) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(work.settled.items()))
