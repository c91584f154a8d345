"""Step 3: every number that can be read in two ways is asked, with both readings of a real cell side by side."""

import math

import streamlit as st

from components.i18n import _, exact_number, language, own, period_label
from components.markdown import plain
from components.upload.made import plan_of, questions_of
from components.upload.ready import columns_ready, numbers_ready
from components.upload.state import Work, work
from components.upload.steps import show_heading_of, show_settled, show_waiting
from components.upload.widgets import choose_between
from data.intake.questions import Question, answered
