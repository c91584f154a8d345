"""Matching of written names and codes to regions."""
