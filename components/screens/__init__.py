"""The screens: what is drawn with Streamlit, one module or folder a page."""
