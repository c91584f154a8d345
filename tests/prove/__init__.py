"""Proofs that take minutes: run by hand and by `make prove`, never as tests."""
