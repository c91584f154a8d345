"""Unggah: an analyst's file, from its cells to a published version, step by step."""
