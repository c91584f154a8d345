"""A deck as PPTX: native charts, native shapes, native tables; everything can be edited."""
