"""Exports in processes of their own: their queue, their progress and their files."""
