"""A list of villages or agencies of a regency: loaded from a file, ticked off live, taken away as a workbook."""
