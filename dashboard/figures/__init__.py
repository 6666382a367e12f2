"""DataFrame → Plotly figure. Pure functions: no Streamlit, no database."""
