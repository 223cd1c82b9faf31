"""Which line is the title: what may be one, what speaks for it, and what plainly is none.

Begin with `title`.
"""
