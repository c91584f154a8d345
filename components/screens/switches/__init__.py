"""Rows of buttons, of which one is pressed: what a page holds beside the choice."""
