"""Texts: the formats that hold one text, and what may stand in a text or around it."""
