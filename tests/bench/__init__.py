"""The benchmark: our map against the three that people would write instead."""
