"""PDF by typst: the deck on paper, and a regency's brief on one page of A4."""
