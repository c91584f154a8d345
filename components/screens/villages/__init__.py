"""Desa & OPD on screen: the scoreboard, and the lists that a meeting ticks off."""
