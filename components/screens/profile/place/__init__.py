"""The place of a region in its province, on a small map."""
