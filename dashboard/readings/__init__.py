"""DataFrame → sentences in English. Pure functions: no Streamlit, no database."""
