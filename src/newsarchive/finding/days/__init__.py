"""Which day the article appeared: days as they are written, and whose each of them is.

Begin with `dates`.
"""
