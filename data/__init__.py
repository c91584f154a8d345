"""Observations: read, check, query, rank, simulate; no Streamlit and no maps."""
