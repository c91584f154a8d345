"""The stages of a file: each is made once for its inputs, and again where one of them has changed."""

from contextlib import contextmanager
from dataclasses import replace

import pytest

from components.screens.upload import pipeline as stages
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.proposal import propose
from components.screens.upload.ready import is_settled, settled_to
from components.screens.upload.state import Choices, Work
from data.indicators import load_indicators
from data.intake.parsed_file import Settings
from data.intake.questions import answered
from data.intake.worker import open_content
from errors import DataError
from geo.regions import read_regions

REGIONS, INDICATORS = read_regions(), load_indicators()
# One figure can be read in two ways: 30.112 or 30,112.
FILE = b"Kabupaten;Tahun;Peserta aktif\nKab. Kaur;2024;30.112\nKab. Lebong;2024;8.123\n"


@pytest.fixture
def made(monkeypatch):
    """The names of the stages in the order in which they were made; nobody settled anything before."""
    monkeypatch.setattr(stages, "aliases", dict)
    monkeypatch.setattr(stages, "form", lambda _signature: None)
    return []


def pipeline_of(now, made):
    @contextmanager
    def progress(stage, _large):
        made.append(stage)
        yield

    return Pipeline(now.name, now.content, now.choices, REGIONS, INDICATORS, now.made, open_content, progress)


def begun(made, content=FILE):
    """A file whose columns were proposed and whose questions were all answered by their first reading."""
    now = Work(1, "angka.csv", content)
    propose(now, pipeline_of(now, made))
    for question in pipeline_of(now, made).questions:
        now.choose(plan=answered(now.choices.plan, question, 0))
    return now


def remade(now, made):
    """The stages that are made again on the way to the findings."""
    made.clear()
    assert pipeline_of(now, made).findings is not None
    return made


def test_every_stage_is_made_once(made):
    now = begun(made)
    assert {"opened", "table", "regions", "tidied", "checked"} <= {*made, *remade(now, made)}
    assert remade(now, made) == []


def test_an_answer_on_numbers_reads_the_figures_anew_and_matches_no_region(made):
    now = begun(made)
    assert pipeline_of(now, made).tidied.rows["value"].tolist() == [30112.0, 8123.0]
    for question in pipeline_of(now, made).questions:
        now.choose(plan=answered(now.choices.plan, question, 1))
    assert {"tidied", "checked"} <= set(remade(now, made))
    assert not {"opened", "table", "written", "regions"} & set(made)
    assert pipeline_of(now, made).tidied.rows["value"].tolist() == [30.112, 8.123]


def test_a_region_settled_by_hand_is_matched_anew_and_no_file_is_read(made):
    now = begun(made, FILE.replace(b"Kab. Lebong", b"Kab Lebongg"))
    (open_one,) = pipeline_of(now, made).matched.having("likely")
    now.settle({open_one.key: "17.07"})
    assert not {"opened", "table", "written", "questions"} & set(remade(now, made))
    assert pipeline_of(now, made).tidied.rows["region_code"].tolist() == ["17.04", "17.07"]


def test_the_name_of_the_source_makes_no_figure_anew(made):
    now = begun(made)
    remade(now, made)
    now.change_source(publisher="BPS")
    now.change_target(title_id="Angka")
    assert remade(now, made) == []


def test_a_setting_that_changes_the_columns_proposes_them_anew_and_another_keeps_the_plan(made):
    now = begun(made)
    plan = now.choices.plan
    now.change_settings(drop=(3,))
    propose(now, pipeline_of(now, made))
    assert now.choices.plan is plan
    now.change_settings(header_rows=())
    propose(now, pipeline_of(now, made))
    assert now.choices.plan != plan


def test_a_file_that_cannot_be_read_is_read_once(made):
    now, reads = Work(1, "angka.csv", FILE), []

    def read(name, _content, settings):
        reads.append(settings)
        raise DataError("file_not_text", file=name)

    for settings in (Settings(), Settings(), Settings(encoding="cp1252")):
        broken = replace(pipeline_of(now, made), read=read, choices=Choices(settings))
        with pytest.raises(DataError, match="file_not_text"):
            _ = broken.table
    assert reads == [Settings(), Settings(encoding="cp1252")]


def test_a_step_behind_an_open_one_is_not_looked_at(made):
    now = begun(made)
    pipeline = pipeline_of(now, made)
    assert [is_settled(now, pipeline, step) for step in (2, 3)] == [False, True]  # nobody has agreed to the columns
    made.clear()
    assert not settled_to(now, pipeline, 5)
    assert made == []
