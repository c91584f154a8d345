"""Unggah: an analyst's file from choosing to publishing."""
