"""What a view says, as plain values: labels, sentences, rankings, slides; no medium and no Streamlit."""
