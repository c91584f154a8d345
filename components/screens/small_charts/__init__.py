"""A small chart of every region of an area, all on one scale."""
