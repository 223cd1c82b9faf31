"""Rendering: views into templates, and the one place that calls a text HTML."""
