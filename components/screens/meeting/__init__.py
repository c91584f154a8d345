"""Rapat: the workshop where a meeting's deck is put together, kept under a name, and opened."""
