"""Plotly figures from plain tables; no Streamlit."""
