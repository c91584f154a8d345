"""Hostile and damaged files, made at test time: each with its bytes and what it must give."""
