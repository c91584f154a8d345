"""What stands around Streamlit: security, static files, our own routes, and the start."""
