"""Spelling: texts and names for places that cannot hold them as they are."""
