"""DataFrame → HTML strings, every cell escaped. Shared by the app and the published page; no Streamlit, no database."""
