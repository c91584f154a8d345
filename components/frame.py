"""The frame."""
import streamlit as st
st.write("frame")
