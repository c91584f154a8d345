"""The scoreboard of Inpres 2/2021: villages and agencies that are in, and whoever has most left to do."""
