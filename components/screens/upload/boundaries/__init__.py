"""Unggah for boundaries: a file of outlines, step by step to a published version."""
