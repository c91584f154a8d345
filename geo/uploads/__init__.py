"""A file of boundaries as it comes: read, repaired, and brought to regions."""
