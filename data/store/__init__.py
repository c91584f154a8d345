"""The store: published datasets with all their versions, and the small state that must last."""
