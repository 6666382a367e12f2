"""One module per subject: (database, selection) → rows. The only place where the dashboard writes SQL."""
