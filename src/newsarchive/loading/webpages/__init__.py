"""Saved web pages: the text that a reader sees, and what the page states about itself."""
