"""Desa & OPD: the scoreboard of Inpres 2/2021, and the lists that a meeting ticks off."""

import streamlit as st

from components.screens.villages.checklist.panel import show_checklist
from components.screens.villages.page import (
    select_board,
    select_list,
    show_board_map,
    show_board_notes,
    show_board_numbers,
    show_board_table,
)
from components.state.session import current_view

board = select_board(current_view())
show_board_numbers(board)
left, right = st.columns([11, 9], gap="medium")
with left:
    show_board_map(board)
with right:
    show_board_table(board)
show_board_notes(board)
code = select_list(board)
if code:
    show_checklist(board, code)
