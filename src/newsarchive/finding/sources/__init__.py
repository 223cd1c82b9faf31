"""Who published the page: where it names publishers, which of them is its own, what it is called.

Begin with `source`.
"""
