"""Readings: files as articles, read `once`, or `again` where something changed."""
