"""One module per page: selection → exhibit → screen."""
