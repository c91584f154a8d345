"""The living map, its lists and its trend, in small JavaScript modules."""
