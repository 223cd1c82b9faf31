"""Tables and lists of records: an article a row."""
