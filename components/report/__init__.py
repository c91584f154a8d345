"""The content of a view as plain values: labels, sentences, rankings, slides; no medium and no Streamlit."""
