"""What a view shows, before anyone draws it: the app, the published page and the API all use these."""
