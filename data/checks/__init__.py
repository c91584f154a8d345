"""The checks of a dataset: what in its figures is wrong or worth a look, one table of findings."""
