"""What stands above and below every view, as HTML: pages, heading, settings, chips, actions. All of it is links."""
