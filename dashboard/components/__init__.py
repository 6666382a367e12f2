"""What Streamlit adds to an exhibit: its frame with the actions, the card, the list of sources, the empty state."""
