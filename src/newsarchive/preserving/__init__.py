"""Preserving: a list of all originals, a bag to keep elsewhere, and whether all is as it was."""
