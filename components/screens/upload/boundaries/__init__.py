"""Unggah for boundaries: a file of boundaries, step by step to a published version."""
