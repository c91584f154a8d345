"""The slides of a meeting: what they say and draw, as plain values that every export reads."""
