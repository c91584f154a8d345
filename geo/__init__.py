"""Regions and boundaries: read, match, generalise, simplify, classify, project; nothing from data."""
